"""An invented ring: four payers and one household with two accounts, through two institutions, beside a busy agent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import polars as pl

from tanglaw.leads.lead import Lead

from .sample import PAYMENTS_SCHEMA, sample

SCHEMA = PAYMENTS_SCHEMA | {"originator_entity": pl.String, "beneficiary_entity": pl.String}
LINKS_SCHEMA = {
    "role": pl.String, "left": pl.String, "right": pl.String, "level": pl.String, "probability": pl.Float64,
    "why": pl.List(pl.String), "by": pl.String,
}  # fmt: skip
START = datetime(2025, 3, 1, 13, 5, tzinfo=UTC)
HOUSEHOLD = "H-0001"
AGENT, COUSIN = "R-AGENT", "R-COUSIN"
DEGREES = {("beneficiary", AGENT): 312, ("beneficiary", COUSIN): 3}
PAYER_NAMES = ("Alan Example", "Graham Placeholder", "Nils Testsson", "Peter Müller")
VICTIM_NAME = "Marisol Dimaculangan"

_KINDS = {lead.pattern: lead for lead in sample()[0][::-1]}

Paid = tuple[str, str, int, str]
"""Payer's account, receiver's account, day of payment, institution."""


def lead(pattern: str, *accounts: str, score: float = 0.5, entity: str | None = None, **changes: object) -> Lead:
    """Make a lead of a pattern on some accounts."""
    entity = entity or accounts[0]
    known = {
        "lead_id": f"L-{pattern}-{entity}",
        "rank": 1,
        "entity_id": entity,
        "subject_ids": accounts,
        "score": score,
    }
    return replace(_KINDS[pattern], **(known | changes))


def payments_of(leads: Iterable[Lead], paid: Iterable[Paid]) -> tuple[list[Lead], pl.DataFrame]:
    """Make the payments behind leads, and bring the leads' counts in line with them."""
    owner = {(one.role, account): one.entity_id for one in leads for account in one.subject_ids}
    names = {(one.role, account): one.name for one in leads for account in one.subject_ids}
    every = [
        {
            "payment_id": f"P-{number:04d}",
            "executed_at": START + timedelta(days=day, minutes=number),
            "originator_local": (START + timedelta(days=day, hours=10, minutes=number)).replace(tzinfo=None),
            "amount": Decimal("40.00") + number,
            "currency": "AUD",
            "usd": 25.0 + number,
            "originator_id": payer,
            "originator_name": names.get(("originator", payer), "Somebody Else"),
            "originator_country": "AU" if payer != "C-4" else "SE",
            "beneficiary_id": receiver,
            "beneficiary_name": names.get(("beneficiary", receiver), "Somebody Else"),
            "beneficiary_country": "PH",
            "reference": "school fees",
            "rail": "wallet",
            "institution": institution or None,
            "originator_entity": owner.get(("originator", payer), payer),
            "beneficiary_entity": owner.get(("beneficiary", receiver), receiver),
        }
        for number, (payer, receiver, day, institution) in enumerate(paid)
    ]
    rows, told = [], []
    for one in leads:
        other = "beneficiary" if one.role == "originator" else "originator"
        own = [row | {"lead_id": one.lead_id} for row in every if row[f"{one.role}_id"] in one.subject_ids]
        rows += own
        if not own:
            told.append(one)
        else:
            times = [row["executed_at"] for row in own]
            counted = {
                "first_seen": min(times),
                "last_seen": max(times),
                "payments": len(own),
                "counterparties": len({row[f"{other}_entity"] for row in own}),
                "total_usd": sum(row["usd"] for row in own),
                "payment_ids": tuple(row["payment_id"] for row in own),
            }
            told.append(replace(one, **counted))
    return told, pl.DataFrame(rows, schema=SCHEMA, orient="row")


def ring() -> tuple[list[Lead], pl.DataFrame, pl.DataFrame]:
    """Make the ring's leads, one lead that is not of it, all payments, and the links among accounts."""
    payers = [
        lead("livestream_purchase", f"C-{number}", score=score, rank=rank, name=PAYER_NAMES[number - 1])
        for number, score, rank in ((1, 0.62, 2), (2, 0.4, 3), (3, 0.21, 5), (4, 0.08, 6))
    ]
    household = lead(
        "facilitation",
        "R-1",
        "R-2",
        score=0.55,
        rank=1,
        entity=HOUSEHOLD,
        name=VICTIM_NAME,
        urgency=0.9,
        joined_as="household",
        joined_because=("R-1 and R-2, one household (0.99): same phone number",),
    )
    stranger = lead("livestream_purchase", "C-9", score=0.3, rank=4, name="Björn Åkesson")
    paid = [
        ("C-1", "R-1", 0, "Remit One"), ("C-1", "R-1", 9, "Remit One"), ("C-1", "R-2", 16, "Remit One"),
        ("C-2", "R-1", 4, "Remit One"), ("C-2", "R-2", 20, "Remit One"),
        ("C-3", "R-2", 6, "Nordpay"), ("C-3", "R-1", 33, "Nordpay"),
        ("C-4", "R-2", 41, "Nordpay"),
        ("C-1", COUSIN, 12, "Remit One"), ("C-3", COUSIN, 13, "Nordpay"),
        *((payer, AGENT, 2, "Remit One") for payer in ("C-1", "C-2", "C-3", "C-9")),
        ("X-7", "R-1", 30, ""),
    ]  # fmt: skip
    links = pl.DataFrame(
        [
            ("originator", "C-1", "C-2", "household", 0.97, ["same address", "same surname"], "identifier"),
            ("originator", "C-9", "X-7", "household", 0.95, ["same address"], "identifier"),
            ("beneficiary", "R-1", "R-2", "household", 0.99, ["same phone number"], "identifier"),
        ],
        schema=LINKS_SCHEMA,
        orient="row",
    )
    leads, payments = payments_of([*payers, household, stranger], paid)
    return leads, payments, links
