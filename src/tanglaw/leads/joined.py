"""Why accounts are taken for one person or household, in sentences; and the tables that say so of everybody."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import polars as pl

from tanglaw.common.roles import Role
from tanglaw.identities.entities import LEVELS, ROLES, Entities
from tanglaw.leads.lead import Lead
from tanglaw.leads.text import mask_contact
from tanglaw.leads.words import count
from tanglaw.measures.joining import Joined
from tanglaw.measures.joins import LEVEL

MOST: Final = 12
"""Links of one lead that are put into words; ``links.parquet`` holds them all."""


def because(role: Role, accounts: Sequence[str], joined: Joined | None) -> tuple[str, ...]:
    """Say the links among a lead's accounts, the surest first.

    Args:
        role: the lead's.
        accounts: its accounts.
        joined: what the linkage found.
    """
    if joined is None or len(accounts) < 2:
        return ()
    held = pl.Series(accounts).implode()
    levels = ["person", "household"] if LEVEL[role] == "household" else ["person"]
    among = joined.entities.links.filter(
        (pl.col("role") == role)
        & pl.col("left").is_in(held)
        & pl.col("right").is_in(held)
        & pl.col("level").is_in(levels)
    )
    # Who is one person is one household too: of two links of a pair, the nearer one says more.
    nearest = (
        among.with_columns(near=pl.col("level") == "person")
        .sort("near", "probability", "left", "right", descending=[True, True, False, False])
        .unique(["left", "right"], keep="first", maintain_order=True)
        .sort("probability", "left", "right", descending=[True, False, False])
    )
    said = [
        _said(*row)
        for row in nearest.head(MOST).select("left", "right", "level", "probability", "why", "by").iter_rows()
    ]
    more = nearest.height - len(said)
    return (*said, f"and {count(more, 'further link')}, in links.parquet") if more else tuple(said)


def _said(left: str, right: str, level: str, probability: float, why: Sequence[str], by: str) -> str:  # noqa: PLR0917 -- a link
    reasons = "; ".join(why) or ("decided by people" if by == "people" else "no reason is recorded")
    return f"{mask_contact(left)} and {mask_contact(right)}, one {level} ({probability:.2f}): {reasons}"


def heading(lead: Lead) -> str:
    """Say that several accounts are taken for one, as the start of a sentence; empty for a single account."""
    if len(lead.subject_ids) < 2:
        return ""
    return f"These {len(lead.subject_ids)} accounts are taken for one {lead.joined_as or 'party'}"


def apart(lead: Lead) -> str:
    """Say which payments of an account a lead is about, where it has others; empty where it has not."""
    return parts(lead.role, lead.part, lead.payments, lead.other_payments)


def parts(role: Role, part: str, payments: int, other_payments: int) -> str:
    """Say which part of somebody's payments is looked at, and how many the other holds; empty where there is none."""
    if not other_payments:
        return ""
    across = "abroad" if role == "originator" else "from abroad"
    own, other = (across, "within one country") if part == "abroad" else ("within one country", across)
    looked = "Looked at is the payment" if payments == 1 else "Looked at are the payments"
    others, verb = count(other_payments, "payment"), "is" if other_payments == 1 else "are"
    return f"{looked} {own}; {others} {other} {verb} weighed apart"


def account_of_identities(entities: Entities, joined: Joined | None) -> dict[str, object]:
    """Count for ``run.json`` what was linked, and what was joined: payers as persons, receivers as households."""
    links = entities.links.group_by("role", "level").len()
    counted = {role: dict.fromkeys(LEVELS, 0) for role in ROLES}
    for role, level, number in links.iter_rows():
        counted[role][level] = number
    accounts = {role: joined.accounts.filter(role=role) if joined else None for role in ROLES}
    return {
        role: {
            "person_links": counted[role]["person"],
            "household_links": counted[role]["household"],
            "joined_as": LEVEL[role],
            "joined_accounts": held.height if (held := accounts[role]) is not None else 0,
            "joined_into": held["entity_id"].n_unique() if held is not None else 0,
        }
        for role in ROLES
    }


def write_tables(folder: Path, entities: Entities) -> None:
    """Write ``identities.parquet`` (who is one person, who one household) and ``links.parquet`` (why)."""
    entities.members.write_parquet(folder / "identities.parquet")
    entities.links.write_parquet(folder / "links.parquet")
