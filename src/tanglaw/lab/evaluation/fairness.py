"""Who is looked at for nothing, and who is looked at that should be protected: false alarms and harm, counted.

A *queue* is what one desk works through: all patterns it looks for, each subject at the best of its scores. Its
*working budget* is the first 1 % of the role's subjects. A *false alarm* is a subject within the budget who is truly
none of what the queue looks for. Accounts that detection joined are one subject here: they stand in one lead and are
looked at once, and counting them apart would take one mistake for several that chance cannot explain.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import polars as pl

from tanglaw.lab.evaluation.disparity import Disparity, compare
from tanglaw.lab.evaluation.inputs import Inputs
from tanglaw.lab.evaluation.intervals import byar, wilson
from tanglaw.lab.worlds.kinds import APART, PATTERNS, REVIEW, VICTIMS

BUDGET: Final = 0.01
"""Working budget: share of the role's subjects that are looked at. Assumed; nobody has published what desks manage."""

ADULT: Final = 18
MINORS: Final = "minors by the records"

_MINORS: Final = "minor_recipient"

QUEUES: Final[dict[str, tuple[str, tuple[str, ...]]]] = {
    "subjects of review": ("originator", REVIEW),
    "victims of extortion": ("originator", ("extortion_victim",)),
    "receivers in question": ("beneficiary", tuple(p for p in PATTERNS["beneficiary"] if p != _MINORS)),
    "minors who are paid": ("beneficiary", (_MINORS,)),
    "all receivers": ("beneficiary", PATTERNS["beneficiary"]),
}
"""Role and patterns of each queue. Whom a queue puts under review and whom it protects stand in queues apart; the last
is of a team that works through both together."""

_HARMS_NOBODY: Final = {"victims of extortion", "minors who are paid", "all receivers"}
"""Queues that are there to help whoever is in them, and the one whose harm is counted in its parts."""

GROUPINGS: Final = ("corridor", "age_band", "kind")


@dataclass(frozen=True, slots=True)
class GroupRate:
    """False alarms of one group of people who are not what the queue looks for.

    Attributes:
        subjects, alarms: how many there are, and how many of them are within the budget.
        rate, low, high: alarms over subjects, with Wilson's 95 % interval.
        expected: alarms if its people drew them as people who truly do the same do everywhere.
        to_expected, to_expected_low, to_expected_high: alarms over expected, with Byar's 95 % interval.
    """

    name: str
    subjects: int
    alarms: int
    rate: float
    low: float
    high: float
    expected: float
    to_expected: float
    to_expected_low: float
    to_expected_high: float


@dataclass(frozen=True, slots=True)
class Harmed:
    """People to be protected who are in a queue.

    Attributes:
        who: their true kind, or ``minors by the records``.
        subjects: how many there are in the world.
        within_budget, low, high: how many are within the budget; the interval is of their share (Wilson, 95 %).
        leads: how many stand in a written lead of the queue, and in none that protects them; ``None`` if unknown.
    """

    who: str
    subjects: int
    within_budget: int
    low: float
    high: float
    leads: int | None


@dataclass(frozen=True, slots=True)
class Fairness:
    """One queue at its working budget.

    Attributes:
        looked_at, true, alarms: subjects within the budget, those the queue looks for, and the others.
        subjects: subjects of the role who are not what the queue looks for.
        corridors, ages, kinds: false alarms by group, the highest rate first.
        plain: corridors compared as they are.
        alike: corridors compared among people who do the same: of one true kind and behaviour, and with money that
            crosses a border or stays at home, which is evidence of its own.
        destinations: the same by receiver's country: fewer groups with more people, so that less goes unseen.
        harmed: people to be protected who are in the queue; empty for a queue that seeks to protect.
    """

    queue: str
    role: str
    looked_at: int
    true: int
    alarms: int
    subjects: int
    corridors: tuple[GroupRate, ...]
    ages: tuple[GroupRate, ...]
    kinds: tuple[GroupRate, ...]
    plain: Disparity | None
    alike: Disparity | None
    destinations: Disparity | None
    harmed: tuple[Harmed, ...]


def fairness(worlds: Sequence[Inputs], budget: float = BUDGET) -> tuple[Fairness, ...]:
    """Measure every queue whose patterns the scores know, over one world or several pooled.

    Args:
        worlds: each keeps its own budget; people are compared with people of their own world.
        budget: share of the role's subjects, above 0, at most 1.
    """
    known = {pattern for inputs in worlds for pattern in inputs.scores["pattern"].unique()}
    return tuple(_queue(worlds, queue, budget) for queue, (_, patterns) in QUEUES.items() if known & set(patterns))


