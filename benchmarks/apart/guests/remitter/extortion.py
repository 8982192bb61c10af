"""Crews that extort the young, the boys who pay, and the people whose names collect it.

A crew works through a school's or a club's contacts, so victims cluster by town and week. A boy pays what he has at
once, is asked again within hours, and stops when he has nothing left, tells somebody, or blocks them. Some use a
parent's account; some go to a counter after school with cash.
"""

from __future__ import annotations

from dataclasses import dataclass

from .days import DAYS
from .world import Payer, Receiver, World

LANDS = {"GH": 30, "PH": 24, "JM": 12, "KE": 12, "RO": 9, "DO": 8, "IN": 5}


@dataclass(slots=True)
class Crew:
    """Extorters who share a script, a list and people to collect; each collector lasts some weeks."""

    name: str
    collectors: list[tuple[Receiver, float, float]]

    def at_hand(self, day: float) -> list[Receiver]:
        """List who collects around a day; never empty."""
        now = [one for one, begins, ends in self.collectors if begins <= day < ends]
        return now or [min(self.collectors, key=lambda each: abs(each[1] - day))[0]]


def _crews(world: World, count: int, runners: list[Receiver]) -> list[Crew]:
    """Found crews; collectors are hired among strangers, those who collect for romance fraud, and the merely poor."""
    dice = world.dice
    crews = []
    for number in range(count):
        country = dice.choices(list(LANDS), list(LANDS.values()))[0]
        used = [one for one in runners if one.country == country]
        poor = [one for one in dice.sample(world.receivers, 200) if one.country == country and not one.banked]
        collectors = []
        begins = -20.0
        while begins < DAYS:
            way = dice.random()
            if way < 0.3 and used:
                hired = dice.choice(used)
            elif way < 0.42 and poor:
                hired = dice.choice(poor)
            else:
                hired = world.receiver(country, female=dice.random() < 0.3, banked=0.2)
            collectors.append((hired, begins, begins + dice.uniform(50, 170)))
            world.receiver_rings.setdefault(hired.index, f"X{number + 1:02d}")
            begins += dice.uniform(20, 130)
        crews.append(Crew(f"X{number + 1:02d}", collectors))
    return crews


def _victims(world: World, senders: int) -> list[Payer]:
    """Draw victims: boys with a youth account, young adults, and parents whose account a child uses."""
    dice = world.dice
    count = max(5, round(40 * senders / 14_000))
    free = [one for one in world.payers if one.index not in world.payer_rings and one.joined < DAYS - 20]
    boys = [one for one in free if one.age < 18 and (not one.female or dice.random() < 0.12)]
    young = [one for one in free if 18 <= one.age < 25 and (not one.female or dice.random() < 0.15)]
    parents = [one for one in free if 36 <= one.age < 56 and dice.random() < 0.2]
    chosen: list[Payer] = []
    for pool, share in ((boys, 0.34), (young, 0.44), (parents, 0.22)):
        chosen += dice.sample(pool, min(len(pool), max(1, round(count * share))))
    rest = [one for one in free if one.age < 40 and one not in chosen]
    chosen += dice.sample(rest, max(0, count - len(chosen)))
    world.imitators |= {one.index for one in chosen if one.age >= 25}
    return chosen


def _squeezed(world: World, victim: Payer, crew: Crew, begins: float, *, purse: float, most: int) -> None:
    """Let a victim pay until the purse is empty: half of it at first, then what can be scraped together."""
    dice = world.dice
    collectors = crew.at_hand(begins)
    name = dice.choice(collectors)
    clock, left = begins, purse
    for number in range(most):
        if left < 10:
            return
        sum_ = max(left * dice.uniform(0.25, 0.75), 10) if number < most - 1 else left
        # Haggled down to a round sum of the victim's own money; the app takes it at any hour.
        world.want(victim, name, clock, sum_, "extort", mind="send", hour=(clock % 1) * 24)
        left -= sum_
        clock += dice.choice((dice.expovariate(24 / 2), dice.expovariate(24 / 9), dice.uniform(0.6, 3)))
        if dice.random() < 0.3:
            name = dice.choice(collectors)
        if dice.random() < 0.14:
            return


def extort(world: World, senders: int, runners: list[Receiver]) -> None:
    """Let crews strike in waves by country and week; a quarter of those who paid are extorted again."""
    dice = world.dice
    victims = _victims(world, senders)
    dice.shuffle(victims)
    crews = _crews(world, max(2, round(len(victims) / 9)), runners)
    wave_day, crew, land = dice.uniform(10, DAYS - 40), crews[0], victims[0].country
    for victim in victims:
        if dice.random() < 0.5 or victim.country != land:
            wave_day, crew, land = dice.uniform(10, DAYS - 40), dice.choice(crews), victim.country
        begins = int(wave_day + dice.uniform(0, 18)) + dice.gauss(21.5, 2.8) / 24
        if victim.joined > 0 and (dice.random() < 0.7 or begins < victim.joined):
            # He becomes a customer because of it: the account is hours old.
            begins = victim.joined + dice.uniform(0.55, 1.2)
        begins = min(max(begins, 0.5), victim.left - 3, DAYS - 4)
        purse = min(max(dice.lognormvariate(5.1, 0.7), 30), 1400)
        world.payer_rings[victim.index] = crew.name
        most = dice.choices((1, 2, 3, 4, 6, 9), (16, 20, 22, 20, 14, 8))[0]
        _squeezed(world, victim, crew, begins, purse=purse, most=most)
        if dice.random() < 0.27:
            other = crew if dice.random() < 0.6 else dice.choice(crews)
            again = min(begins + dice.uniform(4, 60), victim.left - 3, DAYS - 4)
            _squeezed(world, victim, other, again, purse=purse * dice.uniform(0.3, 0.9), most=dice.randrange(1, 4))
