"""Payers for live-streamed abuse of children: how they come to it, how often, how they hide it in an ordinary life."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from benchmarks.apart.guests.neobank.cards import Shops
from benchmarks.apart.guests.neobank.days import DAY, DAYS, at, months
from benchmarks.apart.guests.neobank.facilitators import Household, cover, found, relay
from benchmarks.apart.guests.neobank.parties import Customer, Party
from benchmarks.apart.guests.neobank.people import open_second
from benchmarks.apart.guests.neobank.places import HOMES
from benchmarks.apart.guests.neobank.words import reference
from benchmarks.apart.guests.neobank.world import World

_CAREERS = {"tryer": 0.33, "regular": 0.42, "prolific": 0.13, "patient": 0.12}
_GAP = {"tryer": 16.0, "regular": 17.0, "prolific": 8.0}


@dataclass(slots=True)
class Payer:
    """One payer's way: households known, hours, how the sum is fixed, what is written, which accounts pay."""

    customer: Customer
    known: list[Household]
    profile: str
    shift: int
    style: str
    words: float
    handle: float
    accounts: list[Party]


def write(world: World, shops: Shops) -> None:
    """Households first, then the payers who find them."""
    rng = world.stream("livestream")
    public = [found(world, rng, index) for index in range(world.some(11, 3))]
    for household in public[1::6]:
        relay(world, rng, household)
    number = world.some(40, 6)
    payers = _choose(world, rng, number)
    for index, customer in enumerate(payers):
        # A dating app or a holiday acquaintance leads to one household that no other payer here knows.
        private = rng.random() < 0.22
        known = [found(world, rng, 100 + index, hidden=True)] if private else _meet(rng, public)
        _career(world, rng, customer, known, shops)
        for household in known if private else ():
            cover(world, rng, household)
    for household in public:
        cover(world, rng, household)


def _choose(world: World, rng: Random, number: int) -> list[Customer]:
    """Mostly men between 37 and 70; work and income are everybody's. Long enough at the bank to be seen."""
    pool = [c for c in world.adults(26, 74) if c.joined < 180]
    weights = [(6.0 * (c.age / 40) ** 2.5 if 37 <= c.age <= 70 else 0.7) * (1.0 if c.man else 0.08) for c in pool]
    chosen: dict[str, Customer] = {}
    while len(chosen) < min(number, len(pool)):
        customer = rng.choices(pool, weights)[0]
        chosen[customer.party.subject] = customer
    return list(chosen.values())


def _meet(rng: Random, public: list[Household]) -> list[Household]:
    """A chat room's well-known household first, then what that one or another member recommends."""
    known = [rng.choices(public, [household.fame for household in public])[0]]
    for _ in range(rng.choice((0, 0, 1, 1, 2, 4))):
        near = [h for h in public if h.city == known[0].city and h not in known]
        other = rng.choice(near) if near and rng.random() < 0.5 else rng.choice(public)
        if other not in known:
            known.append(other)
    return known


def _career(world: World, rng: Random, customer: Customer, known: list[Household], shops: Shops) -> None:
    kind = rng.choices(list(_CAREERS), list(_CAREERS.values()))[0]
    payer = Payer(
        customer,
        known,
        # Alone at night, or before the others wake, when it is afternoon there; a few at any hour.
        profile=rng.choices(("night", "dawn", "evening", "day"), (62, 17, 13, 0 if kind == "prolific" else 8))[0],
        # Who pays daily gives up sleep for it, whatever the hours of work.
        shift=0 if kind == "prolific" else customer.shift,
        style=rng.choices(("typed", "payout"), (6, 4))[0],
        words=rng.choice((0.0, 0.6, 1.0, 1.0)),
        handle=0.12 if rng.random() < 0.3 else 0.0,
        accounts=[customer.party],
    )
    world.ledger.belongs(customer.party, known[0].group, roles=("originator",))
    if kind == "patient":
        _allowance(world, rng, payer)
        return
    if rng.random() < 0.3:
        customer.party.vpn = 0.55
    start = max(customer.joined, 0) + rng.randrange(10, 140)
    if kind != "tryer" and customer.joined < -150 and rng.random() < 0.5:
        # The habit is older than the export: its cautious beginning is not seen.
        start = -rng.randrange(5, 150 if kind == "prolific" else 40)
    if kind != "tryer" and rng.random() < 0.22:
        # The limit or a question from the bank: a second account under another e-mail, often the old telephone.
        second = open_second(rng, world.forge, customer, max(start, 0) + rng.randrange(30, 90))
        payer.accounts.append(second)
        world.ledger.belongs(second, known[0].group, roles=("originator",))
    last = _sessions(world, rng, payer, start, kind)
    if kind == "prolific" and rng.random() < 0.5:
        shops.buy(rng, customer, "software", at(rng, max(start, 0) + 20, "night"))
    if kind != "tryer" and last < DAYS - 30 and rng.random() < 0.25:
        shops.travel(rng, customer, known[0].country, last + rng.randrange(12, 30))


