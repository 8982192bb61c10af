"""Payers of live-streamed abuse: how they come to it, how it quickens, what stops them.

Three ways in: a journey made once, an acquaintance on a forum who passes a name on, an arranger who finds them among
the lonely. Most try a few times. A few pay for as long as they are let, sooner each time and more each time, and bring
in others; they make most of the payments. No rule of payment is written here: wages, secrecy and want make it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from .days import DAYS, weekday
from .families import Household
from .rings import Arranger, Rings
from .world import Payer, Receiver, World

BEFORE = -240
"""Day on which the story begins, so that the window opens on people at all stages."""


@dataclass(slots=True)
class Entrant:
    """One payer's state: whom he knows, his gap in days, his price, what he dares."""

    payer: Payer
    begins: float
    gap: float
    quickening: float
    price: float
    hour: float
    tries: int
    keeps_habit: bool
    knows: list[Arranger] = field(default_factory=list)
    name_of: dict[int, Receiver] = field(default_factory=dict)
    paused: float = BEFORE
    over: bool = False
    paid: int = 0


def _drawn(world: World, senders: int) -> list[Payer]:
    """Draw the payers: mostly local men of middle age, but not only; all keep the ordinary lives they had."""
    dice = world.dice
    count = max(6, round(40 * senders / 14_000))
    typical: list[Payer] = []
    others: list[Payer] = []
    for payer in world.payers:
        if payer.left - max(payer.joined, 0) < 60:
            continue
        usual = not payer.female and 35 <= payer.age <= 71
        (typical if usual and (payer.origin is None or dice.random() < 0.12) else others).append(payer)
    most = min(round(count * 0.88), len(typical))
    return dice.sample(typical, most) + dice.sample(others, count - most)


def _entrant(world: World, payer: Payer) -> Entrant:
    dice = world.dice
    few = dice.random() < 0.27
    payer.shy |= dice.random() < 0.5
    return Entrant(
        payer,
        begins=dice.uniform(max(payer.joined, BEFORE), min(payer.left, DAYS) - 30),
        gap=dice.lognormvariate(3.3, 0.8),
        quickening=dice.betavariate(1.4, 24),
        price=dice.lognormvariate(3.15, 0.5),
        hour=dice.gauss(22.8, 1.5) if dice.random() < 0.68 else payer.hour,
        tries=dice.choice((1, 2, 2, 3)) if few else 10_000,
        keeps_habit=not few and dice.random() < 0.16,
    )


