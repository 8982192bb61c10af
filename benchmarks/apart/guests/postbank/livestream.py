"""Live-streamed abuse as the receiving bank sees it: households that strangers pay, and what the money does next.

A household is met in chat rooms and dating sites. One adult of it (or a neighbour with an account) receives; when a
clerk asks questions or a card expires another of the house does. The payer pays before and again during, when time is
prolonged, at an hour that is night for him and waking hours there. Payers who know each
other from those rooms pass a household on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from benchmarks.apart.guests.postbank.families import WORDS, support
from benchmarks.apart.guests.postbank.ledger import Story
from benchmarks.apart.guests.postbank.money import lognormal
from benchmarks.apart.guests.postbank.people import Payer, Person
from benchmarks.apart.guests.postbank.seasons import (
    DAYS,
    EVENING,
    WAKING,
    WEEKDAY,
    Floats,
    Ints,
    hours,
    minutes,
    some,
    within,
)
from benchmarks.apart.guests.postbank.world import World

_SAID: Final = (*WORDS, "treat")


@dataclass(slots=True)
class Ring:
    """A household that receives: its hands, in the order in which they are used, and how long it goes on."""

    name: str
    hands: list[Person]
    start: int
    stop: int
    turn: int

    def hand(self, day: int, whim: float) -> Person:
        """Who receives on a day: hands change every `turn` days, and now and then for one payment."""
        n = len(self.hands)
        return self.hands[((day - self.start) // self.turn + (1 if whim < 0.12 else 0)) % n]


def livestream(world: World) -> None:
    """Households and their payers."""
    rng = world.rng
    number = world.count(40, 4)
    rings = [_ring(world, n) for n in range(max(2, round(number / 3.2)))]
    weights = np.minimum(rng.pareto(1.6, len(rings)), 2.5) + 0.5
    for payer in _payers(world, number):
        u = rng.random()
        if u < 0.38:
            _curious(world, payer, _known(world, rings, weights, 1))
        elif u < 0.82:
            _returning(world, payer, _known(world, rings, weights, int(rng.choice((1, 1, 2, 2, 3)))), gap=15, median=34)
        elif u < 0.94:
            _returning(world, payer, _known(world, rings, weights, int(rng.integers(3, 7))), gap=3.5, median=28)
        else:
            _guised(world, payer, _known(world, rings, weights, 1)[0])
    for ring in rings:
        _life(world, ring)


def _ring(world: World, number: int) -> Ring:
    rng = world.rng
    while True:
        home = world.pick(world.people.homes)
        hands = [person for person in home if person.age >= 17 and person.accounts]
        if hands:
            break
    if rng.random() < 0.35:
        near = [person for person in world.people.adults if person.city == home[0].city]
        hands.append(world.pick(near))
    start = int(rng.integers(-120, 260))
    return Ring(f"house-{number}", hands[:3], start, start + int(rng.integers(120, 500)), int(rng.integers(40, 160)))


def _known(world: World, rings: list[Ring], weights: Floats, n: int) -> list[Ring]:
    """Households that a payer comes to know; the busy ones are passed on."""
    n = min(n, len(rings))
    picks = world.rng.choice(len(rings), n, replace=False, p=weights / weights.sum())
    return [rings[i] for i in picks.tolist()]


def _payers(world: World, number: int) -> list[Payer]:
    """Half of them pay for something else too (kin, a partner, a hobby); one in twelve lives in the islands."""
    rng = world.rng
    settled = [p for p in world.abroad if p.age >= 33 and p.kinds - {"romance_fraud_victim", "hub_payment"}]
    others = [p for p in settled if "family_support" not in p.kinds]
    kin = [p for p in settled if "family_support" in p.kinds]
    local = [p for p in world.residents() if p.age >= 35]
    made: list[Payer] = []
    while len(made) < number:
        u = rng.random()
        pool = others if u < 0.34 else kin if u < 0.45 else local if u < 0.53 else []
        payer = world.pick(pool) if pool else world.foreigner((54, 11), male=0.97)
        if payer not in made:
            made.append(payer)
    return made


def _clock(payer: Payer, n: int, rng: np.random.Generator) -> Ints:
    """Minutes of the payer's night (or dawn, before the house wakes), weighted by waking time in the islands."""
    local = np.arange(24)
    there = (local - payer.city.offset + 8) % 24
    private = hours((21, 24, 1.0), (0, 2, 0.9), (2, 4, 0.35), (5, 7, 0.35), (7, 21, 0.08))
    awake = np.where((there >= 6) & (there < 24), 1.0, 0.25)
    profile = private * awake
    return minutes(rng, profile / profile.sum(), n)


def _story(rng: np.random.Generator, ring: Ring, *, imitates: bool = False) -> Story:
    talk = float(rng.choice((0.1, 0.5, 0.9)))
    # Some write the name under which they know her, as buyers of a seller do.
    texts = (*_SAID, *[ring.hands[0].handle] * 3) if rng.random() < 0.3 else _SAID
    return Story("livestream_purchase", "facilitation", ring.name, imitates, 0.9, 0.45, texts, talk)


