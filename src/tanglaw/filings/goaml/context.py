"""What filling in a goAML report needs at every step."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from tanglaw.filings.dossier.dossier import Dossier
from tanglaw.filings.goaml.emitting import Said
from tanglaw.filings.profiles.profile import Goaml, Profile
from tanglaw.filings.rendering import Findings

MISSING = "?"


@dataclass
class Context:
    """The dossier, the profile, and what was found on the way."""

    dossier: Dossier
    profile: Profile
    local_currency: str
    findings: Findings = field(default_factory=Findings)

    @property
    def goaml(self) -> Goaml:
        """The profile's part about goAML."""
        return self.profile.goaml

    def code(self, table: dict[str, str], word: str | None, where: str) -> Said | None:
        """Translate a word of the dossier into the FIU's code."""
        found = table.get(word or "", table.get("default"))
        return None if found is None else Said(found, where)

    def known(self, text: str | None, where: str) -> Said | None:
        """Give a text that the FIU demands, or what the profile writes where it is not known."""
        if text:
            return Said(text, where)
        return None if self.goaml.unknown is None else Said(self.goaml.unknown, where)

    def constant(self, name: str) -> Said | None:
        """Give the text of an element that never changes."""
        text = self.goaml.constants.get(name)
        return None if text is None else Said(text, f"profile goaml.constants.{name}")

    def when(self, at: datetime | date, where: str) -> Said:
        """Write a date as the FIU wants it."""
        moment = at if isinstance(at, datetime) else datetime(at.year, at.month, at.day)  # noqa: DTZ001 -- a day
        return Said(moment.strftime(self.goaml.date_format), where)


def flag(value: bool, where: str) -> Said:
    """Write a truth value."""
    return Said("true" if value else "false", where)
