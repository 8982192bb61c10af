"""Financial sexual extortion of the young: crews with borrowed wallets, victims at home and abroad.

The victim pays what he has, at once, mostly at night and mostly less than was asked; he pays again until nothing is
left or somebody is told. Foreign victims come through apps, some under a parent's name. The wallets are lent or sold by
students and neighbours; each serves some weeks, and what comes in leaves for the crew's own account the same hour.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from benchmarks.apart.guests.postbank.ledger import Story
from benchmarks.apart.guests.postbank.money import lognormal
from benchmarks.apart.guests.postbank.partners import PARTNERS, serving
from benchmarks.apart.guests.postbank.people import Payer, Person
from benchmarks.apart.guests.postbank.seasons import DAYS, EVENING, NIGHT, Ints, minutes, some
from benchmarks.apart.guests.postbank.world import World

_LANDS: Final = ("US", "US", "US", "AU", "AU", "GB", "GB", "CA", "NZ", "SG", "SE", "DE")


@dataclass(slots=True)
class Crew:
    """Who collects: the core, who never shows if he can help it, and those whose wallets are used in turn."""

    name: str
    core: Person
    mules: list[Person]
    start: int
    turn: int
    remote: bool

    def wallet(self, day: int) -> Person:
        """The wallet in use on a day."""
        return self.mules[max(0, day - self.start) // self.turn % len(self.mules)]


def extortion(world: World) -> None:
    """Crews, and what each does to its victims."""
    rng = world.rng
    number = world.count(44, 4)
    crews = [_crew(world, n) for n in range(max(2, round(number / 5.5)))]
    for n in range(number):
        _victim(world, world.pick(crews), at_home=n % 5 < 2)
    # A lone beginner with one victim: nothing is shared with anybody.
    for n in range(world.count(4, 1)):
        alone = _crew(world, len(crews) + n)
        alone.mules = [alone.core]
        _victim(world, alone, at_home=bool(rng.random() < 0.5))


def _crew(world: World, number: int) -> Crew:
    rng = world.rng
    young = [person for person in world.people.adults if person.age < 33 and person.wallet_like]
    core, *mules = world.draw(young, int(rng.integers(3, 7)))
    remote = bool(rng.random() < 0.5)
    return Crew(f"crew-{number}", core, mules, int(rng.integers(0, 120)), int(rng.integers(18, 60)), remote)


def _victim(world: World, crew: Crew, *, at_home: bool) -> None:
    """One victim: a burst of falling sums over hours or days; a quarter are found again weeks later."""
    rng = world.rng
    payer = _child_at_home(world) if at_home else _child_abroad(world)
    day = int(rng.integers(crew.start, DAYS - 10))
    bouts = [day, day + int(rng.integers(12, 75))] if rng.random() < 0.27 else [day]
    for bout, begin in enumerate(bouts):
        n = 1 + int(rng.binomial(6, 0.42))
        first = float(lognormal(rng, 36 if at_home else 82, 0.6, 1)[0]) * (0.7 if bout else 1.0)
        usd = np.minimum(first, 240.0) * np.concatenate([[1.0], rng.uniform(0.25, 1.15, n - 1)])
        days, at = _burst(rng, min(begin, DAYS - 9), n)
        usd = usd[: days.size]
        if at_home:
            _borrow(world, payer, days, at, float(usd.sum()))
        hand = crew.wallet(begin)
        story = Story(
            "extortion_victim", "extortion_collection", crew.name, False, 0.5, 0.35, ("thanks", "bayad", "gift"), 0.12
        )
        world.send(payer, hand, days, at, usd, story=story, strays=0.0)
        ahead = (8 - payer.city.offset) * 60
        _forward(world, crew, hand, int(days[-1]) * 1440 + int(at[-1]) + ahead, float(usd.sum()))


def _burst(rng: np.random.Generator, begin: int, n: int) -> tuple[Ints, Ints]:
    """Minutes from the first demand: an hour or so between payments, sometimes a day to find more."""
    waits = np.where(rng.random(n - 1) < 0.65, rng.integers(6, 150, n - 1), rng.integers(600, 3_600, n - 1))
    first = int(minutes(rng, NIGHT if rng.random() < 0.6 else EVENING, 1)[0])
    total = begin * 1440 + first + np.concatenate([[0], np.cumsum(waits)])
    total = total[total < DAYS * 1440].astype(np.int64)
    return total // 1440, total % 1440


def _child_abroad(world: World) -> Payer:
    """A boy of fourteen to twenty with an app; one in five uses a parent's account, and the parent's age is told."""
    rng = world.rng
    age = (46.0, 4.0) if rng.random() < 0.2 else (16.6, 1.7)
    payer = world.foreigner(age, male=0.9, country=world.pick(_LANDS))
    online = tuple(partner for partner in serving(payer.city.country) if partner.online)
    payer.partners = (world.pick(online or PARTNERS[1:2]),)
    return payer


def _child_at_home(world: World) -> Payer:
    """A pupil or student with a wallet of his own, used for load, games and friends."""
    young = [person for person in world.people.people if 13 <= person.age < 22 and person.wallet_like]
    return world.at_home(world.pick(young))


def _borrow(world: World, payer: Payer, days: Ints, at: Ints, need: float) -> None:
    """What a child has not, he borrows in the hour before: small transfers from friends or an aunt."""
    rng = world.rng
    own = payer.account
    if rng.random() < 0.5 or own is None:
        return
    story = Story("ordinary", "ordinary", texts=("utang", "allowance"), talk=0.3)
    friends = world.draw(world.residents(), int(rng.integers(1, 4)))
    before = max(0, int(at[0]) - int(rng.integers(10, 120)))
    for friend in friends:
        usd = np.array([need * float(rng.uniform(0.15, 0.4))])
        world.send(friend, own, days[:1], np.array([before]), usd, story=story)


def _forward(world: World, crew: Crew, hand: Person, paid: int, total: float) -> None:
    """The lent wallet is emptied within two hours of `paid` (a minute at home), less the lender's tenth.

    Half the crews do it from their own telephone, to which the lender gave his code.
    """
    rng = world.rng
    if hand is crew.core or rng.random() < 0.25:
        return
    device = crew.core.device if crew.remote else None
    story = Story("ordinary", "extortion_collection", crew.name, even=0.3, device=device)
    at = paid + int(rng.integers(4, 120))
    if at < DAYS * 1440:
        usd = np.array([total * float(rng.uniform(0.8, 0.95))])
        days, clock = np.divmod(np.array([at]), 1440)
        world.send(world.at_home(hand), crew.core.wallet, days, clock, usd, story=story)


def mules_of_other_frauds(world: World) -> None:
    """Wallets lent to sellers of what does not exist: many victims of all ages in a few weeks, emptied just as fast.

    No child is extorted here, yet the account looks the same from afar.
    """
    rng = world.rng
    story = Story("ordinary", "ordinary", texts=("task", "order", "reservation", "dp"), talk=0.4)
    young = [person for person in world.people.adults if person.age < 35 and person.wallet_like]
    for mule in world.draw(young, world.count(12, 2)):
        begin = int(rng.integers(0, DAYS - 40))
        for payer in world.draw(world.residents(), int(rng.integers(5, 25))):
            days = some(rng, int(rng.choice((1, 1, 2, 3))), begin, begin + 30)
            usd = lognormal(rng, 30, 0.7, days.size)
            world.send(payer, mule, days, minutes(rng, EVENING, days.size), usd, story=story, strays=0.0)
        away = some(rng, int(rng.integers(4, 14)), begin, begin + 30)
        usd = lognormal(rng, 70, 0.6, away.size)
        world.send(world.at_home(mule), world.pick(young), away, minutes(rng, EVENING, away.size), usd, story=story)
