"""Makes a dossier from a run's folder and one lead."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import ROUND_HALF_EVEN, Decimal
from pathlib import Path
from typing import Any, Final

import polars as pl

from tanglaw.filings.dossier.circle import Circle, Tie
from tanglaw.filings.dossier.contrast import closest_ordinary
from tanglaw.filings.dossier.dossier import AtRisk, Dossier, Earlier, Origin
from tanglaw.filings.dossier.drafting import draft
from tanglaw.filings.dossier.filer import Filer
from tanglaw.filings.dossier.gathering import Row, gather
from tanglaw.filings.dossier.grounds import Assessment, Ground
from tanglaw.filings.dossier.labels import labels_for, minor
from tanglaw.filings.dossier.markings import Markings
from tanglaw.filings.dossier.money import CENT, Money, exact
from tanglaw.filings.dossier.narrative import Narrative
from tanglaw.filings.dossier.party import Party, Side, Standing
from tanglaw.filings.dossier.payment import Payment
from tanglaw.filings.dossier.run_folder import RunFolder, read_run
from tanglaw.leads.lead import Lead, Reason
from tanglaw.payments.handles import has_handle

_OTHER: Final[dict[Side, Side]] = {"originator": "beneficiary", "beneficiary": "originator"}
_CHILDREN: Final = {
    "livestream_purchase": ("children near the receivers", "beneficiary"),
    "facilitation": ("children in or near the receiver's household", "beneficiary"),
    "minor_purchase": ("the receivers, who may be minors", "beneficiary"),
    "minor_recipient": ("the account holder, who may be a minor", "beneficiary"),
    "extortion_victim": ("the account holder, who may be a minor and may harm themselves", "originator"),
    "extortion_collection": ("the payers, who may be minors and may harm themselves", "originator"),
}


def dossier_from_run(
    folder: Path,
    wanted: str,
    *,
    dated: date,
    reference: str | None = None,
    filer: Filer | None = None,
    markings: Markings | None = None,
    earlier: tuple[Earlier, ...] = (),
) -> Dossier:
    """Make the dossier of one lead, narrative drafted.

    Args:
        folder: where ``detect`` wrote.
        wanted: id of the lead, its rank, or the id of a subject that has one lead.
        dated: the day the filing is prepared.
        reference: the filer's own reference; left out, the lead's id and the day.
        filer: who files.
        markings: how it may be shared.
        earlier: reports filed before about the same people.

    Raises:
        UsageError: no finished run there, or no such lead.
    """
    run = read_run(folder, wanted)
    lead = run.lead
    rows: list[Row] = run.payments.to_dicts()
    keys, parties = _parties(run, rows)
    payments = _payments(run.payments, rows, keys)
    assessment = _assessment(run)
    circles, ties = _circle(run, keys)
    payers = [party for party in parties if party.side == "originator"]
    first_day = payments[0].at.date() if payments else dated
    bare = Dossier(
        reference=reference or f"{lead.lead_id}-{dated:%Y%m%d}",
        dated=dated,
        filer=filer,
        markings=markings or Markings(),
        subject="P1",
        side=lead.role,
        parties=tuple(parties),
        payments=payments,
        circles=circles,
        ties=ties,
        assessment=assessment,
        narrative=Narrative(draft=()),
        labels=labels_for(lead.pattern, payers, first_day),
        at_risk=_at_risk(lead, payments),
        earlier=earlier,
        origin=_origin(run),
    )
    return bare.model_copy(update={"narrative": Narrative(draft=draft(bare))})


def _parties(run: RunFolder, rows: list[Row]) -> tuple[dict[tuple[str, str], str], list[Party]]:
    """Give the key of each party by side and id, and the parties: subject, counterparties, those beyond."""
    lead, shield = run.lead, run.shield
    near, far = lead.role, _OTHER[lead.role]
    ids = [(near, lead.entity_id), *dict.fromkeys((far, row[f"{far}_entity"]) for row in rows)]
    keys: dict[tuple[str, str], str] = {party: f"P{number}" for number, party in enumerate(ids, 1)}
    because = {(other.role, subject): _holder(other) for other in run.leads if other.protect for subject in _ids(other)}
    ranks = {(other.role, subject): other for other in run.leads for subject in _ids(other)}
    parties = []
    for side, identifier in ids:
        own = [row for row in rows if row[f"{side}_entity"] == identifier]
        protected = because.get((side, identifier), "")
        standing: Standing = "counterparty"
        if side == near:
            standing = "possible victim" if protected else "subject of review"
        other = ranks.get((side, identifier))
        note = "" if other is None else f"Lead {other.lead_id} of the same run: {other.pattern_title}."
        if side == near:
            note = f"Accounts taken for one {lead.joined_as}. {' '.join(lead.joined_because)}" if lead.joined_as else ""
        party = gather(keys[side, identifier], side, own, standing, protected_because=protected, note=note)
        parties.append(_young(party, own))
    beyond = run.neighbours.select("neighbour_id", "neighbour_name", "neighbour_country").unique(
        "neighbour_id", keep="first", maintain_order=True
    )
    for identifier, name, country in beyond.iter_rows():
        if (near, identifier) in keys:
            continue
        keys[near, identifier] = f"P{len(keys) + 1}"
        protected = because.get((near, identifier), "")
        other = ranks.get((near, identifier))
        names = (name,) if name else _protected_names(run, near, identifier)
        parties.append(
            Party(
                key=keys[near, identifier], standing="counterparty's counterparty", side=near,
                client=near == "originator", protected=bool(protected) or shield.covers(near, identifier),
                protected_because=protected, ids=(identifier,), names=names, country=country,
                note=f"Lead {other.lead_id} of the same run: {other.pattern_title}." if other else "",
            )
        )  # fmt: skip
    return keys, parties


def _protected_names(run: RunFolder, side: Side, entity: str) -> tuple[str, ...]:
    """Give the names of a protected party, which only the payments hold."""
    accounts = {entity} | {
        a for one in run.leads if one.entity_id == entity and one.role == side for a in one.subject_ids
    }
    return tuple(sorted({name for account in accounts for name in run.shield.names.get((side, account), ())}))


def _ids(lead: Lead) -> tuple[str, ...]:
    """Give every id that a lead's subject goes by: its accounts, and the entity they were joined to."""
    return (*lead.subject_ids, lead.entity_id)


