"""Payers as institutions know them: one person, several customer numbers, each with its own blanks."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import polars as pl

from benchmarks.apart.guests.bureau.habits import FJORD, HAV, INSTITUTIONS, KRYSS, KVIKK, LYN, NORDRE, PAN, Habits
from benchmarks.apart.guests.bureau.ledger import Ints, Ledger
from benchmarks.apart.guests.bureau.people import Person
from benchmarks.apart.guests.bureau.places import HOME_STREETS
from benchmarks.apart.guests.bureau.spelling import mail, phone, plain_letters, written_name
from benchmarks.apart.guests.bureau.year import DAY_MINUTES, DAYS

SCHEMA: Final = {
    "originator_id": pl.String, "originator_name": pl.String, "originator_birth_date": pl.Date,
    "originator_birth_year": pl.Int16, "originator_phone": pl.String, "originator_email": pl.String,
    "originator_city": pl.String, "originator_address": pl.String, "originator_account": pl.String,
    "payer": pl.Int64,
}  # fmt: skip


def payer_accounts(
    rng: np.random.Generator, book: Ledger, institution: Ints, people: list[Person]
) -> tuple[Ints, pl.DataFrame]:
    """Give each payment's place in the table of customer records, and that table."""
    count = len(people)
    # A lost card, a forgotten password: kiosks and the platform just open another customer record.
    forgets = np.where(rng.random(count) < 0.18, rng.integers(0, DAYS, count), DAYS * 2)
    again = (book.minute // DAY_MINUTES > forgets[book.payer]) & np.isin(institution, [HAV, PAN])
    keys, place = np.unique((book.payer * 10 + institution) * 2 + again, return_inverse=True)
    own_mail = [mail(rng, f"{person.given} {person.family}") for person in people]
    own_phone = [f"{9 if rng.random() < 0.6 else 4}{int(rng.integers(0, 10_000_000)):07d}" for _ in people]
    street = [f"{HOME_STREETS[int(rng.integers(7))]} {int(rng.integers(1, 140))}" for _ in people]
    serials = rng.permutation(keys.size)
    rows = []
    for key, serial in zip(keys.tolist(), serials.tolist(), strict=True):
        number, where = divmod(key // 2, 10)
        person, habits = people[number], INSTITUTIONS[where]
        known = {"mail": own_mail[number], "phone": own_phone[number], "street": street[number]}
        rows.append(_record(rng, person, habits, _customer_id(rng, where, serial, person), known))
    return np.asarray(place, dtype=np.int64), pl.DataFrame(rows, schema=SCHEMA, orient="row")


def _customer_id(rng: np.random.Generator, where: int, serial: int, person: Person) -> str:
    """Number a customer in the institution's own manner."""
    manners = {
        FJORD: f"{70_000_000 + serial * 7}",
        # This bank's customer number is the account number itself.
        NORDRE: f"3{serial // 100:03d}.{serial % 100:02d}.{serial * 37 % 100_000:05d}",
        LYN: f"{serial * 2_654_435_761 % 2**32:08x}",
        HAV: f"-{plain_letters(person.city)[:3].upper()}-{serial:06d}",
        KVIKK: f"{serial * 40_503 % 2**24:06x}{serial:05x}",
        PAN: f"{plain_letters(person.given).split()[0].lower()}.{serial}",
        KRYSS: f"{serial:07d}",
    }
    return INSTITUTIONS[where].prefix + manners.get(where, f"{serial + 100_000}-{int(rng.integers(10, 99))}")


def _record(
    rng: np.random.Generator, person: Person, habits: Habits, customer: str, known: dict[str, str]
) -> tuple[Any, ...]:
    """Fill one customer record, with the blanks that this institution tolerates."""
    has = rng.random(7)
    born = person.born if has[0] < habits.birth_share else None
    other_mail = mail(rng, f"{person.given} {person.family}") if rng.random() < 0.2 else known["mail"]
    return (
        customer,
        written_name(rng, f"{person.given} {person.family}", habits.spelling),
        born if habits.birth == "date" else None,
        born.year if born is not None and habits.birth == "year" else None,
        phone(rng, known["phone"], "47") if has[1] < habits.phone else None,
        other_mail if has[2] < habits.email else None,
        person.city if has[3] < habits.city else None,
        known["street"] if has[4] < habits.address else None,
        f"{int(rng.integers(1000, 9999))}{int(rng.integers(10, 99))}{int(rng.integers(10_000, 99_999))}"
        if habits.account
        else None,
        person.number,
    )