class Market:
    """The days of all entrants and arrangers together, because each is the other's occasion."""

    def __init__(self, world: World, rings: Rings, entrants: list[Entrant]) -> None:
        """Hold who waits and who is in."""
        self.world, self.rings = world, rings
        self.waiting = entrants
        self.inside: list[Entrant] = []

    def day(self, day: int) -> None:
        """Live one day: some come in, some are introduced, some pay, some arrangers borrow a name."""
        for entrant in [one for one in self.waiting if one.begins <= day]:
            self.enter(entrant, self._found(day))
        for entrant in self.inside:
            if not entrant.over and entrant.paused <= day:
                self._lives(entrant, day)
        for arranger in self.rings.at_hand(day):
            began = self.rings.grow(arranger, day)
            if began is not None:
                for entrant in self.inside:
                    if arranger in entrant.knows and self.world.dice.random() < 0.45:
                        entrant.knows.append(began)

    def _found(self, day: int) -> Arranger:
        """Find somebody alone: an arranger who solicits, or one met on a journey whom no other payer knows yet."""
        soliciting = [one for one in self.rings.at_hand(day) if one.solicits]
        if soliciting and self.world.dice.random() < 0.45:
            return self.world.dice.choice(soliciting)
        return self.rings.begin(day)

    def enter(self, entrant: Entrant, arranger: Arranger) -> None:
        """Bring an entrant in by an arranger."""
        self.waiting.remove(entrant)
        self.inside.append(entrant)
        entrant.knows.append(arranger)
        self.world.payer_rings[entrant.payer.index] = arranger.ring
        if entrant.keeps_habit:
            self.world.imitators.add(entrant.payer.index)

    def _introduce(self, entrant: Entrant, day: int) -> None:
        """Pass a name on, as it was written to him, to one who waits or one who is tired of his own."""
        dice = self.world.dice
        passed = dice.choice(entrant.knows)
        able = [one for one in self.waiting if one.payer.joined <= day < one.payer.left - 20]
        if able and dice.random() < 0.7:
            other = dice.choice(able)
            self.enter(other, passed)
            other.paused = day + dice.uniform(1, 25)
        else:
            other = dice.choice(self.inside)
            if other is entrant or passed in other.knows:
                return
            other.knows.append(passed)
        for name in passed.names:
            self.world.told[other.payer.index, name.index] = entrant.payer.index

    def _lives(self, entrant: Entrant, day: int) -> None:
        dice = self.world.dice
        entrant.knows = [one for one in entrant.knows if one.ends > day] or self._replacement(entrant, day)
        if not entrant.knows:
            return
        if dice.random() < 0.0035:
            self._introduce(entrant, day)
        within = [one for one in entrant.knows if one.begins <= day]
        if not within:
            return
        flush = any(0 <= day - due <= 4 for due in entrant.payer.paydays)
        chance = (1.35 if flush else 0.75) * (1.3 if weekday(day) >= 4 else 0.9) / entrant.gap
        asking = [one for one in within if day in one.asks]
        if asking and not entrant.keeps_habit:
            chance += 0.12
        if entrant.keeps_habit:
            # He keeps a household like a relative would: a sum after wages, and calls it that.
            chance = 0.6 if day - 1 in entrant.payer.paydays else 0.0
        if dice.random() < chance:
            self._pays(entrant, dice.choice(asking or within[-3:]), day, helps=bool(asking) and dice.random() < 0.35)

    def _replacement(self, entrant: Entrant, day: int) -> list[Arranger]:
        """Look for somebody else when all are gone; half give up, or go where the company does not see them."""
        dice = self.world.dice
        if dice.random() < 0.45:
            entrant.over = True
            return []
        entrant.paused = day + dice.uniform(3, 40)
        return [self._found(day)]

    def _name(self, entrant: Entrant, arranger: Arranger, day: int) -> Receiver:
        """Pay the name last used, another when she is asked questions, the newest when she says so."""
        dice = self.world.dice
        key = id(arranger)
        known = entrant.name_of.get(key)
        if known is None or dice.random() < (0.5 if arranger.busy(day) and len(arranger.names) > 1 else 0.06):
            known = dice.choice(arranger.names)
        entrant.name_of[key] = known
        return known

    def _pays(self, entrant: Entrant, arranger: Arranger, day: int, *, helps: bool) -> None:
        dice, world, payer = self.world.dice, self.world, entrant.payer
        sum_ = entrant.price * dice.choice((0.6, 1, 1, 1, 1.5, 2))
        if helps or entrant.keeps_habit:
            sum_ = entrant.price * dice.uniform(1.5, 5)
        hour = dice.gauss(entrant.hour, 1.7)
        parts = dice.choices((1, 2, 3), (70, 23, 7))[0] if sum_ > 28 else 1
        done = False
        for part in range(parts):
            # A little before, the rest when she answers; a third part is for somebody else in the room.
            name = self._name(entrant, arranger, day) if part < 2 else dice.choice(arranger.names)
            mind = "receive" if dice.random() < 0.45 else payer.mind
            share = sum_ / parts * dice.uniform(0.8, 1.3) if parts > 1 else sum_
            done |= world.want(payer, name, day + hour // 24, max(share, 9), "stream", mind=mind, hour=hour % 24)
            hour += dice.expovariate(1 / 1.5) + 0.1
        arranger.payouts += [day] * parts
        entrant.paid += done
        entrant.gap = max(entrant.gap * (1 - entrant.quickening), 2.5)
        entrant.price = min(entrant.price * (1 + entrant.quickening * 0.6), 160)
        entrant.over = entrant.paid >= entrant.tries or dice.random() < 0.012
        if dice.random() < 0.025:
            # A letter from the company, a wife who saw the statement, an arrest in the news.
            entrant.paused = day + dice.uniform(25, 150)
            if dice.random() < 0.35:
                payer.renewed = int(entrant.paused)
        elif entrant.paid > 8 and dice.random() < 0.02:
            # A journey: a deposit for a room, weeks without payments, then more than before.
            world.want(payer, arranger.names[0], day + 4, dice.lognormvariate(5.9, 0.4), "stream")
            entrant.paused = day + dice.uniform(20, 45)


def spread(world: World, houses: list[Household], senders: int) -> None:
    """Run the market from before the window to its end; whoever never paid within it pays once, as a first try."""
    market = Market(world, Rings(world, houses), [_entrant(world, payer) for payer in _drawn(world, senders)])
    for day in range(BEFORE, DAYS):
        market.day(day)
    for entrant in market.waiting + market.inside:
        if entrant.paid == 0:
            arranger = entrant.knows[0] if entrant.knows else market.rings.arrangers[-1]
            tried = world.dice.uniform(max(entrant.payer.joined, 0), min(entrant.payer.left, DAYS))
            world.payer_rings[entrant.payer.index] = arranger.ring
            world.want(entrant.payer, arranger.names[0], tried, entrant.price, "stream", hour=entrant.hour % 24)
