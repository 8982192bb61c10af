"""The whole world: people, their circles and families, the crimes within, and the two tables."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import polars as pl

from benchmarks.apart.guests.card.accounts import chains, register, spare, usable
from benchmarks.apart.guests.card.attachments import partners, romance_frauds
from benchmarks.apart.guests.card.circles import fan_groups, friends, guilds, tutors
from benchmarks.apart.guests.card.commerce import freelancers, giving, hubs, market, open_business, shops, top_ups
from benchmarks.apart.guests.card.extortion import extortions
from benchmarks.apart.guests.card.families import collectors, pocket_money, remittances, students, young_artists
from benchmarks.apart.guests.card.ledger import Ledger
from benchmarks.apart.guests.card.material import gifts_to_minors, vendors
from benchmarks.apart.guests.card.people import DAYS, Ints, People, populate
from benchmarks.apart.guests.card.places import INDEX
from benchmarks.apart.guests.card.sprees import box_sprees, empty_parcels
from benchmarks.apart.guests.card.streams import streams
from benchmarks.apart.guests.card.sums import typed
from benchmarks.apart.guests.card.tables import instants, payment_table
from benchmarks.apart.guests.card.truth import truth_table
from benchmarks.apart.guests.card.words import references


def _ordered(rng: np.random.Generator, senders: int) -> tuple[People, Ledger]:
    """Everything that people order; each count is a share of the senders, the crimes never below four."""
    people, ledger = populate(rng, senders), Ledger()
    customers = people.select(None, (13, 90))
    airline = open_business(people, rng, INDEX["GB"], "Albatross Air")
    shops(people, ledger, rng, customers)
    friends(people, ledger, rng, senders // 8)
    homes = remittances(people, ledger, rng)
    collectors(people, ledger, rng, homes)
    students(people, ledger, rng, senders // 80 + 2)
    pocket_money(people, ledger, rng, senders // 45 + 2)
    young_artists(people, ledger, rng, senders // 300 + 2)
    partners(people, ledger, rng, senders // 50 + 2, airline)
    romance_frauds(people, ledger, rng, senders // 350 + 2)
    parties = guilds(people, ledger, rng, senders // 200 + 2)
    chats = fan_groups(people, ledger, rng, senders // 130 + 2)
    lessons = tutors(people, ledger, rng, senders // 200 + 2)
    market(people, ledger, rng, senders // 75 + 2)
    top_ups(people, ledger, rng, senders // 33 + 2)
    freelancers(people, ledger, rng, senders // 65 + 2)
    hubs(people, ledger, rng, senders // 300 + 2)
    giving(people, ledger, rng, senders // 240 + 2)
    box_sprees(people, ledger, rng, senders // 150 + 2)
    empty_parcels(people, ledger, rng, senders // 1400 + 1)
    streams(people, ledger, rng, chats + lessons[: len(lessons) // 2], n=max(5, round(senders / 350)), airline=airline)
    extortions(people, ledger, rng, parties, max(5, round(senders / 330)))
    vendors(people, ledger, rng, chats + parties, max(4, round(senders / 500)))
    gifts_to_minors(people, ledger, rng, max(4, round(senders / 800)))
    return people, ledger


def make(seed: int, senders: int) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Payments and truth of the world of this seed."""
    rng = np.random.default_rng([seed, 0xCA2D])
    people, ledger = _ordered(rng, senders)
    chain = chains(people, rng)
    wall, usd = np.concatenate(ledger.wall), np.concatenate(ledger.usd)
    columns: dict[str, npt.NDArray[np.int64]] = {
        name: np.concatenate(getattr(ledger, name)) for name in ("payer", "payee", "kind", "manner", "rail", "voice")
    }
    happened = (wall >= 0) & (wall < DAYS) & (columns["payer"] != columns["payee"])
    happened &= usable(people, chain, payer=columns["payer"], payee=columns["payee"], day=wall, kind=columns["kind"])
    when = instants(people, columns["payer"][happened], wall[happened])
    order = when.arg_sort().to_numpy()
    keep: Ints = np.flatnonzero(happened)[order]
    rows = {name: column[keep] for name, column in columns.items()}
    wall, usd, when = wall[keep], usd[keep], when.gather(order)
    home, there = people.country[rows["payer"]], people.country[rows["payee"]]
    rows["cents"] = typed(rng, usd, rows["manner"], home, there)
    person = np.concatenate([rows["payer"], rows["payee"]])
    purpose = np.concatenate([rows["kind"], rows["kind"]])
    number = chain.number(person, np.concatenate([wall, wall])) + spare(people, rng, person, purpose)
    accounts, position = register(people, rng, person, number)
    rows["source"], rows["sink"] = position[: len(keep)], position[len(keep) :]
    rows["voice"] = np.where(rows["voice"] < 0, rows["kind"], rows["voice"])
    note = references(rng, rows["voice"], rows["payer"], rows["payee"])
    payments = payment_table(people, accounts, rng, rows=rows, when=when, note=note)
    return payments, truth_table(people, accounts, rows["source"], rows["sink"], rows["kind"])