def _holder(lead: Lead) -> str:
    """Say who an account holder may be, without the side: it is said wherever the party is named."""
    _, _, words = lead.account_holder.rpartition(": ")
    return words or "a possible victim"


def _young(party: Party, rows: list[Row]) -> Party:
    """Protect a party that the records say was under 18 at its first payment."""
    if not rows or not minor(party, rows[0]["executed_at"].date()):
        return party
    because = "; ".join(text for text in (party.protected_because, "under 18 by the records") if text)
    return party.model_copy(update={"protected": True, "protected_because": because, "standing": "possible victim"})


def _payments(frame: pl.DataFrame, rows: list[Row], keys: dict[tuple[str, str], str]) -> tuple[Payment, ...]:
    contact = has_handle(frame["reference"]).to_list()
    return tuple(_payment(row, keys, bool(held)) for row, held in zip(rows, contact, strict=True))


def _payment(row: Row, keys: dict[tuple[str, str], str], contact: bool) -> Payment:
    at = row["executed_at"].astimezone(UTC)
    return Payment(
        payment_id=row["payment_id"],
        at=at,
        time_known=bool(row["time_known"]),
        payer_local=_clock(at, row["originator_local"]),
        receiver_local=_clock(at, row["beneficiary_local"]),
        payer_clock=row["originator_clock"] or "unknown",
        receiver_clock=row["beneficiary_clock"] or "unknown",
        payer=keys["originator", row["originator_entity"]],
        receiver=keys["beneficiary", row["beneficiary_entity"]],
        payer_country=row["originator_country"],
        receiver_country=row["beneficiary_country"],
        payer_city=row["originator_city"],
        receiver_city=row["beneficiary_city"],
        payer_account=row["originator_account"],
        receiver_account=row["beneficiary_account"],
        payer_device=row["originator_device"],
        payer_ip=row["originator_ip"],
        sent=Money(amount=exact(row["amount"]), currency=row["currency"]),
        received=_at_rate(row["received"], row["received_currency"]),
        usd=_at_rate(row["usd"], "USD"),
        reference=row["reference"],
        holds_contact=contact,
        purpose_code=row["purpose_code"],
        rail=row["rail"],
        institution=row["institution"],
        status=row["status"],
        merchant_category=row["merchant_category"],
    )


