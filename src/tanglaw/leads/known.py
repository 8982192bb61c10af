"""What people found out: subjects whose lead was confirmed or dismissed (``--known``).

A dismissal may say which explanation it turned out to be (column ``explanation``): that one then counts as confirmed.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import polars as pl
from rapidfuzz import process

from tanglaw.common.errors import Fault, FaultsError
from tanglaw.leads.accounts import Accounts
from tanglaw.patterns.pattern_set import PatternSet

COLUMNS: Final = ("role", "subject_id", "pattern", "outcome")
EXPLANATION: Final = "explanation"
OUTCOMES: Final = ("confirmed", "dismissed")
ROLES: Final = ("originator", "beneficiary")


@dataclass(frozen=True, slots=True)
class Known:
    """Outcomes of earlier reviews.

    Attributes:
        outcomes: ``role, subject_id, pattern, outcome, explanation``, one row a subject and pattern; the last is null
            where a dismissal does not say what it was instead.
        sha256: hash of the file it was read from; empty where nothing was read.
    """

    outcomes: pl.DataFrame
    sha256: str = ""

    def rows(self, role: str, pattern: str, outcome: str, subject_ids: pl.Series) -> list[int]:
        """Give the places in `subject_ids` (sorted) of the subjects with this outcome; others are passed over.

        Confirmed under an explanation is also who was dismissed under a pattern *as* that explanation.
        """
        held = (pl.col("pattern") == pattern) & (pl.col("outcome") == outcome)
        if outcome == "confirmed":
            held |= pl.col(EXPLANATION) == pattern
        chosen = self.outcomes.filter((pl.col("role") == role) & held)
        return subject_ids.is_in(chosen["subject_id"].implode()).arg_true().to_list()

    def of_entities(self, role: str, accounts: Accounts) -> Known:
        """Put a role's entities in the place of their accounts.

        What was found of one account holds for the entity. One account confirmed and another dismissed is a
        contradiction that only people can settle; until then the confirmation stands, the costlier one to lose.
        """
        own = self.outcomes.filter(role=role)
        entities = own.with_columns(accounts.entities(own["subject_id"]))
        settled = entities.sort("outcome").unique(["subject_id", "pattern"], keep="first", maintain_order=True)
        return Known(settled, self.sha256)

    def missing(self, role: str, subject_ids: pl.Series) -> int:
        """Count subjects of a role that have an outcome but no payment in this run."""
        known = self.outcomes.filter(pl.col("role") == role)["subject_id"].unique()
        return int((~known.is_in(subject_ids.implode())).sum())


NOTHING_KNOWN: Final = Known(pl.DataFrame(schema=dict.fromkeys((*COLUMNS, EXPLANATION), pl.String)))


def read_known(path: Path, patterns: PatternSet) -> Known:
    """Read known outcomes.

    Args:
        path: CSV (UTF-8, comma) or Parquet with the columns ``role, subject_id, pattern, outcome`` and, if wanted,
            ``explanation``: which other explanation of that role a dismissed subject turned out to be.
        patterns: the patterns there are.

    Raises:
        FaultsError: every fault of the file, with its line.
    """
    headline = "The known outcomes cannot be used."
    if not path.is_file():
        raise FaultsError(headline, [Fault(str(path), "no such file", "a CSV or Parquet file", "Check --known.")])
    try:
        frame = pl.read_parquet(path) if path.suffix == ".parquet" else pl.read_csv(path, infer_schema=False)
    except (pl.exceptions.PolarsError, UnicodeDecodeError) as error:
        raise FaultsError(headline, [Fault(str(path), str(error).splitlines()[0], "a CSV or Parquet table")]) from error
    missing = [name for name in COLUMNS if name not in frame.columns]
    if missing:
        found = f"the columns {', '.join(frame.columns) or '(none)'}"
        raise FaultsError(headline, [Fault(str(path), found, f"also {', '.join(missing)}", "Add them to the header.")])
    if EXPLANATION not in frame.columns:
        frame = frame.with_columns(pl.lit(None, pl.String).alias(EXPLANATION))
    known = frame.select(pl.col(name).cast(pl.String).str.strip_chars() for name in (*COLUMNS, EXPLANATION))
    known = known.with_columns(pl.col(EXPLANATION).replace("", None))
    faults = _faults(path, known, patterns)
    if faults:
        raise FaultsError(headline, faults)
    return Known(known.unique(maintain_order=True), hashlib.sha256(path.read_bytes()).hexdigest())


def _faults(path: Path, known: pl.DataFrame, patterns: PatternSet) -> list[Fault]:
    faults = []
    seen: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for line, (role, subject, pattern, outcome, explanation) in enumerate(known.iter_rows(), 2):
        where = f"{path}:{line}"
        of_role = [p.id for p in patterns if p.kind == "pattern" and p.role == role]
        faults += _one_of(where, role, ROLES, "role")
        faults += _one_of(where, outcome, OUTCOMES, "outcome")
        if not subject:
            faults.append(Fault(where, "no subject_id", "the id of a payer or receiver"))
        if role in ROLES:
            faults += _one_of(where, pattern, of_role, "pattern of this role")
        said = [(pattern, outcome)]
        if explanation is not None:
            others = [p.id for p in patterns if p.role == role and p.id != pattern]
            faults += _wrong_explanation(where, outcome, explanation, others)
            said.append((explanation, "confirmed"))
        for name, finding in said:
            held = seen[role or "", subject or "", name or ""]
            held.add(finding or "")
            if len(held) > 1:
                found = f"{subject} both confirmed and dismissed as {name}"
                faults.append(Fault(where, found, "one outcome", "Keep the later one."))
    return faults


def _wrong_explanation(where: str, outcome: str | None, explanation: str, others: list[str]) -> list[Fault]:
    if outcome == "confirmed":
        found = f"the explanation {explanation!r} of a confirmed subject"
        return [Fault(where, found, "an explanation of dismissed subjects only", "Leave it empty.")]
    return _one_of(where, explanation, others, "explanation of this role") if others else []


def _one_of(where: str, found: str | None, allowed: Sequence[str], what: str) -> list[Fault]:
    if found in allowed:
        return []
    near = process.extractOne(found or "", allowed)
    mend = f"Did you mean {near[0]}?" if near and near[1] > 60 else ""
    return [Fault(where, f"the {what} {found!r}", f"one of {', '.join(allowed)}", mend)]
