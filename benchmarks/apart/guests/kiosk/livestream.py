"""Live-streamed abuse: households that are paid, and the adults who pay them.

A payer meets a household through a chat or another payer, agrees on a sum by message and sends it, often a part before
and the rest after. The number that is paid changes when a wallet is closed, and all who are in touch follow.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from benchmarks.apart.guests.kiosk import calendar, clock, family
from benchmarks.apart.guests.kiosk.people import Payer
from benchmarks.apart.guests.kiosk.places import DESTINATIONS
from benchmarks.apart.guests.kiosk.receivers import Receiver
from benchmarks.apart.guests.kiosk.world import Tie, World

_WORDS = ("gift", "school fees", "family support", "medical bills", "uniform", "treat", "help")


@dataclass(slots=True)
class Ring:
    """A household that is paid: the numbers that followed one another, and a relative who fetches cash."""

    name: str
    numbers: list[tuple[int, Receiver]] = field(default_factory=list)
    relative: Receiver | None = None

    def on(self, rng: np.random.Generator, day: int) -> Receiver:
        """Whom a payer is told to pay on `day`."""
        if self.relative is not None and rng.random() < 0.15:
            return self.relative
        return next((r for begin, r in reversed(self.numbers) if begin <= day), self.numbers[0][1])


def _ring(world: World, name: str) -> Ring:
    rng = world.rng
    country = str(rng.choice(["PH", "RO", "CO", "TH", "KE"], p=[0.62, 0.12, 0.1, 0.1, 0.06]))
    ring = Ring(name)
    surname = str(rng.choice(DESTINATIONS[country].family))
    main = world.book.add(country, surname=surname)
    day = -int(rng.integers(0, 200))
    while day < calendar.DAYS:
        ring.numbers.append((day, main))
        day += int(rng.gamma(2.0, 110)) + 40
        # A blocked wallet is followed by another number of hers, or by one in a sister's name.
        main = world.book.again(main) if rng.random() < 0.55 else world.book.add(country, surname=surname)
    if rng.random() < 0.5:
        ring.relative = world.book.add(country, surname=surname, rail="cash_pickup")
    return ring


def _kin_abroad(world: World, ring: Ring, migrants: list[Payer]) -> None:
    """The household also has a cousin abroad who knows nothing and sends what everybody sends."""
    rng = world.rng
    kin = [p for p in migrants if p.home == ring.numbers[0][1].country]
    for _ in range(int(rng.integers(0, 3)) if kin else 0):
        cousin = kin[int(rng.integers(len(kin)))]
        days = calendar.paydays(cousin.payday, cousin.first, cousin.last, twice=False)
        begin, receiver = ring.numbers[int(rng.integers(len(ring.numbers)))]
        days = days[days >= begin][: int(rng.integers(2, 12))]
        tie = Tie("family_support", "family_receiver", words=family.WORDS, wordy=0.1)
        world.send(cousin, receiver, tie, clock.at(rng, days, cousin.part), rng.lognormal(np.log(110), 0.5, len(days)))


def _session(world: World, payer: Payer, ring: Ring, day: int, usd: float) -> None:
    """One agreed sum: at night from the wallet, or prepaid on the way home; often in two parts."""
    rng = world.rng
    part = str(rng.choice(["night", "evening", "errand"], p=[0.62, 0.22, 0.16]))
    when = clock.at(rng, np.array([day]), part)
    shares = np.array([1.0])
    if rng.random() < 0.28:
        when = when + np.array([0, rng.integers(1100, 6500)])
        shares = np.array([0.5, 0.5]) if rng.random() < 0.5 else np.array([0.35, 0.65])
    tie = Tie("livestream_purchase", "facilitation", ring.name, words=_WORDS, wordy=0.05)
    world.send(payer, ring.on(rng, day), tie, when, usd * shares)


def _roam(world: World, payer: Payer, rings: list[Ring], count: int) -> None:
    """Sums rise and gaps shorten while it lasts; another household is tried when the first asks too much."""
    rng = world.rng
    met = [rings[int(rng.integers(len(rings)))]]
    wander = rng.uniform(0.02, 0.22)
    progress = np.linspace(0, 1, count)
    gaps = rng.uniform(16, 40) * np.exp(-rng.uniform(0.5, 1.6) * progress) * rng.gamma(1.5, 1 / 1.5, count)
    room = max(30.0, 0.9 * (payer.last - payer.first))
    gaps *= min(1.0, room / max(1.0, float(gaps.sum())))
    days = payer.first + rng.uniform(0, max(1.0, room - gaps.sum())) + np.cumsum(gaps)
    sums = rng.lognormal(np.log(31), 0.5) * np.exp(rng.uniform(0.1, 0.9) * progress + rng.normal(0, 0.45, count))
    travels = count > 8 and rng.random() < 0.2
    shift = 0
    for turn, (day, usd) in enumerate(zip(days, sums, strict=True)):
        if rng.random() < wander:
            met.append(rings[int(rng.integers(len(rings)))])
        ring = met[-1] if rng.random() < 0.75 else met[int(rng.integers(len(met)))]
        # Weekends leave the night free; who is paid monthly waits for nothing else.
        late = int(day) + shift + (4 - calendar.WEEKDAY[int(day) % calendar.DAYS] if rng.random() < 0.3 else 0)
        ticket = travels and turn == int(count * 0.7)
        _session(world, payer, ring, max(0, late), rng.uniform(180, 480) if ticket else usd)
        if rng.random() < 0.1:  # nobody answers, or somebody else is offered
            _session(world, payer, rings[int(rng.integers(len(rings)))], max(0, late), usd * 0.8)
        shift += int(rng.integers(20, 40)) if ticket else 0


def _keep(world: World, payer: Payer, ring: Ring) -> None:
    """One household for years, paid like a relative: by day, after payday, with a reason. Imitates support."""
    rng = world.rng
    days = calendar.paydays(payer.payday, payer.first, payer.last, twice=bool(rng.random() < 0.4))
    days = days[rng.random(len(days)) < 0.75] + rng.integers(0, 6)
    tie = Tie("livestream_purchase", "facilitation", ring.name, quiet=True, words=_WORDS, wordy=0.3)
    sums = rng.uniform(35, 80) * np.exp(np.linspace(0, 0.4, len(days)) + rng.normal(0, 0.3, len(days)))
    for when, usd in zip(clock.at(rng, days, "errand"), sums, strict=True):
        receiver = ring.on(rng, int(when // calendar.DAY))
        world.send(payer, receiver, tie, np.array([when]), np.array([usd]))


def livestream(world: World, payers: list[Payer], migrants: list[Payer], scale: float) -> None:
    """Draw the households, then what each of `payers` does with them."""
    rng = world.rng
    rings = [_ring(world, f"ring-{k}") for k in range(max(2, round(8 * scale)))]
    for ring in rings:
        _kin_abroad(world, ring, migrants)
    for k, payer in enumerate(payers):
        if rng.random() < 0.3:
            payer.second = ("beside", float(rng.uniform(0.15, 0.5)))
        habit = rng.choice(["tries", "returns", "seldom stops", "keeps"], p=[0.27, 0.47, 0.1, 0.16])
        if habit == "keeps":
            _keep(
                world, payer, _ring(world, f"lone-{k}") if rng.random() < 0.5 else rings[int(rng.integers(len(rings)))]
            )
        elif habit == "tries":
            _roam(world, payer, rings, int(rng.integers(1, 4)))
        elif habit == "returns":
            _roam(world, payer, rings, int(rng.integers(4, 17)))
        else:
            _roam(world, payer, rings, int(rng.integers(40, 95)))
