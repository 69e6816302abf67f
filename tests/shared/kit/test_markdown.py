"""Markdown as it reads in a message: nothing of its marks is left, and nothing of its words is lost."""

from __future__ import annotations

import pytest

from services.shared.kit.markdown import text_of


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Eerst **zwaar**, dan *licht*.", "Eerst zwaar, dan licht."),
        ("## Kop\n\nEen regel\nen nog een.", "Kop\n\nEen regel en nog een."),
        ("- een\n- twee\n\nDaarna", "- een\n- twee\n\nDaarna"),
        ("3. drie\n4. vier", "3. drie\n4. vier"),
        ("1. buiten\n   - binnen", "1. buiten\n  - binnen"),
        ("Zie [onze pagina](https://a.example).", "Zie onze pagina (https://a.example)."),
        ("Mail [balie@a.example](mailto:balie@a.example)", "Mail balie@a.example"),
        ("| Hoe | Wanneer |\n|---|---|\n| Bellen | *Overdag* |\n\nDaarna", "Hoe – Wanneer\nBellen – Overdag\n\nDaarna"),
        ("```\ncode\n```", "code"),
        ("", ""),
    ],
)
def test_a_text_reads_without_its_marks(written: str, read: str) -> None:
    assert text_of(written) == read