def _length(rng: Random, kind: str) -> int:
    """Payments of a whole career: very unequal, as a few people make half of all payments."""
    if kind == "tryer":
        return rng.randint(1, 3)
    if kind == "regular":
        return 4 + round(rng.expovariate(1 / 7))
    return min(400, round(35 * rng.paretovariate(1.0)))


def _sessions(world: World, rng: Random, payer: Payer, start: int, kind: str) -> int:
    """Sessions that grow dearer and come sooner; returns the last day.

    A first small sum buys trust. Half is often paid before and half after, so a night shows two payments an hour
    apart. Curiosity and quarrels lead to other households, mostly for a while and then back.
    """
    day, household, paid, number = float(start), payer.known[0], 0, _length(rng, kind)
    gap = min(_GAP[kind], 420 / number)
    while paid < number and day < DAYS:
        if len(payer.known) > 1 and rng.random() < 0.25:
            household = rng.choice(payer.known)
        step = paid / max(number, 12)
        euros = min(300.0, household.price * (0.75 + 1.1 * step) * rng.lognormvariate(0, 0.4))
        minute = at(rng, int(day), payer.profile, payer.shift)
        parts = rng.choices((1, 2, 3), (72, 23, 5))[0]
        for _ in range(parts):
            receiver = household.receiver(rng, int(day))
            _pay(world, rng, payer, receiver, minute, euros=euros if parts == 1 else euros * 0.6)
            minute += rng.randrange(12, 95)
            paid += 1
        if rng.random() < 0.06:
            _plea(world, rng, payer, household, int(day) + 3)
        day += max(0.6, rng.gammavariate(1.6, gap / 1.6) * (1.25 - 0.8 * min(1.0, step)))
    return int(day)


def _plea(world: World, rng: Random, payer: Payer, household: Household, day: int) -> None:
    """By day the household asks as a family would: a roof, a fever, a birthday; the sums are those of relatives."""
    text = rng.choice(("birthday", "medicine", "roof", "school"))
    minute, euros = at(rng, day, "day"), rng.choice((50, 80, 100, 150, 300))
    receiver, account = household.receiver(rng, day), payer.accounts[0]
    world.send(rng, payer.customer, receiver, minute, euros, "livestream", reference=text, payer=account)


def _pay(world: World, rng: Random, payer: Payer, receiver: Party, minute: int, *, euros: float) -> None:
    usable = [account for account in payer.accounts if account.since <= minute] or payer.accounts[:1]
    text = reference(rng, "covert", handle=payer.handle) if rng.random() < payer.words else None
    source = rng.choice(usable)
    world.send(
        rng, payer.customer, receiver, minute, euros, "livestream", style=payer.style, reference=text, payer=source
    )


def _allowance(world: World, rng: Random, payer: Payer) -> None:
    """The patient one pays like an uncle: a sum after payday, in the evening, with a relative's words, and no more."""
    customer, household, account = payer.customer, payer.known[0], payer.accounts[0]
    world.ledger.imitators.add(account.subject)
    euros = rng.choice((40, 50, 60, 80))
    since = max(customer.joined, 0) + rng.randrange(10, 120)
    for day in months(HOMES[customer.home].payday, since)[: rng.randrange(4, 11)]:
        minute = at(rng, day + rng.choice((0, 1, 1, 3)), "evening", customer.shift)
        text, receiver = reference(rng, "family"), household.receiver(rng, minute // DAY)
        world.send(
            rng, customer, receiver, minute, euros, "livestream", style=payer.style, reference=text, payer=account
        )
