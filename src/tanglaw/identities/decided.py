"""What people decided about who is who (``--links``): it wins over every finding, from then on."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import polars as pl
from rapidfuzz import process

from tanglaw.common.errors import Fault, FaultsError
from tanglaw.identities.entities import LEVELS, ROLES

COLUMNS: Final = ("role", "subject_id", "other_subject_id", "level", "decision")
DECISIONS: Final = ("join", "split")
_HEADLINE: Final = "The decided links cannot be used."


@dataclass(frozen=True, slots=True)
class Decided:
    """Pairs of subjects that a person joined or split.

    Attributes:
        pairs: ``role, left, right, level, decision``, one row a pair and level, ``left`` < ``right``.
    """

    pairs: pl.DataFrame

    def of(self, decision: str) -> pl.DataFrame:
        """Give ``role, left, right, level`` of the pairs with this decision."""
        return self.pairs.filter(pl.col("decision") == decision).drop("decision")


NOTHING_DECIDED: Final = Decided(
    pl.DataFrame(schema=dict.fromkeys(("role", "left", "right", "level", "decision"), pl.String))
)


def read_links(path: Path) -> Decided:
    """Read decided links.

    Args:
        path: CSV (UTF-8, comma) or Parquet with the columns ``role`` (originator or beneficiary), ``subject_id``,
            ``other_subject_id``, ``level`` (person or household) and ``decision`` (join or split). Who joins a person
            joins the household too; who splits a household splits the person too.

    Raises:
        FaultsError: every fault of the file, with its line.
    """
    if not path.is_file():
        raise FaultsError(_HEADLINE, [Fault(str(path), "no such file", "a CSV or Parquet file", "Check --links.")])
    try:
        frame = pl.read_parquet(path) if path.suffix == ".parquet" else pl.read_csv(path, infer_schema=False)
    except (pl.exceptions.PolarsError, UnicodeDecodeError) as error:
        raise FaultsError(
            _HEADLINE, [Fault(str(path), str(error).splitlines()[0], "a CSV or Parquet table")]
        ) from error
    missing = [name for name in COLUMNS if name not in frame.columns]
    if missing:
        found = f"the columns {', '.join(frame.columns) or '(none)'}"
        raise FaultsError(_HEADLINE, [Fault(str(path), found, f"also {', '.join(missing)}", "Add them to the header.")])
    rows = frame.select(pl.col(name).cast(pl.String).str.strip_chars() for name in COLUMNS)
    faults = _faults(path, rows)
    if faults:
        raise FaultsError(_HEADLINE, faults)
    return Decided(
        rows.select(
            "role",
            left=pl.min_horizontal("subject_id", "other_subject_id"),
            right=pl.max_horizontal("subject_id", "other_subject_id"),
            level="level",
            decision="decision",
        )
        .unique()
        .sort(pl.all())
    )


def _faults(path: Path, rows: pl.DataFrame) -> list[Fault]:
    faults = []
    seen: dict[tuple[str, ...], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for line, (role, subject, other, level, decision) in enumerate(rows.iter_rows(), 2):
        where = f"{path}:{line}"
        for found, allowed, what in (
            (role, ROLES, "role"),
            (level, LEVELS, "level"),
            (decision, DECISIONS, "decision"),
        ):
            faults += _one_of(where, found, allowed, what)
        if not subject or not other:
            faults.append(Fault(where, "an empty subject id", "the ids of two payers or two receivers"))
        elif subject == other:
            faults.append(Fault(where, f"{subject} on both sides", "two different subjects"))
        pair = (role or "", *sorted((subject or "", other or "")))
        levels = seen[pair]
        levels[level or ""].add(decision or "")
        if len(levels[level or ""]) > 1:
            faults.append(
                Fault(where, f"{subject} and {other} both joined and split", "one decision", "Keep the later one.")
            )
        elif "join" in levels["person"] and "split" in levels["household"]:
            expected = "one person is always one household"
            faults.append(Fault(where, f"{subject} and {other} one person, two households", expected))
    return faults or _split_through_others(path, rows)


def _split_through_others(path: Path, rows: pl.DataFrame) -> list[Fault]:
    """Find pairs that are split although a chain of joins makes them one; who is one person is one household."""
    faults = []
    for level in LEVELS:
        above: dict[tuple[str, str], tuple[str, str]] = {}

        def root(node: tuple[str, str], above: dict[tuple[str, str], tuple[str, str]] = above) -> tuple[str, str]:
            while node in above:
                node = above[node]
            return node

        joining = pl.col("level").is_in(["person"] if level == "person" else LEVELS)
        for role, subject, other, _, _ in rows.filter((pl.col("decision") == "join") & joining).iter_rows():
            one, two = root((role, subject)), root((role, other))
            if one != two:
                above[one] = two
        for line, (role, subject, other, said, decision) in enumerate(rows.iter_rows(), 2):
            if decision == "split" and said == level and root((role, subject)) == root((role, other)):
                found = f"{subject} and {other} split, yet joined through others"
                faults.append(Fault(f"{path}:{line}", found, "decisions that agree", "Take one of the joins out."))
    return faults


def _one_of(where: str, found: str | None, allowed: tuple[str, ...], what: str) -> list[Fault]:
    if found in allowed:
        return []
    near = process.extractOne(found or "", allowed)
    mend = f"Did you mean {near[0]}?" if near and near[1] > 60 else ""
    return [Fault(where, f"the {what} {found!r}", f"one of {', '.join(allowed)}", mend)]
