"""The ledger dressed as the institution's extract: ids, names as typed, devices, addresses, statuses."""

import datetime as dt
from typing import Any

import numpy as np
import polars as pl

from benchmarks.apart.guests.app.arrays import Floats, Ints, Texts, blanked, texts
from benchmarks.apart.guests.app.kinds import CODE
from benchmarks.apart.guests.app.ledger import Batch
from benchmarks.apart.guests.app.lives import TRAVEL
from benchmarks.apart.guests.app.moments import to_utc
from benchmarks.apart.guests.app.places import CODES, COUNTRIES, HOME_COUNT, INDEX, ISLES, TIMEZONES
from benchmarks.apart.guests.app.sums import to_cents
from benchmarks.apart.guests.app.weeks import REBRAND_WEEK, week_of
from benchmarks.apart.guests.app.world import World

_MONEY = pl.Decimal(38, 18)


def ids(world: World) -> Texts:
    """Ids of all parties: customers count from the app's first day, others have a number in its address book."""
    customers = len(world.people)
    return texts([f"K{row:06d}" if row < customers else f"X{row:06d}" for row in range(len(world.parties))])


def _maybe(rng: np.random.Generator, values: Texts, empty: float | Floats) -> Texts:
    """The values with a share left empty, payment by payment."""
    return blanked(values, rng.random(len(values)) < empty)


def _typed(name: str, mood: float) -> str:
    """A receiver's name as payers type it."""
    first, _, last = name.partition(" ")
    if mood < 0.05:
        return name.upper()
    if mood < 0.09 and last:
        return f"{first[0]}. {last}"
    if mood < 0.12 and last:
        return f"{last} {first}"
    return first if mood < 0.15 else name


def _typed_names(world: World, batch: Batch) -> Texts:
    """Inside the app the name comes from the profile; outside it is what each payer once typed."""
    customers = len(world.people)
    mixed = (batch.payer * 2_654_435_761 + batch.receiver * 40_503) % 10_007 / 10_007
    names = world.parties.name
    return texts([
        names[to] if to < customers else _typed(names[to], mood)
        for to, mood in zip(batch.receiver.tolist(), mixed.tolist(), strict=True)
    ])  # fmt: skip


def _devices(world: World, batch: Batch, week: Ints) -> Texts:
    """One telephone an account, replaced every two years or so; a person's accounts and a crew's rentals share one."""
    rng, people = world.rng, world.people
    change = rng.integers(0, 100, len(people))
    generation = (week + change[batch.payer]) // 100
    holder = people.twin[batch.payer]
    rented = world.parties.device
    forwarded = batch.kind == CODE["forward"]
    return texts([
        rented[row] if by_crew and row in rented else f"dev-{person:06d}{turn}"
        for row, person, turn, by_crew in zip(
            batch.payer.tolist(), holder.tolist(), generation.tolist(), forwarded.tolist(), strict=True
        )
    ])  # fmt: skip


def _addresses(world: World, batch: Batch) -> Texts:
    """At home, on a carrier's shared address, or behind an anonymiser, which some people always use."""
    rng, people = world.rng, world.people
    size = len(batch.payer)
    hidden = rng.random(len(people)) < 0.045
    crime = np.isin(batch.kind, [CODE["livestream"], CODE["material"], CODE["minor"], CODE["forward"]])
    mood = rng.random(size)
    masked = (hidden[batch.payer] & (mood < 0.7)) | (crime & (mood < 0.14))
    mobile = rng.random(size) < 0.45
    carrier = rng.integers(0, 90, size)
    return texts([
        f"2001:db8:ffff::{cell % 40:x}" if mask else f"2001:db8:{0xC000 + home:x}::{cell:x}" if moving
        else f"2001:db8:{person // 60_000:x}:{person % 60_000:x}::1"
        for mask, moving, home, cell, person in zip(
            masked.tolist(), mobile.tolist(), people.country[batch.payer].tolist(), carrier.tolist(),
            people.twin[batch.payer].tolist(), strict=True,
        )
    ])  # fmt: skip


def _statuses(world: World, batch: Batch) -> Texts:
    """Nearly all complete; extortion meets limits and is disputed more often."""
    rng = world.rng
    trouble = np.where(batch.kind == CODE["extortion"], 3.0, 1.0)
    mood = rng.random(len(batch.payer)) / trouble
    return np.where(mood < 0.004, "refused", np.where(mood < 0.009, "refunded", "completed")).astype(object)


