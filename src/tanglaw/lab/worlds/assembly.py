"""From a draft to the payment table and its truth."""

from __future__ import annotations

from typing import Final

import numpy as np
import polars as pl

from tanglaw.lab.worlds import kinds
from tanglaw.lab.worlds.accounts import INSTITUTIONS, Accounts, ids, institutions_of, open_accounts, where_it_can
from tanglaw.lab.worlds.arrays import Ints, Rng, chance, pick
from tanglaw.lab.worlds.draft import EVERYDAY, MOTIVES, OWN_KIND, RAILS, Draft, Payments, People
from tanglaw.lab.worlds.money import cents, daily_rates
from tanglaw.lab.worlds.places import COUNTRIES, LANGUAGES, towns
from tanglaw.lab.worlds.records import originator_records, receiver_records
from tanglaw.lab.worlds.references import PURPOSE, REFERENCE, write_references

_STATUS: Final = ("completed", "failed", "returned", "cancelled", "pending")


def assemble(draft: Draft, rng: Rng) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The payment table in order of time with every column, and the truth of every subject in it."""
    people, payments = draft.all_people(), draft.all_payments()
    instants = _utc(draft, people, payments)
    order = np.argsort(instants, kind="stable")
    instants = instants[order]
    payments = Payments(*(getattr(payments, name)[order] for name in Payments.__dataclass_fields__))
    n = len(order)
    main, second = institutions_of(rng, people)
    institution = np.where(chance(rng, n, 0.45), second[payments.payer], main[payments.payer])
    institution = where_it_can(institution, payments.rail)
    payers = open_accounts("originator", payments.payer, institution)
    receivers = open_accounts("beneficiary", payments.receiver, institution)
    payer_ids, receiver_ids = ids(rng, payers, "C"), ids(rng, receivers, "B")
    origin, destination = people.country[payments.payer], people.country[payments.receiver]
    amount = cents(
        rng,
        usd=payments.usd,
        origin=origin,
        destination=destination,
        day=payments.day,
        rounding=payments.rounding,
        rates=daily_rates(draft.calendar.first_day, draft.days),
    )
    code = pl.Series([country.code for country in COUNTRIES])
    table = pl.DataFrame({
        "payment_id": "P" + pl.Series(rng.permutation(n) + 100_000_000).cast(pl.String),
        "executed_at": pl.Series(instants * 1_000_000).cast(pl.Datetime("us", "UTC")),
        "amount": (pl.Series(amount) / 100).cast(pl.Decimal(18, 2)),
        "currency": pl.Series([country.currency for country in COUNTRIES]).gather(origin),
        "originator_id": payer_ids.gather(payers.of_payment),
        "originator_country": code.gather(origin),
        "beneficiary_id": receiver_ids.gather(receivers.of_payment),
        "beneficiary_country": code.gather(destination),
        "institution": pl.Series([place.name for place in INSTITUTIONS]).gather(institution),
        "status": pl.Series(_STATUS).gather(pick(rng, n, [966, 12, 9, 8, 5])),
    })  # fmt: skip
    rail = _rails(rng, people, payments, institution)
    table = table.with_columns(
        pl.Series(list(RAILS)[:5]).gather(rail).alias("rail"),
        _references(rng, people, payments).alias("reference"),
        _purposes(payments.reference, institution),
        _categories(people, payments, rail),
        *originator_records(rng, people, payers, draft.calendar.first_day),
        *receiver_records(rng, people, receivers, rail, draft.calendar.first_day),
    )
    truth = pl.concat(
        [
            _truth(draft, people, payers, payer_ids, payments.motive),
            _truth(draft, people, receivers, receiver_ids, payments.motive),
        ]
    )
    return table, truth.sort("role", "subject_id")


def _utc(draft: Draft, people: People, payments: Payments) -> Ints:
    """UTC seconds since 1970 of each payment, from the payer's local day and second."""
    epoch_day = draft.calendar.first_day.toordinal() - 719_163
    local = (epoch_day + payments.day) * 86_400 + payments.second
    zone_names = sorted(set(towns().zones))
    zone_of_town = np.array([zone_names.index(zone) for zone in towns().zones])
    zone = zone_of_town[people.town[payments.payer]]
    utc = np.empty_like(local)
    for number in np.unique(zone):
        here = np.flatnonzero(zone == number)
        naive = pl.Series(local[here] * 1000).cast(pl.Datetime("ms"))
        skipped = naive.dt.offset_by("1h")  # an hour that the clocks skip is read as the next one
        aware, later = (
            moment.dt.replace_time_zone(zone_names[number], ambiguous="earliest", non_existent="null")
            for moment in (naive, skipped)
        )
        utc[here] = aware.fill_null(later).dt.epoch("s").to_numpy()
    return utc


