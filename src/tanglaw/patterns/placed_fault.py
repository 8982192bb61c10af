"""A fault in a pattern file that can be pointed at."""

from __future__ import annotations

from dataclasses import dataclass

from tanglaw.common.errors import Fault


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of one line of a file: line and column count from 1, width is in characters."""

    line: int
    column: int
    width: int = 1


@dataclass(frozen=True, slots=True)
class PlacedFault(Fault):
    """A fault with the line it stands in, so that it can be shown with a caret under it.

    Attributes:
        file: the file as the user named it.
        place: where in the file; line 1 when the fault is the file itself.
        excerpt: the line as it stands, without its end; empty when it cannot be shown.
    """

    file: str = ""
    place: Place = Place(1, 1)
    excerpt: str = ""

    def pointed(self, severity: str = "error") -> str:
        """Show the fault as a compiler would: headline, place, line, caret, what to do."""
        number = str(self.place.line)
        gutter = " " * len(number)
        lines = [f"{severity}: found {self.found}", f"{gutter}--> {self.file}:{number}:{self.place.column}"]
        if self.excerpt:
            # A caret can only stand right if each character is one cell wide, so a tab becomes one space.
            shown = self.excerpt.replace("\t", " ")
            width = max(1, min(self.place.width, len(shown) - self.place.column + 1))
            lines += [f"{gutter} |", f"{number} | {shown}", f"{gutter} | {' ' * (self.place.column - 1)}{'^' * width}"]
        lines.append(f"{gutter} = expected {self.expected}")
        if self.mend:
            lines.append(f"{gutter} = {self.mend}")
        return "\n".join(lines)


def quoted(value: object, limit: int = 60) -> str:
    """Return a value as it may be shown in a message: quoted text, cut to ``limit`` characters."""
    if value is None:
        text = "nothing"
    elif isinstance(value, bool):
        text = str(value).lower()
    else:
        text = f'"{value}"' if isinstance(value, str) else str(value)
    return text if len(text) <= limit else f"{text[:limit]}…"
