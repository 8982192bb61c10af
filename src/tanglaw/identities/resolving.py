"""From parties to persons and households."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Final

import numpy as np
import polars as pl

from tanglaw.common.progress import Progress
from tanglaw.identities import model
from tanglaw.identities.clustering import Clusters, cluster
from tanglaw.identities.comparing import Comparer, contradicts
from tanglaw.identities.decided import NOTHING_DECIDED, Decided
from tanglaw.identities.details import Details, collect
from tanglaw.identities.entities import LINK_SCHEMA, MEMBER_SCHEMA, ROLES, Entities
from tanglaw.identities.households import apart_in_place, persons_of
from tanglaw.identities.linking import COMPARED_AT_ONCE, identifier_links, model_links
from tanglaw.identities.sharing import share

MOST_RECORDS: Final = 50
"""Subjects that one person may have; more is a default value or a chain."""

MOST_PERSONS: Final = 12
"""Persons of one household: three times the mean of 4.1 (Philippines, census of 2020); more is a block or a chain."""

_reading: Final = Lock()
"""Parties are sorted as they are read, on all cores and in much memory: those of one role after those of the other."""

Parties = pl.DataFrame | pl.LazyFrame | Path | Callable[[str], pl.DataFrame]

WHO: Final = {"originator": "payers", "beneficiary": "receivers"}


def resolve(
    parties: Parties,
    *,
    decided: Decided = NOTHING_DECIDED,
    engine: str = "local",
    progress: Progress | None = None,
    probabilistic: bool = True,
    work: Path | None = None,
) -> Entities:
    """Find which subjects are one person and which one household.

    The answer depends on the parties alone, not on their order. An entity is named after its member seen first, so that
    new data never renames it.

    Args:
        parties: ``entities.PARTY_SCHEMA``, in memory, lazy, a folder of Parquet files, or a function that reads those
            of one role, so that both need not be held at once.
        decided: what people decided; it wins.
        engine: ``local`` or ``spark``: where the linkage model runs.
        progress: where to report.
        probabilistic: use the linkage model, if it is installed, beside shared identifiers.
        work: folder for what there is of every subject, which is then mapped; ``None``: hold it.

    Raises:
        TanglawError: the engine lacks something that is not installed.
    """
    progress = progress or Progress(enabled=False)
    notes: list[str] = []
    if probabilistic and not model.available():
        probabilistic = False
        notes.append(
            "Splink is not installed: payers and receivers are joined by shared identifiers only. "
            "`pip install 'tanglaw[identities]'` adds names, birth years and cities"
        )
    asked = engine if probabilistic else ""
    # Payers and receivers have nothing to do with each other, and most of the work on either is of one core.
    with (
        progress.stage("joining identities") as stage,
        model.quiet(),
        ThreadPoolExecutor(1 if asked == "spark" else len(ROLES)) as pool,
    ):
        found = []
        for read, linked in pool.map(lambda role: _of_role(role, parties, decided, asked, work), ROLES):
            found.append(linked)
            stage.advance(read)
    members, links = [one.members for one in found], [one.links for one in found]
    notes += [note for one in found for note in one.notes]
    return Entities(
        pl.concat(members).sort("role", "subject_id"),
        pl.concat(links).sort("role", "level", "left", "right"),
        tuple(notes),
    )


def _read(parties: Parties, role: str) -> pl.DataFrame:
    if callable(parties):
        return parties(role)
    table = pl.scan_parquet(parties / "*.parquet") if isinstance(parties, Path) else parties.lazy()
    return table.filter(pl.col("role") == role).collect()


def _of_role(role: str, parties: Parties, decided: Decided, engine: str, work: Path | None) -> tuple[int, Entities]:
    """Link one role; tells how many parties there are."""
    notes: list[str] = []
    with _reading:
        recorded = _read(parties, role)
    read, details = recorded.height, collect(recorded, work)
    del recorded
    people = _Decisions.of(role, decided, details, notes)
    if not details.height:
        return read, Entities(pl.DataFrame(schema=MEMBER_SCHEMA), pl.DataFrame(schema=LINK_SCHEMA), tuple(notes))
    comparer = Comparer.of(details)
    sharing = share(details, WHO[role])
    notes.extend(sharing.notes)
    links = identifier_links(sharing.pairs, comparer)
    if engine:
        matched = links.filter(pl.col("level") == "person").height
        try:
            predicted = model.predict(details, sharing.values, matched, engine)
        except model.LinkageError as failed:
            notes.append(f"{failed}: {WHO[role]} are joined by shared identifiers only")
        else:
            links = pl.concat([links, model_links(predicted, links, comparer)])
    persons = _persons(details, links, people, comparer)
    households = _households(details, links, people, persons.of)
    notes.extend(_said(WHO[role], persons, households))
    standing = _standing(links, people, persons.of, households.of)
    members, table = _entities(role, details, persons.of, households.of, standing)
    return read, Entities(members, table, tuple(notes))


@dataclass(frozen=True, slots=True)
class _Decisions:
    """People's decisions about subjects that are there: ``left, right`` (idx, left < right)."""

    person_joined: pl.DataFrame
    person_apart: pl.DataFrame
    household_joined: pl.DataFrame
    household_apart: pl.DataFrame

    @classmethod
    def of(cls, role: str, decided: Decided, details: Details, notes: list[str]) -> _Decisions:
        """Find the subjects; say how many decisions name one that has no payment here."""
        ids = details.subjects.select("subject_id", "idx")
        asked = decided.pairs.filter(pl.col("role") == role)
        found = (
            asked.join(ids, left_on="left", right_on="subject_id", maintain_order="left")
            .join(ids, left_on="right", right_on="subject_id", suffix="_r", maintain_order="left")
            .select(
                "level", "decision", left=pl.min_horizontal("idx", "idx_r"), right=pl.max_horizontal("idx", "idx_r")
            )
        )
        if missing := asked.height - found.height:
            notes.append(f"{missing:,} decided links of {WHO[role]} name a subject without a payment in this run")
        joined = pl.col("decision") == "join"
        person = pl.col("level") == "person"
        columns = ("left", "right")
        return cls(
            found.filter(joined & person).select(columns),
            found.filter(~joined).select(columns).unique(maintain_order=True),
            found.filter(joined).select(columns).unique(maintain_order=True),
            found.filter(~joined & ~person).select(columns),
        )


