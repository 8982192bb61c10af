"""Who pays whom, around a lead and on from there: what the workspace holds, names as the reader may see them.

A step outwards shows an account's payments in all leads that it appears in and that the reader may see. The reason for
which somebody sees the names in one lead covers the people of that lead and nobody beyond.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Final

import polars as pl
from django.db.models import F

from tanglaw.casework.intake.content import PAYMENTS_SCHEMA, unpack_rows
from tanglaw.casework.models import Appearance, Lead, User, Version
from tanglaw.casework.reading import names, visible
from tanglaw.casework.sealing.blind import blind
from tanglaw.leads import words
from tanglaw.leads.shield import WITHHELD, Party, Shield
from tanglaw.leads.text import clip, initials, mask_contact, plain

MOST_NODES: Final = 60
_MOST_LEADS: Final = 12
_LONGEST: Final = 80


@dataclass(frozen=True, slots=True)
class Node:
    """An account: what it is called, and what the workspace knows of it."""

    handle: str
    role: str
    word: str
    account: str
    name: str
    protected: bool
    leads: Sequence[Lead]


@dataclass(frozen=True, slots=True)
class Edge:
    """Payments from one account to another."""

    payer: str
    receiver: str
    payments: int
    usd: float
    total: str
    span: str


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes, the middle one first, and the edges between them.

    Attributes:
        more: accounts that pay or are paid, too, and are left out; the least payments.
        leads: that the payments come from.
    """

    nodes: Sequence[Node]
    edges: Sequence[Edge]
    more: int
    leads: Sequence[Lead]


def around(lead: Lead, role: str, parties: Sequence[str], user: User, *, unmasked: bool) -> Network:
    """Draw the network around one account, or around all accounts of a lead.

    Args:
        lead: where the reader stands; its people may be named if `unmasked`.
        role: of the accounts in the middle.
        parties: their ids, the lead's own first.
        user: sees only what they may.
        unmasked: the reader gave a reason to see the names in `lead`.
    """
    leads = _leads(role, parties, user)
    payments = _payments(leads, role, parties)
    other = _other(role)
    grouped = _grouped(payments, [f"{other}_id"], f"{other}_name").head(MOST_NODES)
    every = payments[f"{other}_id"].n_unique()
    theirs = {(one.role, one.party) for one in lead.appearances.all()} if unmasked else set()
    ends = grouped[f"{other}_id"].to_list()
    known = _known([*((role, party) for party in parties), *((other, end) for end in ends)], user)
    recorded = {party: payments.filter(pl.col(f"{role}_id") == party)[f"{role}_name"].drop_nulls().unique().sort()
                for party in parties}  # fmt: skip
    shield = names.shield()

    def node(one: Party, held: Sequence[str]) -> Node:
        return _node(one, held, known.get(one, []), shield, unmasked=one in theirs)

    nodes = [node((role, party), recorded[party].to_list()) for party in parties]
    nodes += [node((other, row[f"{other}_id"]), row["names"]) for row in grouped.iter_rows(named=True)]
    pairs = _grouped(
        payments.filter(pl.col(f"{other}_id").is_in(ends)), ["originator_id", "beneficiary_id"], f"{other}_name"
    )
    edges = [
        Edge(blind("originator", row["originator_id"]), blind("beneficiary", row["beneficiary_id"]), row["payments"],
             round(row["usd"], 2), words.usd(row["usd"]), words.span(row["first"], row["last"]))
        for row in pairs.iter_rows(named=True)
    ]  # fmt: skip
    return Network(nodes, edges, every - len(ends), leads)


def _grouped(payments: pl.DataFrame, by: Sequence[str], name: str) -> pl.DataFrame:
    return (
        payments.group_by(by)
        .agg(payments=pl.len(), usd=pl.col("usd").sum(), first=pl.col("executed_at").min(),
             last=pl.col("executed_at").max(), names=pl.col(name).drop_nulls().unique().sort())
        .sort(["payments", *by], descending=[True, *(False for _ in by)])
    )  # fmt: skip


def _other(role: str) -> str:
    return "beneficiary" if role == "originator" else "originator"


def _leads(role: str, parties: Sequence[str], user: User) -> list[Lead]:
    rows = (
        visible.of_leads(Appearance.objects.all(), user)
        .filter(index__in=[blind(role, party) for party in parties], lead__part_of=None)
        .select_related("lead__assigned_to", "lead__key")
        .order_by("-lead__attention", "lead_id")
    )
    found = {row.lead.pk: row.lead for row in rows[: _MOST_LEADS * len(parties)]}
    return list(found.values())[:_MOST_LEADS]


def _payments(leads: Collection[Lead], role: str, parties: Sequence[str]) -> pl.DataFrame:
    """Return the accounts' payments in these leads, each once."""
    wanted, side, found = set(parties), f"{role}_id", dict[str, dict[str, Any]]()
    for version in (
        Version.objects.filter(lead__in=leads, number=F("lead__version")).select_related("lead__key").order_by("lead")
    ):
        _, held = unpack_rows(version.content, version.lead_id)
        for row in held:
            if row[side] in wanted:
                found.setdefault(row["payment_id"], row)
    return pl.DataFrame(list(found.values()), schema=PAYMENTS_SCHEMA, orient="row")


def _known(parties: Sequence[Party], user: User) -> dict[Party, list[Lead]]:
    """Find the leads about each account: its own, not those that it merely appears in."""
    found: dict[Party, list[Lead]] = {}
    indexed = {blind(*party): party for party in parties}
    rows = visible.of_leads(Appearance.objects.filter(own=True, index__in=list(indexed)), user)
    for row in rows.select_related("lead__assigned_to").order_by("-lead__attention", "lead_id"):
        found.setdefault(indexed[row.index], []).append(row.lead)
    return found


def _node(one: Party, recorded: Sequence[str], leads: Sequence[Lead], shield: Shield, *, unmasked: bool) -> Node:
    role, party = one
    protected = shield.covers(role, party)
    if not recorded:
        name = "not recorded"
    elif unmasked:
        name = clip("; ".join(plain(each) for each in recorded), 160)
    else:
        name = WITHHELD if protected else initials(recorded[0])
    account = plain(party) if unmasked else mask_contact(party)
    return Node(
        blind(role, party),
        role,
        "payer" if role == "originator" else "receiver",
        clip(account, _LONGEST),
        name,
        protected,
        leads[:6],
    )
