"""The payment table as the platform would export it."""

from __future__ import annotations

import numpy as np
import polars as pl

from benchmarks.apart.guests.card.accounts import Accounts, Texts
from benchmarks.apart.guests.card.kinds import Kind
from benchmarks.apart.guests.card.ledger import CARD, RAILS
from benchmarks.apart.guests.card.people import Floats, Ints, People
from benchmarks.apart.guests.card.places import CODES, COUNTRIES, RICH, ZONES

_START = np.datetime64("2022-07-01T00:00:00", "us")
_INSTITUTIONS = {True: "Tidepurse Inc", False: "Tidepurse Global Pte"}


def instants(people: People, payer: Ints, wall: Floats) -> pl.Series:
    """UTC instants of wall times in each payer's zone; an hour that the clock skips is taken an hour later."""
    naive = _START + (wall * 86_400).astype(np.int64) * np.timedelta64(1_000_000, "us")
    frame = pl.DataFrame({"row": np.arange(len(wall)), "zone": people.zone[payer], "wall": naive})
    parts = []
    for (zone,), part in frame.group_by("zone", maintain_order=True):
        name = ZONES[int(str(zone))]
        first = pl.col("wall").dt.replace_time_zone(name, ambiguous="earliest", non_existent="null")
        later = (pl.col("wall") + pl.duration(hours=1)).dt.replace_time_zone(
            name, ambiguous="earliest", non_existent="null"
        )
        parts.append(part.select("row", pl.coalesce(first, later).dt.convert_time_zone("UTC").alias("executed_at")))
    return pl.concat(parts).sort("row")["executed_at"]


def _money(cents: Ints) -> pl.Series:
    text = pl.Series(cents)
    whole, rest = (text // 100).cast(pl.String), (text % 100).cast(pl.String).str.zfill(2)
    return (whole + "." + rest).cast(pl.Decimal(38, 18))


def _sometimes(rng: np.random.Generator, texts: Texts, missing: float) -> Texts:
    kept = texts.copy()
    kept[rng.random(len(texts)) < missing] = None
    return kept


def _codes(people: People, payee: Ints, rail: Ints, voice: Ints) -> Texts:
    """Category codes of card payments to businesses; the code of a shop is the shop's own."""
    business = np.zeros(len(people), dtype=bool)
    business[list(people.title)] = True
    everyday = np.array(["5411", "5812", "4814", "5942", "5912", "5968"], dtype=object)[payee % 6]
    code: Texts = np.select([voice == 30, voice == 32, voice == 31], ["4511", "7995", everyday], "5999").astype(object)
    code[(rail != CARD) | ~business[payee]] = None
    return code


def _status(rng: np.random.Generator, kind: Ints) -> Texts:
    """A few are refunded; victims and their parents claim more often than others, mostly too late."""
    back = np.where((kind == Kind.EXTORTION) | (kind == Kind.ROMANCE), 0.06, 0.012)
    return np.where(rng.random(len(kind)) < back, "refunded", "completed").astype(object)


def payment_table(
    people: People, accounts: Accounts, rng: np.random.Generator, *, rows: dict[str, Ints], when: pl.Series, note: Texts
) -> pl.DataFrame:
    """Rows in order of time. `rows` holds payer, payee, their accounts (`source`, `sink`), cents, rail, kind, voice."""
    payer, payee, source, sink = (rows[key] for key in ("payer", "payee", "source", "sink"))
    n = len(payer)
    codes = np.array(CODES, dtype=object)
    zones = np.array(ZONES, dtype=object)
    currency = np.array([place.currency for place in COUNTRIES], dtype=object)
    desks = np.array([f"dv-{int(phone[3:], 16) ^ 0x5BD1E995:08x}" for phone in accounts.device], dtype=object)
    device = np.where(rng.random(n) < 0.16 * (source % 3), desks[source], accounts.device[source])
    western = np.isin(people.country[payer], RICH)
    texts = {
        "currency": currency[people.country[payer]],
        "originator_id": accounts.ident[source],
        "originator_country": codes[people.country[payer]],
        "beneficiary_id": accounts.ident[sink],
        "beneficiary_country": codes[people.country[payee]],
        "originator_name": accounts.name[source],
        "originator_email": _sometimes(rng, accounts.email[source], 0.01),
        "originator_device": _sometimes(rng, device, 0.05),
        "originator_city": accounts.city[source],
        "originator_timezone": zones[people.zone[payer]],
        "beneficiary_name": accounts.name[sink],
        "beneficiary_email": _sometimes(rng, accounts.email[sink], 0.02),
        "beneficiary_city": accounts.city[sink],
        "beneficiary_timezone": zones[people.zone[payee]],
        "rail": np.array(RAILS, dtype=object)[rows["rail"]],
        "institution": np.array([_INSTITUTIONS[bool(here)] for here in western], dtype=object),
        "reference": note,
        "status": _status(rng, rows["kind"]),
        "merchant_category": _codes(people, payee, rows["rail"], rows["voice"]),
    }
    columns = [pl.Series(name, values.tolist(), dtype=pl.String) for name, values in texts.items()]
    columns += [
        pl.Series(name, accounts.birth[side]).replace(0, None).cast(pl.Int16)
        for name, side in (("originator_birth_year", source), ("beneficiary_birth_year", sink))
    ]
    return pl.DataFrame(
        [
            pl.Series("payment_id", [f"TP{k:09d}" for k in range(n)]),
            when.alias("executed_at"),
            _money(rows["cents"]).alias("amount"),
            *columns,
        ]
    )