def _rails(rng: Rng, people: People, payments: Payments, institution: Ints) -> Ints:
    """The behaviour's rail, else what the receiver's country and the institution make usual."""
    by_institution = np.array([
        [55, 25, 20, 0, 0], [85, 10, 5, 0, 0], [0, 90, 8, 2, 0], [0, 3, 95, 2, 0], [0, 0, 0, 100, 0], [0, 0, 0, 0, 100],
    ], dtype=np.float64)  # fmt: skip
    edges = by_institution.cumsum(axis=1) / by_institution.sum(axis=1, keepdims=True)
    habit = rng.random(len(people.id))[payments.receiver]
    draw = np.where(chance(rng, len(institution), 0.1), rng.random(len(institution)), habit)
    usual = (draw[:, None] >= edges[institution]).sum(axis=1).clip(0, 4)
    return np.where(payments.rail == RAILS["usual"], usual, payments.rail)


def _references(rng: Rng, people: People, payments: Payments) -> pl.Series:
    """Text by the payer's habit, in the payer's, the receiver's or the English language."""
    habit = pick(rng, len(people.id), [38, 24, 38])
    language = np.array([LANGUAGES.index(country.language) for country in COUNTRIES])
    mine, theirs = language[people.country[payments.payer]], language[people.country[payments.receiver]]
    speaks = people.tradition[payments.payer] == people.tradition[payments.receiver]
    native = chance(rng, len(people.id), 0.6)[payments.payer]
    chosen = np.where(speaks & native, theirs, np.where(native, mine, LANGUAGES.index("en")))
    template = habit[payments.payer] * 1.0
    saved = np.where(template == 1, 3 + (payments.payer * 7 + payments.receiver * 13) % 97, template)
    return write_references(rng, payments.reference, chosen, saved.astype(np.int64))


def _purposes(reference: Ints, institution: Ints) -> pl.Series:
    codes = pl.Series([PURPOSE.get(kind) for kind in REFERENCE]).gather(reference)
    names = np.array([place.name for place in INSTITUTIONS])
    asks = pl.Series(np.isin(names, ("Northbank", "Remit One"))[institution])
    return pl.DataFrame({"c": codes, "a": asks}).select(pl.when("a").then("c").alias("purpose_code")).to_series()


_MCC: Final = ("6012", "8211", "8099", "6513", "4722", "8398", "5945", "5818", "5999")


def _categories(people: People, payments: Payments, rail: Ints) -> pl.Series:
    """Merchant category of card payments, by the receiver's trade."""
    codes = pl.Series(_MCC).gather(people.trade[payments.receiver])
    card = pl.Series(rail == RAILS["card"])
    return pl.DataFrame({"m": codes, "k": card}).select(pl.when("k").then("m").alias("merchant_category")).to_series()


def _truth(draft: Draft, people: People, accounts: Accounts, subject: pl.Series, motive: Ints) -> pl.DataFrame:
    """One row a subject.

    A subject is one record at one institution: it has its person's kind if that kind shows in its payments. The account
    from which a purchaser only pays friends is ordinary; so is an extorted payer whom friends pay back, as a receiver.
    """
    role, who, size = accounts.role, accounts.person, len(accounts.person)
    here = {*kinds.PATTERNS[role], *kinds.ORDINARY[role], *kinds.APART}
    of_role = np.array([kind in here for kind in kinds.ALL])
    shows = np.bincount(accounts.of_payment, motive == OWN_KIND, size) > 0
    own = shows & of_role[people.kind[who]]
    beside = np.array([kinds.NUMBER[kind[role == "beneficiary"]] for kind in MOTIVES if kind])
    most = np.zeros(size, dtype=np.int64)
    np.maximum.at(most, accounts.of_payment, motive)
    kind = np.where(own, people.kind[who], beside[np.maximum(most, EVERYDAY) - 1])
    return pl.DataFrame({
        "role": pl.repeat(role, size, eager=True),
        "subject_id": subject,
        "pattern": pl.Series(kinds.ALL).gather(kind),
        "group": pl.Series(np.where(own, people.group[who], 0)),
        "hard": pl.Series(people.hard[who] & own),
        "variant": pl.Series(draft.variants).gather(np.where(own, people.variant[who], draft.variant("beside"))),
        "person": pl.Series(who),
    })  # fmt: skip
