"""Gathers from payment rows who the parties are: every name, number, account and device they were recorded with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, Final

import polars as pl

from tanglaw.filings.dossier.party import Account, Address, Device, Kind, Party, Side, Standing
from tanglaw.identities import ibans
from tanglaw.identities.organisations import is_organisation

Row = dict[str, Any]

_BY_RAIL: Final = {"wallet": "wallet", "card": "card", "crypto": "crypto address"}


def gather(
    key: str, side: Side, rows: Sequence[Row], standing: Standing, *, protected_because: str = "", note: str = ""
) -> Party:
    """Make a party from the payments it takes part in.

    Args:
        key: its key in the dossier.
        side: the side it stands on in these rows.
        rows: rows of ``lead_payments``, at least one, in order of time; all of this one party.
        standing: why it is in the filing.
        protected_because: why it is protected; empty: it is not.
        note: further words.
    """
    names = _by_frequency(row[f"{side}_name"] for row in rows)
    payer = side == "originator"
    return Party(
        key=key,
        standing=standing,
        side=side,
        kind=_kind(names, rows, side),
        # Payments are recorded by the institution that sent them, so payers are its customers; a person can change it.
        client=payer,
        protected=bool(protected_because),
        protected_because=protected_because,
        ids=_by_frequency(row[f"{side}_id"] for row in rows),
        names=names,
        birth_date=_latest(row.get(f"{side}_birth_date") for row in rows),
        birth_year=_latest(row[f"{side}_birth_year"] for row in rows),
        country=_by_frequency(row[f"{side}_country"] for row in rows)[0],
        addresses=_addresses(rows, side),
        phones=_by_frequency(row[f"{side}_phone"] for row in rows),
        emails=_by_frequency(row[f"{side}_email"] for row in rows),
        accounts=_accounts(rows, side),
        devices=_devices(rows) if payer else (),
        note=note,
        payments=len(rows),
    )


def _by_frequency(values: Iterable[str | None]) -> tuple[str, ...]:
    """Give distinct values that are not empty, the commonest first, equally common ones in order of appearance."""
    counts: dict[str, int] = {}
    for value in values:
        if value:
            counts[value] = counts.get(value, 0) + 1
    return tuple(sorted(counts, key=lambda value: -counts[value]))


def _latest(values: Iterable[Any]) -> Any:  # noqa: ANN401 -- a date or a year, as the column holds it
    known = [value for value in values if value is not None]
    return known[-1] if known else None


def _kind(names: tuple[str, ...], rows: Sequence[Row], side: Side) -> Kind:
    if any(row[f"{side}_birth_year"] is not None for row in rows):
        return "person"
    if not names:
        return "unknown"
    return "organisation" if is_organisation(pl.Series(list(names), dtype=pl.String)).any() else "person"


def _addresses(rows: Sequence[Row], side: Side) -> tuple[Address, ...]:
    found: dict[tuple[str | None, str | None, str | None], None] = {}
    for row in rows:
        if row[f"{side}_address"] or row[f"{side}_city"]:
            found[row[f"{side}_address"] or None, row[f"{side}_city"] or None, row[f"{side}_country"]] = None
    # A city alone says nothing beside an address in it.
    full = {(city, country) for street, city, country in found if street}
    return tuple(
        Address(street=street, city=city, country=country)
        for street, city, country in found
        if street or (city, country) not in full
    )


def _accounts(rows: Sequence[Row], side: Side) -> tuple[Account, ...]:
    payer = side == "originator"
    counts: dict[tuple[str, str | None, str | None], int] = {}
    for row in rows:
        if number := row[f"{side}_account"]:
            key = (number, row["institution"] if payer else None, None if payer else row["rail"])
            counts[key] = counts.get(key, 0) + 1
    if not counts:
        return ()
    country = rows[-1][f"{side}_country"]
    numbers = pl.Series([number for number, _, _ in counts], dtype=pl.String)
    local = ibans.normalise(numbers, pl.Series([country] * len(counts))).str.contains(":", literal=True)
    made = []
    for (number, institution, rail), is_local in zip(counts, local, strict=True):
        kind = "iban" if is_local is False else _BY_RAIL.get(rail or "", "account")
        made.append(
            Account(
                number=number, kind=kind, institution=institution, country=country,  # type: ignore[arg-type]
                payments=counts[number, institution, rail],
            )
        )  # fmt: skip
    return tuple(sorted(made, key=lambda account: -account.payments))


def _devices(rows: Sequence[Row]) -> tuple[Device, ...]:
    seen: dict[tuple[str | None, str | None], list[date]] = {}
    for row in rows:
        device, ip = row["originator_device"] or None, row["originator_ip"] or None
        at: datetime = row["executed_at"]
        if device or ip:
            seen.setdefault((device, ip), []).append(at.date())
    made = [
        Device(device=device, ip=ip, first_seen=min(days), last_seen=max(days), payments=len(days))
        for (device, ip), days in seen.items()
    ]
    return tuple(sorted(made, key=lambda device: -device.payments))
