"""``compare``: what entered the leads, what left them, what moved, and by which reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tanglaw.leads.comparing.circumstances import Circumstances, circumstances
from tanglaw.leads.comparing.parts import Part, Weighed, parts, scores_of
from tanglaw.leads.comparing.written_run import WrittenRun, read_both
from tanglaw.leads.lead import Lead
from tanglaw.leads.shield import Shield

_SAME = 5e-4
"""Probabilities nearer than this are the same."""

What = Literal["entered", "left", "moved", "as before"]
Scores = Mapping[tuple[str, str, str], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Move:
    """What became of one lead. No name is carried, whoever it is.

    Attributes:
        what: ``moved`` where the probability differs; a lead that others passed is as before.
        protected: the holder may be a victim; such moves never stand among those of subjects of review.
        rank, score: before and after; ``None`` where it was no lead, and where only the likeliest scores were kept.
        payments: before and after; ``None`` where a run does not know the subject.
        change: log-odds after less before, nats; ``None`` where one is not known.
        parts: why, the largest part first; ``None`` where a run did not weigh the subject.
    """

    what: What
    role: str
    entity_id: str
    subject_ids: tuple[str, ...]
    pattern: str
    pattern_title: str
    protected: bool
    rank: tuple[int | None, int | None]
    score: tuple[float | None, float | None]
    payments: tuple[int | None, int | None]
    change: float | None
    parts: tuple[Part, ...] | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two runs compared; moves ordered by what happened, then by rank after, or before for those that left."""

    first: str
    second: str
    circumstances: Circumstances
    moves: tuple[Move, ...]

    def of(self, what: What, *, protected: bool | None = None) -> list[Move]:
        """Give the moves of one kind."""
        return [m for m in self.moves if m.what == what and protected in {None, m.protected}]


def compare(first: Path, second: Path) -> Comparison:
    """Compare two finished runs: other data, other patterns or other versions.

    Leads are matched by role and pattern and any subject id they share.

    Raises:
        FaultsError: a folder holds no finished run.
    """
    one, two = read_both(first, second)
    around = circumstances(one, two)
    if not around.comparable:
        return Comparison(one.name, two.name, around, ())
    pairs = _matched(one.leads, two.leads)
    shields = [Shield.of(run.leads) for run in (one, two)]
    looker = _Looker(one, two)
    moves = [
        looker.move(
            before, after, protected=any(s.covers_lead(lead) for s in shields for lead in (before, after) if lead)
        )
        for before, after in pairs
    ]
    order: dict[What, int] = {"entered": 0, "left": 1, "moved": 2, "as before": 3}
    moves.sort(key=lambda m: (order[m.what], m.rank[1] or m.rank[0] or 0, m.pattern, m.entity_id))
    return Comparison(one.name, two.name, around, tuple(moves))


def _matched(first: Sequence[Lead], second: Sequence[Lead]) -> list[tuple[Lead | None, Lead | None]]:
    places = {(lead.role, lead.pattern, subject): lead for lead in reversed(first) for subject in lead.subject_ids}
    pairs: list[tuple[Lead | None, Lead | None]] = []
    taken: set[str] = set()
    for lead in second:
        met = [places.get((lead.role, lead.pattern, subject)) for subject in lead.subject_ids]
        match = next((found for found in met if found is not None and found.lead_id not in taken), None)
        if match is not None:
            taken.add(match.lead_id)
        pairs.append((match, lead))
    return pairs + [(lead, None) for lead in first if lead.lead_id not in taken]


class _Looker:
    """Looks subjects up in both runs."""

    def __init__(self, first: WrittenRun, second: WrittenRun) -> None:
        self._runs = (Weighed(first), Weighed(second))
        self._scores: tuple[Scores, Scores] = (scores_of(first), scores_of(second))

    def move(self, before: Lead | None, after: Lead | None, *, protected: bool) -> Move:
        lead = after or before
        assert lead is not None
        subject = lead.subject_ids[0]
        held = [
            (one.score, one.log_odds) if one else scores.get((lead.role, subject, lead.pattern), (None, None))
            for one, scores in zip((before, after), self._scores, strict=True)
        ]
        (score_before, odds_before), (score_after, odds_after) = held
        change = None if odds_before is None or odds_after is None else odds_after - odds_before
        what: What = "moved"
        if before is None or after is None:
            what = "entered" if before is None else "left"
        elif abs(after.score - before.score) < _SAME:
            what = "as before"
        return Move(
            what=what,
            role=lead.role,
            entity_id=lead.entity_id,
            subject_ids=lead.subject_ids,
            pattern=lead.pattern,
            pattern_title=lead.pattern_title,
            protected=protected,
            rank=(before.rank if before else None, after.rank if after else None),
            score=(score_before, score_after),
            payments=(self._runs[0].payments(lead.role, subject), self._runs[1].payments(lead.role, subject)),
            change=change,
            parts=None if what == "as before" else parts(*self._runs, lead.role, subject, lead.pattern),
        )
