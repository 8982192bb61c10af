"""For how many days a file is kept after what it ended with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.db import transaction
from django.utils import timezone

from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.models import RetentionRule, User
from tanglaw.casework.models.case import Outcome
from tanglaw.casework.models.lead import State
from tanglaw.casework.site.problems import RefusedError

_FIVE_YEARS: Final = 1_827
"""Days, as many as five years can hold: FATF's Recommendation 11 has records kept for five years at least."""

ASSUMED: Final[Mapping[tuple[str, str], int | None]] = {
    ("lead", State.OPEN): None,
    ("lead", State.WATCHING): None,
    ("lead", State.DISMISSED): 365,
    ("lead", State.CASE): _FIVE_YEARS,
    ("lead", State.REFERRED): _FIVE_YEARS,
    ("lead", State.FILED): _FIVE_YEARS,
    ("case", Outcome.EXPLAINED): 365,
    ("case", Outcome.NOT_ENOUGH): 730,
    ("case", Outcome.REFERRED): _FIVE_YEARS,
    ("case", Outcome.FILED): _FIVE_YEARS,
    ("case", Outcome.BOTH): _FIVE_YEARS,
    ("case", Outcome.PASSED_ON): _FIVE_YEARS,
}
"""Days by file and outcome where nobody set others; ``None``: kept. Assumed: each institution has its own law."""

LONGEST: Final = 36_525
"""A hundred years, in days."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the policy; ``assumed`` where nobody set it."""

    file: str
    outcome: str
    days: int | None
    assumed: bool

    @property
    def title(self) -> str:
        """What it is about, in words."""
        words = State(self.outcome).label if self.file == "lead" else Outcome(self.outcome).label
        return f"{self.file.capitalize()}: {words}"

    @property
    def name(self) -> str:
        """The rule as the log says it."""
        return f"{self.file} {self.outcome}, {self.days} days"


def rules() -> list[Rule]:
    """Return the policy in force, each row once."""
    chosen = {(one.file, one.outcome): one.days for one in RetentionRule.objects.all()}
    return [
        Rule(file, str(outcome), chosen.get((file, outcome), days), (file, outcome) not in chosen)
        for (file, outcome), days in ASSUMED.items()
    ]


def change(wanted: Mapping[tuple[str, str], str], user: User, who: Who) -> int:
    """Set rules; return how many differ from before.

    Args:
        wanted: days as written, by file and outcome; empty text keeps such files.
        user: who sets them.
        who: for the log.

    Raises:
        RefusedError: every number that is none, at once; nothing is changed then.
    """
    read: dict[tuple[str, str], int | None] = {}
    wrong: list[str] = []
    for key, text in wanted.items():
        written = text.strip()
        if not written:
            read[key] = None
        elif written.isascii() and written.isdecimal() and 1 <= int(written[:9]) <= LONGEST:
            read[key] = int(written)
        else:
            wrong.append(f"{' '.join(key)}: found {written[:20]!r}.")
    if wrong:
        raise RefusedError(
            "Nothing was changed", f"{' '.join(wrong)} Expected days, 1 to {LONGEST:,}, or nothing to keep them.", 422
        )
    now, changed = timezone.now(), 0
    with transaction.atomic():
        before = {(one.file, one.outcome): one.days for one in rules()}
        for (file, outcome), days in read.items():
            if (file, outcome) not in ASSUMED or before[file, outcome] == days:
                continue
            RetentionRule.objects.update_or_create(
                file=file, outcome=outcome, defaults={"days": days, "changed": now, "changed_by": user}
            )
            said = {"days": days, "before": before[file, outcome]}
            append(who, Action.RETENTION_CHANGED, "rule", f"{file} {outcome}", said)
            changed += 1
    return changed
