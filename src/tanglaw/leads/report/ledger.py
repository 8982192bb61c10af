"""The payments of a lead as rows of a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tanglaw.leads.lead import Lead
from tanglaw.leads.report.parties import OTHER_SIDE, party_label
from tanglaw.leads.shield import Shield
from tanglaw.leads.text import clip, mask_contact, plain
from tanglaw.leads.words import minute, money, usd

LONGEST_REFERENCE = 400


@dataclass(frozen=True, slots=True)
class Entry:
    """One payment, in words. An empty text is what the payment does not say; ``account`` is told of several."""

    payment_id: str
    utc: str
    payer_local: str
    receiver_local: str
    party: str
    place: str
    amount: str
    usd: str
    rail: str
    institution: str
    reference: str
    account: str


def entries(lead: Lead, rows: Sequence[dict[str, Any]], shield: Shield) -> list[Entry]:
    """Write payments (rows of ``lead_payments``) as entries, in the order given."""
    return [_entry(row, lead, shield) for row in rows]


def _entry(row: dict[str, Any], lead: Lead, shield: Shield) -> Entry:
    role = OTHER_SIDE[lead.role]
    parties = [("originator", row["originator_id"]), ("beneficiary", row["beneficiary_id"])]
    reference = shield.scrub(row["reference"], parties, free=True) if row["reference"] else ""
    return Entry(
        payment_id=clip(plain(row["payment_id"]), 80),
        utc=minute(row["executed_at"]),
        payer_local=minute(row["originator_local"]) if row["originator_local"] else "",
        receiver_local=minute(row["beneficiary_local"]) if row["beneficiary_local"] else "",
        party=party_label(role, row[f"{role}_id"], row[f"{role}_name"], shield),
        place=_joined(row[f"{role}_city"], row[f"{role}_country"]),
        amount=money(row["amount"], plain(row["currency"])),
        usd=usd(row["usd"]) if row["usd"] is not None else "",
        rail=_joined(row["rail"]).replace("_", " "),
        institution=_joined(row["institution"]),
        reference=clip(plain(reference), LONGEST_REFERENCE),
        account=clip(mask_contact(row[f"{lead.role}_id"]), 40) if len(lead.subject_ids) > 1 else "",
    )


def _joined(*parts: str | None) -> str:
    return ", ".join(clip(plain(part), 60) for part in parts if part)
