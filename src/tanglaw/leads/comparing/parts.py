"""Why a subject's log-odds differ between two runs, part by part: an exact sum where both runs weighed the subject."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import polars as pl

from tanglaw.leads.comparing.written_run import WrittenRun
from tanglaw.leads.weights import NOT_MEASURES
from tanglaw.measures import catalogue
from tanglaw.measures.measure import Measure

_LEAST: Final = 1e-9
_KEYS: Final = frozenset({"role", "subject_id", "pattern", "log_odds"})
_NAMES: Final = {
    "prior": ("prior and offset", "the pattern's prior, or what is taken off everybody"),
    "network": ("its counterparties' own evidence", "counterparties"),
    "known": ("earlier review", "an outcome of its own"),
    "competition": ("other explanations", "how well other explanations fit"),
}

OWN: Final = "own payments"
EXPECTED: Final = "what the pattern expects"
ORDINARY: Final = "what is ordinary, and how much the measure counts"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a difference.

    Attributes:
        part: id of a measure, or one of ``prior``, ``network``, ``known``, ``competition``.
        label: in words.
        before, after: nats it added in each run (the competition, which is taken off, with its sign turned).
        because: what made it differ: the subject's own payments, the pattern's expectation, or what is ordinary.
        bands: bands the measure fell in, before and after; empty where it abstained or is no measure.
    """

    part: str
    label: str
    before: float
    after: float
    because: str
    bands: tuple[str, str] = ("", "")

    @property
    def change(self) -> float:
        """Nats by which this part moved the subject."""
        return self.after - self.before


class Weighed:
    """What a run knows of its subjects, by role and id."""

    def __init__(self, run: WrittenRun) -> None:
        self._run = run
        self._models = run.model

    @cached_property
    def _weights(self) -> dict[tuple[str, str, str], dict[str, float | None]]:
        if self._run.weights is None:
            return {
                (lead.role, subject, lead.pattern): {
                    "prior": lead.prior, "competition": lead.competition,
                    **{reason.measure: reason.weight for reason in (*lead.reasons, *lead.against)},
                }
                for lead in self._run.leads
                for subject in lead.subject_ids
            }  # fmt: skip
        named = self._run.weights.iter_rows(named=True)
        return {(str(row["role"]), str(row["subject_id"]), str(row["pattern"])): row for row in named}

    @cached_property
    def _measures(self) -> dict[tuple[str, str], dict[str, dict[str, Any]]]:
        """By role and id: what was measured, by the part of the payments that it is of."""
        found: dict[tuple[str, str], dict[str, dict[str, Any]]] = defaultdict(dict)
        for row in self._run.measures.iter_rows(named=True):
            found[str(row["role"]), str(row["subject_id"])][str(row.get("part"))] = row
        return found

    @cached_property
    def _spoken(self) -> dict[tuple[str, str, str], str]:
        """By role, id and pattern: the part that spoke for it."""
        columns = [name for name in ("role", "subject_id", "pattern", "part") if name in self._run.scores.columns]
        return {(row[0], row[1], row[2]): row[-1] for row in self._run.scores.select(columns).iter_rows()}

    def weights(self, role: str, subject: str, pattern: str) -> Mapping[str, float | None] | None:
        """Give the parts of a subject's log-odds; ``None`` where they were not written."""
        return self._weights.get((role, subject, pattern))

    def payments(self, role: str, subject: str) -> int | None:
        """Give the number of payments; ``None`` where the run does not know the subject."""
        rows = self._measures.get((role, subject))
        return None if rows is None else sum(int(row["payments_counted"]) for row in rows.values())

    def band(self, role: str, subject: str, pattern: str, measure: str) -> int | None:
        """Give the band that a measure fell in, by this version's edges, of the payments that spoke for a pattern."""
        rows = self._measures.get((role, subject), {})
        own = rows.get(self._spoken.get((role, subject, pattern), ""), next(iter(rows.values()), {}))
        value = own.get(measure)
        known = _MEASURES.get((role, measure))
        return None if value is None or known is None else sum(value >= edge for edge in known.edges)

    def expected(self, role: str, pattern: str, measure: str, band: int) -> float | None:
        """Give the share of a band that the pattern expected."""
        shares = self._models.get(role, {}).get("expected", {}).get(pattern, {}).get(measure)
        return shares[band] if shares and band < len(shares) else None


_MEASURES: Final[dict[tuple[str, str], Measure]] = {
    (measure.role, measure.id): measure for measure in catalogue.MEASURES
}


def parts(first: Weighed, second: Weighed, role: str, subject: str, pattern: str) -> tuple[Part, ...] | None:
    """Take a difference apart, the largest part first; ``None`` where a run did not weigh the subject."""
    one, two = first.weights(role, subject, pattern), second.weights(role, subject, pattern)
    if one is None or two is None:
        return None
    names = [name for name in dict.fromkeys([*one, *two]) if name not in _KEYS]
    found = []
    for name in names:
        sign = -1.0 if name == "competition" else 1.0
        before, after = (sign * float(side.get(name) or 0.0) for side in (one, two))
        if abs(after - before) >= _LEAST:
            found.append(_part(first, second, (role, subject, pattern), name, before, after))
    return tuple(sorted(found, key=lambda part: (-abs(part.change), part.part)))


def _part(  # noqa: PLR0917 -- both runs, whom, what
    first: Weighed, second: Weighed, whom: tuple[str, str, str], name: str, before: float, after: float
) -> Part:
    role, subject, pattern = whom
    if name in NOT_MEASURES:
        label, because = _NAMES[name]
        return Part(name, label, before, after, because)
    one, two = (run.band(role, subject, pattern, name) for run in (first, second))
    measure = _MEASURES.get((role, name))
    labels = measure.bands if measure else ()
    bands = ("" if one is None else labels[one], "" if two is None else labels[two])
    if one != two or one is None or two is None:
        because = OWN
    else:
        shares = [run.expected(role, pattern, name, one) for run in (first, second)]
        because = EXPECTED if shares[0] != shares[1] else ORDINARY
    return Part(name, measure.label if measure else name, before, after, because, bands)


def scores_of(run: WrittenRun) -> dict[tuple[str, str, str], tuple[float, float]]:
    """Give score and log-odds of every subject and pattern that the run wrote."""
    rows = run.scores.select("role", "subject_id", "pattern", "score", pl.col("log_odds")).iter_rows()
    return {(role, subject, pattern): (score, odds) for role, subject, pattern, score, odds in rows}