def _clock(at: datetime, local: datetime | None) -> datetime | None:
    if local is None:
        return None
    return local.replace(tzinfo=timezone(local - at.replace(tzinfo=None) + timedelta(0)))


def _at_rate(amount: float | None, currency: str | None) -> Money | None:
    if amount is None or currency is None:
        return None
    rounded = Decimal(repr(amount)).quantize(CENT, ROUND_HALF_EVEN)
    return Money(amount=rounded, currency=currency, basis="reference rate")


def _circle(run: RunFolder, keys: dict[tuple[str, str], str]) -> tuple[tuple[Circle, ...], tuple[Tie, ...]]:
    near, far = run.lead.role, _OTHER[run.lead.role]
    by_id = {subject: other.lead_id for other in run.leads if other.role == near for subject in _ids(other)}
    ties = [
        Tie(
            counterparty=keys[far, row["counterparty_id"]],
            other=keys[near, row["neighbour_id"]],
            payments=row["payments"],
            usd=_at_rate(row["usd"], "USD"),
            first_seen=row["first_seen"],
            last_seen=row["last_seen"],
            lead=by_id.get(row["neighbour_id"]),
        )
        for row in run.neighbours.iter_rows(named=True)
    ]
    counted = run.neighbours.group_by("counterparty_id", maintain_order=True).agg(pl.col("others").first(), pl.len())
    circles = [Circle(counterparty=keys[far, c], others=others, listed=n) for c, others, n in counted.iter_rows()]
    return tuple(circles), tuple(ties)


def _assessment(run: RunFolder) -> Assessment:
    lead = run.lead
    return Assessment(
        lead_id=lead.lead_id,
        rank=lead.rank,
        pattern=lead.pattern,
        pattern_title=lead.pattern_title,
        pattern_sha256=str(run.run.get("patterns", {}).get(lead.pattern, "")),
        score=lead.score,
        log_odds=lead.log_odds,
        prior=lead.prior,
        competition=lead.competition,
        urgency=lead.urgency,
        urgency_reasons=lead.urgency_reasons,
        account_holder=lead.account_holder,
        reasons=tuple(_ground(reason) for reason in lead.reasons),
        against=tuple(_ground(reason) for reason in lead.against),
        ordinary=closest_ordinary(lead, run.measured, run.model),
        abstained=lead.abstained,
    )


def _ground(reason: Reason) -> Ground:
    return Ground(**{name: getattr(reason, name) for name in Ground.model_fields})


def _at_risk(lead: Lead, payments: tuple[Payment, ...]) -> tuple[AtRisk, ...]:
    if lead.pattern not in _CHILDREN:
        return ()
    who, side = _CHILDREN[lead.pattern]
    end = "payer" if side == "originator" else "receiver"
    places: dict[str, None] = {}
    for payment in payments:
        city, country = getattr(payment, f"{end}_city"), getattr(payment, f"{end}_country")
        places[f"{city}, {country}" if city else country] = None
    return (AtRisk(who=who, where="; ".join(places), why=f"Payment pattern consistent with: {lead.pattern_title}."),)


def _origin(run: RunFolder) -> Origin:
    said: dict[str, Any] = run.run
    version = said.get("version", {})
    return Origin(
        made_by=f"tanglaw {version.get('tanglaw', '')}".strip(),
        engine=str(said.get("engine", {}).get("name", "")),
        rates=str(version.get("rates", "")),
        inputs=tuple(Path(str(one.get("name", ""))).name for one in said.get("inputs", ())),
        data_from=str(said.get("period", {}).get("from", "")),
        data_to=str(said.get("period", {}).get("to", "")),
        patterns={str(name): str(digest) for name, digest in said.get("patterns", {}).items()},
        payments_recorded=run.lead.payments,
    )
