"""The tree of categories: a category may be within another one, and never within itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from services.shared.errors import Invalid

DEEPEST = 5


@dataclass(frozen=True)
class Tree:
    """All categories: `parents` says what each is within."""

    parents: Mapping[str, str | None]

    @cached_property
    def children(self) -> dict[str, list[str]]:
        """What is directly within each category."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for code, within in self.parents.items():
            if within is not None:
                found[within].append(code)
        return dict(found)

    def height(self, code: str) -> int:
        """How many categories deep it is from this one down to the deepest within it; at most one more than allowed."""
        height, level = 0, [code]
        while level and height <= DEEPEST:
            height, level = height + 1, [child for one in level for child in self.children.get(one, ())]
        return height

    def require(self, code: str, within: str | None) -> None:
        """Raise Invalid unless `code`, with all that is within it, can be within `within`."""
        if within is None:
            return
        message = None
        if within not in self.parents:
            message = f"There is no category {within}."
        else:
            line = [within]
            # What goes round without this one is another one's mistake, and must not keep us here.
            while (above := self.parents.get(line[-1])) is not None and line[-1] != code and above not in line:
                line.append(above)
            if code in line:
                message = f"{code} would be within itself, by way of {' and '.join(line)}."
            elif len(line) + self.height(code) > DEEPEST:
                message = f"Categories go at most {DEEPEST} deep."
        if message:
            raise Invalid(message, {"within": [message]})
