"""How a filing may be handled and shared."""

from __future__ import annotations

from typing import Final, Literal

from tanglaw.filings.dossier.part import Part

Tlp = Literal["TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR"]
"""Traffic Light Protocol 2.0 (FIRST, 2022)."""

TIPPING_OFF: Final = (
    "Nobody may tell the people named here, or anybody who has no need to know, that this report exists or is "
    "considered."
)


class Markings(Part):
    """Markings that every export carries.

    Attributes:
        tlp: who may receive it.
        caveats: further conditions, in words.
        redacted: protected persons and third parties are masked in this copy.
    """

    tlp: Tlp = "TLP:AMBER+STRICT"
    caveats: tuple[str, ...] = (TIPPING_OFF,)
    redacted: bool = False

    @property
    def in_words(self) -> str:
        """The marking and its conditions as one line, for a form that has a place for words only."""
        return " ".join([f"{self.tlp}.", *self.caveats])

    @property
    def in_name(self) -> str:
        """The marking as it stands in the name of a file that has no place for it inside."""
        return in_name(self.tlp)


def in_name(tlp: str) -> str:
    """Write a marking with the signs that a file's name may have."""
    return tlp.replace(":", "-").replace("+", "-")
