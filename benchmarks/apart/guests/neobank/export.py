"""The payments as the bank's export has them: much about its own customers, little about the other side."""

from __future__ import annotations

from pathlib import Path
from random import Random

import polars as pl

from benchmarks.apart.guests.neobank.days import START
from benchmarks.apart.guests.neobank.ledger import Row
from benchmarks.apart.guests.neobank.parties import Party
from benchmarks.apart.guests.neobank.places import HOMES
from benchmarks.apart.guests.neobank.traces import Traces

_MONEY = pl.Decimal(38, 18)
_SCHEMA = {
    "originator_id": pl.String,
    "originator_country": pl.String,
    "beneficiary_id": pl.String,
    "beneficiary_country": pl.String,
    "currency": pl.String,
    "minor": pl.Int64,
    "minute": pl.Int64,
    "second": pl.Int64,
    "originator_name": pl.String,
    "originator_birth_date": pl.Date,
    "originator_phone": pl.String,
    "originator_email": pl.String,
    "originator_device": pl.String,
    "originator_ip": pl.String,
    "originator_city": pl.String,
    "originator_address": pl.String,
    "originator_account": pl.String,
    "beneficiary_name": pl.String,
    "beneficiary_birth_year": pl.Int16,
    "beneficiary_phone": pl.String,
    "beneficiary_city": pl.String,
    "beneficiary_account": pl.String,
    "rail": pl.String,
    "institution": pl.String,
    "reference": pl.String,
    "purpose_code": pl.String,
    "status": pl.String,
    "merchant_category": pl.String,
}


def write(rows: list[Row], rng: Random, path: Path) -> int:
    """Write the table, ordered by time; returns the number of payments."""
    traces, typed = Traces(rng), _Addressbook(rng)
    records = [_record(row, rng, traces, typed) for row in rows]
    local = pl.lit(START).dt.cast_time_unit("us") + pl.duration(minutes="minute", seconds="second")
    table = pl.DataFrame(records, schema=_SCHEMA, orient="row").with_columns(
        executed_at=_utc(local), amount=(pl.col("minor").cast(_MONEY) / 100).cast(_MONEY)
    )
    table = table.sort("executed_at", "originator_id", "beneficiary_id", "minor").with_row_index("number", offset=1)
    first = ["payment_id", "executed_at", "amount", "currency"]
    table.with_columns(
        payment_id=pl.lit("LJP-") + pl.col("number").cast(pl.String).str.zfill(9),
    ).drop("number", "minor", "minute", "second").select(*first, pl.exclude(first)).write_parquet(path)
    return table.height


def _utc(local: pl.Expr) -> pl.Expr:
    """Clocks of each payer's country; the hour that spring skips is read an hour later, autumn's twice as the first."""
    instants: pl.Expr | None = None
    for zone in sorted({home.zone for home in HOMES.values()}):
        countries = [country for country, home in HOMES.items() if home.zone == zone]
        clock = pl.coalesce(
            local.dt.replace_time_zone(zone, ambiguous="earliest", non_existent="null"),
            (local + pl.duration(hours=1)).dt.replace_time_zone(zone, ambiguous="earliest", non_existent="null"),
        ).dt.convert_time_zone("UTC")
        here = pl.when(pl.col("originator_country").is_in(countries)).then(clock)
        instants = here if instants is None else pl.coalesce(instants, here)
    assert instants is not None
    return instants


class _Addressbook:
    """How each payer typed each receiver's name: in capitals, without the second surname, with a letter lost."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._entries: dict[tuple[str, str], str] = {}
        self._ways: dict[tuple[str, str], str] = {}

    def name(self, payer: Party, receiver: Party) -> str:
        if receiver.means in {"customer", "merchant"}:
            return receiver.name
        entry = (payer.subject, receiver.subject)
        if entry not in self._entries:
            self._entries[entry] = self._typed(receiver.name)
        return self._entries[entry]

    def route(self, payer: Party, receiver: Party) -> tuple[str | None, str | None]:
        """Telephone and account as the payer addressed them: inside the bank by number, by handle or by IBAN."""
        if receiver.means != "customer":
            return receiver.phone, receiver.account or None
        entry = (payer.subject, receiver.subject)
        if entry not in self._ways:
            self._ways[entry] = self._rng.choices(("phone", "handle", "iban"), (50, 38, 12))[0]
        way = self._ways[entry]
        if way == "phone":
            return receiver.phone, None
        return None, receiver.handle if way == "handle" else receiver.account

    def _typed(self, name: str) -> str:
        chance = self._rng.random()
        if chance < 0.06:
            return name.upper()
        if chance < 0.11:
            return name.partition("-")[0]
        if chance < 0.14:
            gone = self._rng.randrange(1, len(name))
            return name[:gone] + name[gone + 1 :]
        return name


def _record(row: Row, rng: Random, traces: Traces, typed: _Addressbook) -> tuple[object, ...]:
    """One row in the order of the schema, holding only what the bank would hold."""
    payer, receiver = row.payer, row.receiver
    ours = payer.means == "customer"
    inside = receiver.means == "customer"
    phone, account = typed.route(payer, receiver)
    shows_city = inside or receiver.means in {"cash_pickup", "merchant"} or rng.random() < 0.25
    status = row.status
    if status == "completed" and rng.random() < 0.004:
        status = rng.choice(("refunded", "pending"))
    return (
        payer.subject,
        payer.country,
        receiver.subject,
        receiver.country,
        row.currency,
        row.minor,
        row.minute,
        rng.randrange(60),
        payer.name,
        payer.birth,
        payer.phone,
        payer.email,
        traces.device(row),
        traces.address(row),
        payer.city if ours else None,
        payer.address,
        payer.account,
        None if row.rail == "crypto" else typed.name(payer, receiver),
        receiver.birth.year if receiver.birth else None,
        phone,
        receiver.city if shows_city and row.rail != "crypto" else None,
        account,
        row.rail,
        ("Ljungo UK" if payer.country == "GB" else "Ljungo Bank") if ours else None,
        row.reference,
        row.purpose,
        status,
        receiver.category,
    )