def _paid_from(world: World, batch: Batch) -> Ints:
    """Country the payer pays from: home, but for one in nine payments of a travelling week."""
    rng, people = world.rng, world.people
    states = world.states[batch.payer, week_of(batch.local)]
    gone = (states == TRAVEL) & (rng.random(len(batch.payer)) < 0.11)
    return np.where(gone, rng.integers(0, HOME_COUNT, len(batch.payer)), people.country[batch.payer])


def payments(world: World, batch: Batch) -> pl.DataFrame:
    """The payments table."""
    rng, people, parties = world.rng, world.people, world.parties
    customers = len(people)
    week, row, to = week_of(batch.local), batch.payer, batch.receiver
    country, to_country = people.country[row], np.array(parties.country)[to]
    on_isles = np.isin(country, [INDEX[code] for code in ISLES])
    cents = to_cents(rng, batch.euros, country, to_country, week=week, habit=batch.habit)
    key, code = ids(world), texts(list(CODES))
    old = week < REBRAND_WEEK
    phone = texts([f"+{COUNTRIES[c].dial} 5550 {n:06d}" for c, n in zip(parties.country, parties.phone, strict=True)])
    mail = texts([f"{f[0].lower()}{number}@mail.example" for number, f in enumerate(people.first)])
    mail = _maybe(rng, mail, 0.35)
    city = texts(
        [None if c is None else COUNTRIES[k].cities[c] for k, c in zip(parties.country, parties.city, strict=True)]
    )
    account = texts([f"{CODES[k]}-{n * 7919 % 10**9:09d}" for n, k in enumerate(parties.country)])
    rail, merchant = texts(parties.rail), texts(parties.merchant)
    births = texts([dt.date(year, 1, 1) + dt.timedelta(days=day - 1) for year, day in zip(
        people.birth_year.tolist(), people.birth_day.tolist(), strict=True)])  # fmt: skip
    births = _maybe(rng, births, 0.015)
    inside = to < customers
    known = inside | np.asarray(rail[to] == "wallet")
    year = np.where(inside, people.birth_year[np.minimum(to, customers - 1)], -1)
    prefix = np.where(old, "KV", "LP")
    columns: dict[str, Any] = {
        "payment_id": [f"{brand}{number:08d}" for number, brand in enumerate(prefix)],
        "executed_at": to_utc(batch.local, on_isles) * 1_000_000,
        "amount": cents,
        "currency": texts([place.currency for place in COUNTRIES])[country],
        "originator_id": key[row],
        "originator_country": code[_paid_from(world, batch)],
        "beneficiary_id": key[to],
        "beneficiary_country": code[to_country],
        "originator_name": texts(parties.name)[row],
        "originator_birth_date": births[row],
        "originator_phone": phone[row],
        "originator_email": mail[people.twin[row]],
        "originator_device": _maybe(rng, _devices(world, batch, week), 0.09),
        # The old app kept no addresses.
        "originator_ip": _maybe(rng, _addresses(world, batch), np.where(old, 1.0, 0.12)),
        "originator_city": city[row],
        "originator_timezone": texts(list(TIMEZONES))[country],
        "beneficiary_name": _maybe(rng, _typed_names(world, batch), 0.02),
        "beneficiary_birth_year": year,
        "beneficiary_phone": blanked(phone[to], ~known),
        # Nobody asks where the receiver of a bank or card payment lives.
        "beneficiary_city": blanked(city[to], ~known),
        "beneficiary_account": blanked(account[to], inside),
        "rail": rail[to],
        "institution": np.where(old, "Kvitta", "Lumo Pay"),
        "reference": batch.note,
        "status": _statuses(world, batch),
        "merchant_category": merchant[to],
    }
    # Polars would keep numpy's objects as objects.
    columns = {name: values.tolist() if getattr(values, "dtype", None) == np.dtype(object) else values
               for name, values in columns.items()}  # fmt: skip
    frame = pl.DataFrame(columns, schema_overrides={"merchant_category": pl.String, "reference": pl.String})
    whole = (pl.col("amount") // 100).cast(pl.String)
    part = (pl.col("amount") % 100).cast(pl.String).str.zfill(2)
    return frame.with_columns(
        pl.col("executed_at").cast(pl.Datetime("us")).dt.replace_time_zone("UTC"),
        pl.concat_str(whole, pl.lit("."), part).cast(_MONEY).alias("amount"),
        pl.col("originator_birth_date").cast(pl.Date),
        pl.when(pl.col("beneficiary_birth_year") > 0)
        .then(pl.col("beneficiary_birth_year"))
        .cast(pl.Int16)
        .alias("beneficiary_birth_year"),
    ).sort("executed_at", "payment_id")