def _persons(details: Details, links: pl.DataFrame, people: _Decisions, comparer: Comparer) -> Clusters:
    def contradictions(pairs: pl.DataFrame) -> pl.DataFrame:
        asked = pairs.select(pl.col("left", "right").cast(pl.UInt32))
        found = [
            comparer.compare(part).filter(contradicts()).select("left", "right")
            for part in asked.iter_slices(COMPARED_AT_ONCE)
        ]
        return pl.concat([asked.clear(), *found])

    return cluster(
        details.height,
        links.filter(pl.col("level") == "person").select("left", "right", "probability"),
        most=MOST_RECORDS,
        contradictions=contradictions,
        joined=people.person_joined,
        apart=people.person_apart,
    )


def _households(details: Details, links: pl.DataFrame, people: _Decisions, person: np.ndarray) -> Clusters:
    """Join persons into households; a node is a person, so that one with many records is still one."""
    numbers, node = np.unique(person, return_inverse=True)

    def between(pairs: pl.DataFrame) -> pl.DataFrame:
        one, other = node[pairs["left"].to_numpy()], node[pairs["right"].to_numpy()]
        kept = pl.DataFrame({"left": np.minimum(one, other), "right": np.maximum(one, other)})
        return pairs.drop("left", "right").hstack(kept).filter(pl.col("left") != pl.col("right"))

    linked = between(links.select("left", "right", "probability"))
    strongest = linked.group_by("left", "right").agg(pl.col("probability").max()).sort("left", "right")
    found = cluster(
        len(numbers),
        strongest.select("left", "right", "probability"),
        most=MOST_PERSONS,
        contradictions=lambda pairs: apart_in_place(pairs, strongest, persons_of(details, node, pairs)),
        joined=between(people.household_joined).unique(maintain_order=True),
        apart=between(people.household_apart).unique(maintain_order=True),
    )
    return Clusters(numbers[found.of][node], found.cut, found.refused)


def _said(who: str, persons: Clusters, households: Clusters) -> list[str]:
    said = []
    for what, found in (("person", persons), ("household", households)):
        if found.cut:
            said.append(f"{found.cut:,} links of {who} were cut: their {what} would have contradicted itself")
        if found.refused:
            sizes = ", ".join(f"{size:,}" for size in found.refused[:5])
            said.append(
                f"{len(found.refused):,} groups of {who} were too large to be one {what}; "
                f"at most their strongest links were kept ({sizes} subjects)"
            )
    return said


def _standing(links: pl.DataFrame, people: _Decisions, person: np.ndarray, household: np.ndarray) -> pl.DataFrame:
    """Keep the links whose ends came into one group, the people's own in place of what was found."""
    own = [
        pairs.with_columns(
            level=pl.lit(level),
            probability=pl.lit(1.0),
            why=pl.lit(["joined by a person's decision"]),
            by=pl.lit("people"),
        )
        for level, pairs in (("person", people.person_joined), ("household", people.household_joined))
    ]
    every = pl.concat([*own, links], how="vertical_relaxed")
    # A person is a household already: of one pair the higher level is told, people's word first.
    every = every.with_columns(first=pl.col("by") == "people", whole=pl.col("level") == "person")
    one, other = every["left"].to_numpy(), every["right"].to_numpy()
    together = (person[one] == person[other]) & every["whole"].to_numpy()
    together |= (household[one] == household[other]) & ~every["whole"].to_numpy()
    return (
        every.filter(pl.Series(together))
        .sort("left", "right", "whole", "first", "probability", descending=[False, False, True, True, True])
        .unique(["left", "right"], keep="first", maintain_order=True)
        .drop("first", "whole")
    )


def _entities(
    role: str, details: Details, person: np.ndarray, household: np.ndarray, links: pl.DataFrame
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Give ``members`` and ``links`` of :class:`Entities`."""
    ids = details.subjects["subject_id"]
    # Who shares a person or a household does so with everybody in it: groups stay whole.
    shared = np.flatnonzero((np.bincount(household)[household] > 1) | (np.bincount(person)[person] > 1))
    seen = details.subjects.select(pl.col("subject_id", "first_seen").gather(pl.Series(shared)))
    named = seen.with_columns(person=pl.Series(person[shared]), household=pl.Series(household[shared])).with_columns(
        _founder("person"), _founder("household")
    )
    members = named.select(pl.lit(role).alias("role"), "subject_id", "person_id", "household_id")
    table = links.select(
        pl.lit(role).alias("role"), left=ids.gather(links["left"]), right=ids.gather(links["right"]),
        level="level", probability=pl.col("probability").round(4), why="why", by="by",
    )  # fmt: skip
    return members.match_to_schema(MEMBER_SCHEMA), table.match_to_schema(LINK_SCHEMA)


def _founder(group: str) -> pl.Expr:
    """Name a group after its member seen first, the smallest id among equals."""
    order: Sequence[pl.Expr] = (pl.col("first_seen").fill_null(pl.Int64.max()), pl.col("subject_id"))
    return pl.col("subject_id").sort_by(order).first().over(group).alias(f"{group}_id")
