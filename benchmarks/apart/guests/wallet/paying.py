"""One payment: is the money there, which account takes it, in whose currency was the sum agreed, what is written."""

from __future__ import annotations

import math
from dataclasses import dataclass
from random import Random

from .clock import Clock
from .ledger import Rows, empty_rows
from .notes import note
from .people import Account, Person
from .places import COUNTRIES, WHOLE_MONEY
from .registry import Registry

_PURPOSES = {"family": "FAMI", "work": "SALA", "gift": "CHAR", "study": "EDUC", "hub": "RENT", "trade": "GDDS"}


@dataclass(slots=True, eq=False)
class World:
    """Everything a life may touch."""

    random: Random
    clock: Clock
    registry: Registry
    rows: Rows
    ties: list[tuple[Person, Person, str]]
    """Who would help whom if something happened there: payer, receiver, kind."""

    @property
    def now(self) -> float:
        """The present moment, in days since the world began."""
        return self.clock.now


def new_world(seed: int) -> World:
    """Return an empty world."""
    random = Random(seed)  # noqa: S311 -- practice data, nothing secret
    return World(random, Clock(random), Registry(random), empty_rows(), [])


def round_sum(value: float, finely: bool) -> float:
    """Return the sum a person would say aloud: 1, 1.5, 2, 2.5 … of its magnitude, or two digits when said finely."""
    unit = math.pow(10, math.floor(math.log10(value))) * (0.1 if finely else 0.5)
    return max(round(value / unit), 1) * unit


def _rate(currency: str, per_usd: float, now: float) -> float:
    return per_usd * (1 if currency == "USD" else 1 + 0.025 * math.sin(now / 31 + len(currency) + per_usd % 3))


def _choose_till(world: World, receiver: Person, usd: float) -> Account:
    for account in receiver.tills:
        if account.open_to(world.now, usd):
            return account
    # every wallet is full or limited: people then open another, or ask for cash at the counter
    if len(receiver.tills) < 4:
        return world.registry.till(receiver, counter=0.6)
    return receiver.tills[-1]


def _watch(world: World, till: Account, payer: Person, usd: float, foreign: bool) -> None:
    """The wallet's own crude review: many strangers from abroad in one month may limit it, whoever it is."""
    till.month_total += usd
    if foreign and till.institution.cap < 1e6:
        till.strangers.add(payer.number)
        if len(till.strangers) > 5 and world.random.random() < 0.04:
            till.limited_until = world.now + world.random.uniform(10, 60)


def pay(
    world: World,
    payer: Person,
    receiver: Person,
    usd: float,
    kind: str,
    *,
    finely: bool = False,
    tag: str | None = None,
) -> bool:
    """Pay about `usd` now, if the purse allows. Returns whether it was paid. `tag` is a handle the payer may write."""
    random, now = world.random, world.now
    if payer is receiver or usd < 0.4 or not payer.purse.take(now, usd):
        return False
    till = _choose_till(world, receiver, usd)
    # people keep to one app; those with two use the second one time in four
    source = payer.sends[0] if len(payer.sends) == 1 or random.random() < 0.75 else random.choice(payer.sends[1:])
    if till is source:
        return False
    send, payout = COUNTRIES[payer.home.country], COUNTRIES[receiver.home.country]
    foreign = send is not payout
    said = payout if payer.thinks == "payout" else send
    shown = payout if source.institution.reports == "payout" else send
    value = round_sum(usd * said.per_usd, finely)
    if said is not shown:
        value *= _rate(shown.currency, shown.per_usd, now) / said.per_usd
    places = 0 if shown.currency in WHOLE_MONEY else 2
    value = max(round(value, places), 1 if places == 0 else 0.5)
    _watch(world, till, payer, usd, foreign)

    rows = world.rows
    rows.executed_at.append(int(now * 86_400))
    rows.amount.append(f"{value:.{places}f}")
    rows.currency.append(shown.currency)
    city = payer.place(now)
    rows.originator_country.append(city.country)
    rows.live_city.append(city.name)
    rows.beneficiary_country.append(receiver.home.country)
    rows.rail.append(till.institution.rail)
    rows.institution.append(source.institution.name)
    writes = random.random() < payer.writes * source.institution.message
    rows.reference.append(note(random, "everyday" if kind == "errand" else kind, now, tag) if writes else None)
    counter = source.institution.rail == "cash_pickup"
    # clerks ask for a purpose and mostly tick the first line of the list
    told = _PURPOSES.get(kind, "FAMI") if random.random() < 0.4 else "FAMI"
    rows.purpose_code.append(told if counter or (foreign and random.random() < 0.2) else None)
    rows.status.append("returned" if random.random() < 0.012 else "completed")
    rows.originator.append(source.serial)
    rows.beneficiary.append(till.serial)
    rows.kind.append(kind)
    return True
