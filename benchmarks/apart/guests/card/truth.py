"""What is true of every account, in either role."""

from __future__ import annotations

import numpy as np
import polars as pl

from benchmarks.apart.guests.card.accounts import Accounts
from benchmarks.apart.guests.card.kinds import CRIME_ORDER, PATTERNS
from benchmarks.apart.guests.card.people import Ints, People


def _one_role(role: str, subject: Ints, other: Ints, person: Ints, pattern: pl.Series) -> pl.DataFrame:
    """Per account of one role: its pattern, the payments that show it, and the persons who share a counterparty.

    Crime comes before ordinary life, the graver first; otherwise the kind with most payments names the
    account, ordinary spending at a quarter, because everybody shops.
    """
    rank = {name: len(CRIME_ORDER) - place for place, name in enumerate(CRIME_ORDER)}
    pairs = pl.DataFrame({"subject": subject, "other": other, "person": person, "pattern": pattern})
    counts = pairs.group_by("subject", "pattern").agg(shown=pl.len())
    graver = pl.col("pattern").replace_strict(rank, default=0, return_dtype=pl.Int64)
    weight = pl.when(pl.col("pattern") == "ordinary").then(pl.col("shown") / 4).otherwise(pl.col("shown"))
    main = (
        counts.with_columns(rank=graver, weight=weight)
        .sort("subject", "rank", "weight", "pattern", descending=[False, True, True, False])
        .unique("subject", keep="first", maintain_order=True)
    )
    met = pairs.unique(["subject", "other", "pattern"], maintain_order=True)
    crowd = met.group_by("other", "pattern").agg(sharers=pl.col("person").n_unique())
    shared = met.join(crowd, on=["other", "pattern"]).group_by("subject", "pattern").agg(pl.col("sharers").max())
    return main.join(shared, on=["subject", "pattern"], how="left").with_columns(role=pl.lit(role)).sort("subject")


def truth_table(people: People, accounts: Accounts, source: Ints, sink: Ints, kind: Ints) -> pl.DataFrame:
    """One row for each account and role. `group`: the ring of a crime, else the household of those who share one."""
    payers = pl.Series([PATTERNS[k][0] for k in sorted(PATTERNS)]).gather(kind)
    payees = pl.Series([PATTERNS[k][1] for k in sorted(PATTERNS)]).gather(kind)
    both = pl.concat(
        [
            _one_role("originator", source, sink, accounts.person[source], payers),
            _one_role("beneficiary", sink, source, accounts.person[sink], payees),
        ]
    )
    position = both["subject"].to_numpy()
    owner = accounts.person[position]
    crime = both["pattern"].is_in(list(CRIME_ORDER)).to_numpy()
    first = np.searchsorted(accounts.person, owner)
    size = np.bincount(people.hearth, minlength=len(people))
    group = [
        people.ring.get(int(who)) if bad else (f"home-{people.hearth[who]}" if size[people.hearth[who]] > 1 else None)
        for who, bad in zip(owner, crime, strict=True)
    ]
    quiet = np.isin(owner, sorted(people.disguised))
    little = (both["shown"] <= 3).to_numpy() | (both["sharers"] <= 1).to_numpy() | quiet
    return both.select(
        "role",
        pl.Series("subject_id", accounts.ident[position], dtype=pl.String),
        "pattern",
        pl.Series("group", group, dtype=pl.String),
        pl.Series("hard", crime & little),
        pl.Series("person", accounts.ident[first], dtype=pl.String),
    )
