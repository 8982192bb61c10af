"""What comes of putting a dossier into an authority's form: the files, or why it was refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tanglaw.common.errors import Fault, FaultsError

MOST_SHOWN = 200
"""Faults said one by one; a report of thousands of payments may have as many alike."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """A form filled in.

    Attributes:
        files: name → content; empty where the form was refused.
        faults: why it was refused: each with the dossier's field to mend.
        remarks: what a reader of the file must know: what was written differently from the record, and where it stands.
    """

    files: Mapping[str, bytes]
    faults: tuple[Fault, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def refused(self) -> bool:
        """Whether nothing may be sent."""
        return bool(self.faults)

    def checked(self, what: str) -> Rendering:
        """Give itself, or raise every fault at once.

        Raises:
            FaultsError: it was refused.
        """
        if self.faults:
            shown = list(self.faults[:MOST_SHOWN])
            if len(self.faults) > MOST_SHOWN:
                rest = len(self.faults) - MOST_SHOWN
                shown.append(Fault("dossier", f"{rest:,} more faults of these kinds", "none"))
            raise FaultsError(f"{what} was refused; nothing was written:", shown)
        return self


@dataclass(slots=True)
class Findings:
    """Faults and remarks as they are met while a form is filled in."""

    faults: list[Fault] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def refuse(self, where: str, found: str, expected: str, mend: str = "") -> None:
        """Note a fault, once."""
        fault = Fault(where, found, expected, mend)
        if fault not in self.faults:
            self.faults.append(fault)

    def remark(self, text: str) -> None:
        """Note a remark, once."""
        if text not in self.remarks:
            self.remarks.append(text)

    def rendering(self, files: Mapping[str, bytes], remarks: Sequence[str] = ()) -> Rendering:
        """Close: no file leaves a form that has faults."""
        said = tuple(dict.fromkeys([*remarks, *self.remarks]))
        return Rendering({} if self.faults else dict(files), tuple(self.faults), said)


def safe_name(reference: str) -> str:
    """Make a file name of a reference: letters, digits, dash, dot; nothing that leads elsewhere."""
    kept = "".join(sign if sign.isascii() and (sign.isalnum() or sign in "-_.") else "_" for sign in reference)
    return kept.lstrip(".")[:120] or "filing"