def within_budget(inputs: Inputs, queue: str, budget: float = BUDGET) -> pl.DataFrame:
    """Rank one world's subjects for a queue.

    Returns:
        One row a subject of the role: the truth's columns, ``taken`` (within the budget and scored at all), ``sought``
        (truly what the queue looks for). Of joined accounts the one stands for all that is sought, else a victim's,
        else the founding one.
    """
    role, patterns = QUEUES[queue]
    own = inputs.scores.filter((pl.col("role") == role) & pl.col("pattern").is_in(list(patterns)))
    best = own.group_by("subject_id").agg(pl.col("value").max())
    stands_for = [
        ~pl.col("kind").is_in(list(patterns)),
        ~pl.col("kind").is_in(list(VICTIMS)),
        pl.col("subject_id") != pl.col("entity_id"),
        pl.col("subject_id"),
    ]
    ranked = (
        inputs.truth.filter((pl.col("role") == role) & ~pl.col("kind").is_in(list(APART)))
        .join(best, on="subject_id", how="left")
        .with_columns(pl.col("value").max().over("entity_id"))
        .sort("entity_id", *stands_for)
        .unique("entity_id", keep="first", maintain_order=True)
        .sort("value", "subject_id", descending=[True, False], nulls_last=True)
        .with_row_index("place")
    )
    return ranked.with_columns(
        taken=(pl.col("place") < budget * ranked.height) & pl.col("value").is_not_null(),
        sought=pl.col("kind").is_in(list(patterns)),
    ).drop("place")


def _queue(worlds: Sequence[Inputs], queue: str, budget: float) -> Fairness:
    ranked = pl.concat(
        within_budget(inputs, queue, budget).with_columns(world=pl.lit(number)) for number, inputs in enumerate(worlds)
    )
    payers, receivers = (pl.col("corridor").str.split("→").list.get(end, null_on_oob=True) for end in (0, 1))
    others = ranked.filter(~pl.col("sought")).with_columns(
        alarm="taken", abroad=payers != receivers, to="to " + receivers
    )
    alike = ("world", "kind", "variant", "abroad")
    corridors, ages, kinds = (_rates(others, column, alike) for column in GROUPINGS)
    return Fairness(
        queue=queue,
        role=QUEUES[queue][0],
        looked_at=int(ranked["taken"].sum()),
        true=int((ranked["taken"] & ranked["sought"]).sum()),
        alarms=int(others["alarm"].sum()),
        subjects=others.height,
        corridors=corridors,
        ages=ages,
        kinds=kinds,
        plain=compare(others, "corridor", ("world",), worlds="world"),
        alike=compare(others, "corridor", alike, worlds="world"),
        destinations=compare(others, "to", alike, worlds="world"),
        harmed=() if queue in _HARMS_NOBODY else _harmed(worlds, queue, ranked),
    )


def _rates(others: pl.DataFrame, column: str, strata: Sequence[str]) -> tuple[GroupRate, ...]:
    """False alarms by group; kinds are not held against themselves, so their expectation is that of their world."""
    within = ("world",) if column == "kind" else strata
    counted = (
        others.with_columns(expected=pl.col("alarm").mean().over(within))
        .filter(pl.col(column).is_not_null())
        .group_by(column)
        .agg(pl.len(), pl.col("alarm").sum(), pl.col("expected").sum())
        .with_columns(rate=pl.col("alarm") / pl.col("len"))
        .sort("rate", "len", column, descending=[True, True, False])
    )
    return tuple(_rate(*row) for row in counted.select(column, "len", "alarm", "rate", "expected").iter_rows())


def _rate(name: str, subjects: int, alarms: int, rate: float, expected: float) -> GroupRate:
    low, high = wilson(rate, subjects)
    nothing = float("nan")
    to = (alarms / expected, *byar(alarms, expected)) if expected else (nothing, nothing, nothing)
    return GroupRate(name, subjects, alarms, rate, low, high, expected, *to)


def _harmed(worlds: Sequence[Inputs], queue: str, ranked: pl.DataFrame) -> tuple[Harmed, ...]:
    """Victims of other crimes by true kind, and minors by recorded age, whatever their kind."""
    sought = QUEUES[queue][1]
    standing = [_standing(inputs, queue) for inputs in worlds]
    led = None
    if all(frame is not None for frame in standing):
        led = pl.concat(frame.with_columns(world=pl.lit(n)) for n, frame in enumerate(standing) if frame is not None)
    groups = [(kind, pl.col("kind") == kind) for kind in VICTIMS if kind not in sought]
    groups.append((MINORS, pl.col("age") < ADULT))
    found = []
    for who, condition in groups:
        people = ranked.filter(condition)
        if people.height:
            taken = int(people["taken"].sum())
            low, high = wilson(taken / people.height, people.height)
            leads = None if led is None else people.join(led, on=["world", "subject_id"], how="semi").height
            found.append(Harmed(who, people.height, taken, low, high, leads))
    return tuple(found)


def _standing(inputs: Inputs, queue: str) -> pl.DataFrame | None:
    """Subjects in a written lead of the queue whom no lead protects."""
    if inputs.leads is None:
        return None
    role, patterns = QUEUES[queue]
    own = inputs.leads.filter(pl.col("role") == role)
    protected = own.filter("protect")["subject_id"]
    standing = own.filter(pl.col("pattern").is_in(list(patterns)) & ~pl.col("subject_id").is_in(protected.implode()))
    return standing.select("subject_id").unique()
