"""The tree of categories: a category may be within another one, and never within itself."""

from __future__ import annotations

from collections.abc import Mapping

from services.shared.errors import Invalid

DEEPEST = 5


def require_tree(code: str, within: str | None, parents: Mapping[str, str | None]) -> None:
    """Raise Invalid unless `code` can be within `within`; `parents` says what each category is within now."""
    if within is None:
        return
    message = None
    if within not in parents:
        message = f"There is no category {within}."
    else:
        line = [within]
        # What goes round without this one is another one's mistake, and must not keep us here.
        while (above := parents.get(line[-1])) is not None and line[-1] != code and above not in line:
            line.append(above)
        if code in line:
            message = f"{code} would be within itself, by way of {' and '.join(line)}."
        elif len(line) >= DEEPEST:
            message = f"Categories go at most {DEEPEST} deep."
    if message:
        raise Invalid(message, {"within": [message]})