def _evening(world: World, payer: Payer, ring: Ring, day: int, *, usd: float, story: Story) -> None:
    """One evening: the sum agreed, and in two of five a further one within the hour and a half to go on."""
    rng = world.rng
    start = int(_clock(payer, 1, rng)[0])
    if rng.random() < 0.05:
        # Now and then more is asked for: a telephone, a hospital, a roof.
        usd *= float(rng.uniform(3, 12))
    sums = [usd] if rng.random() < 0.6 else [usd * 0.65, usd * float(rng.uniform(0.3, 0.7))]
    at = np.minimum(1439, start + np.cumsum([0, *rng.integers(8, 90, len(sums) - 1).tolist()]))
    hand = ring.hand(day, float(rng.random()))
    account = world.pick(hand.accounts) if rng.random() < 0.15 else hand.accounts[0]
    world.send(payer, account, np.full(len(sums), day), at, np.array(sums), story=story)


def _curious(world: World, payer: Payer, rings: list[Ring]) -> None:
    """Tries one household and stops: a test sum, then an evening or two."""
    rng = world.rng
    story = _story(rng, rings[0])
    for day in some(rng, int(rng.integers(1, 4)), max(0, rings[0].start), min(DAYS, rings[0].stop)).tolist():
        _evening(world, payer, rings[0], day, usd=float(lognormal(rng, 30, 0.5, 1)[0]), story=story)


def _returning(world: World, payer: Payer, rings: list[Ring], gap: float, median: float) -> None:
    """Comes back: gaps shorten and sums rise with each month; with several households he moves on and returns."""
    rng = world.rng
    own = median * float(np.exp(0.55 * rng.standard_normal()))
    story = {ring.name: _story(rng, ring) for ring in rings}
    day = float(rng.integers(0, 240))
    # The few who come every other day do not stop by themselves.
    stop = min(DAYS, day + float(rng.integers(60, 400))) if gap > 7 else DAYS
    first = day
    nearest = 0
    while day < stop:
        drive = min(1.0, (day - first) / 240)
        if rng.random() < 0.3:
            nearest = int(rng.integers(0, len(rings)))
        ring = rings[nearest]
        # Nights off: Friday and Saturday, when nobody rises early.
        on = int(day) + int(WEEKDAY[int(day)] < 4 and rng.random() < 0.35) * int(4 - WEEKDAY[int(day)])
        if on < DAYS:
            _evening(
                world,
                payer,
                ring,
                on,
                usd=float(lognormal(rng, own * (1 + 0.9 * drive), 0.45, 1)[0]),
                story=story[ring.name],
            )
        day += max(1.0, float(rng.gamma(1.3, gap / 1.3)) * (1.25 - 0.7 * drive))
        if drive > 0.5 and rng.random() < 0.02:
            # He travels: the room is paid ahead, and nothing is sent while he is there.
            days = within([int(day)])
            usd = lognormal(rng, 380, 0.4, days.size)
            hand = ring.hand(int(day), 1.0)
            world.send(payer, hand, days, minutes(rng, WAKING, days.size), usd, story=story[ring.name])
            day += float(rng.integers(16, 40))


def _guised(world: World, payer: Payer, ring: Ring) -> None:
    """Keeps the household as a family of his own: monthly sums by day, school fees, and beneath them the others."""
    rng = world.rng
    story = _story(rng, ring, imitates=True)
    start = max(0, ring.start)
    days = within(start + np.arange(0, 330, 30) + rng.integers(-3, 4, 11))
    usd = lognormal(rng, 140, 0.25, days.size)
    world.send(payer, ring.hands[0], days, minutes(rng, WAKING, days.size), usd, story=story)
    for day in some(rng, int(rng.integers(5, 20)), start, min(DAYS, start + 330)).tolist():
        _evening(world, payer, ring, day, usd=float(lognormal(rng, 40, 0.5, 1)[0]), story=story)


def _life(world: World, ring: Ring) -> None:
    """The household lives: kin abroad of its own, shares of what came in for a helper, and much load."""
    rng = world.rng
    head = ring.hands[0]
    kin = [p for p in world.abroad if "family_support" in p.kinds]
    if kin and rng.random() < 0.4:
        support(world, world.pick(kin), head, float(rng.uniform(60, 260)), keen=0.8)
    if not head.wallet_like:
        return
    payer = world.at_home(head)
    helper = world.pick([p for p in world.people.adults if p.city == head.city and p is not head])
    days = some(rng, int(rng.integers(3, 30)), max(0, ring.start), min(DAYS, ring.stop))
    share = Story("ordinary", "ordinary", texts=("share", "net", "thanks"), talk=0.15)
    world.send(payer, helper, days, minutes(rng, EVENING, days.size), lognormal(rng, 7, 0.5, days.size), story=share)
    till = world.pick(world.till("load", "4814", 4))
    many = some(rng, int(rng.integers(10, 60)), max(0, ring.start), min(DAYS, ring.stop))
    load = Story("ordinary", "ordinary", even=1.0)
    world.send(payer, till, many, minutes(rng, EVENING, many.size), np.full(many.size, 1.75), story=load)
