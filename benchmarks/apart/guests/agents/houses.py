"""Receiving side of live-streamed abuse: households that take payments on several people's cards."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from benchmarks.apart.guests.agents.families import SUPPORT, support
from benchmarks.apart.guests.agents.hearts import LOVE
from benchmarks.apart.guests.agents.people import Payer, Receiver
from benchmarks.apart.guests.agents.places import CORRIDORS, DAYS, DIASPORA, pick
from benchmarks.apart.guests.agents.rhythm import chance_days
from benchmarks.apart.guests.agents.world import World


@dataclass(slots=True)
class House:
    """A facilitator with the cards at her disposal.

    Clerks ask questions once a card has drawn from too many strangers, so the card changes after `patience` payments;
    payers keep the name they have saved and only follow when told to. `price` is what she asks, in her own money.
    """

    name: str
    country: str
    cards: list[Receiver]
    price: float
    patience: int
    taken: int = 0
    turn: int = 0
    saved: dict[str, Receiver] = field(default_factory=dict)

    def card(self, world: World, payer: Payer) -> Receiver:
        """The name the payer is told to send to this time."""
        self.taken += 1
        if self.taken > self.patience:
            self.taken, self.turn = 0, self.turn + 1
            self.patience = int(world.rng.integers(4, 18))
        told = self.cards[self.turn % len(self.cards)]
        known = self.saved.get(payer.person)
        if known is not None and world.chance(0.52):
            return known
        self.saved[payer.person] = told
        return told


def open_house(world: World, name: str, *, lone: bool = False) -> House:
    """A household, its cards and its ordinary life.

    A `lone` one serves a single payer. Cards are those of the facilitator, her relatives, a neighbour, a grown child;
    some villages have one phone for all. The same people have an aunt abroad, and may court foreigners too.
    """
    rng = world.rng
    country = pick(rng, {"PH": 74, "TH": 9, "CO": 11, "KE": 6})
    head = world.payee(22, 52, women=0.78, country=country)
    cards = [head]
    others = 0 if lone else int(rng.choice([0, 1, 2, 3, 5], p=[0.22, 0.28, 0.25, 0.15, 0.1]))
    cards.extend(_further_card(world, head) for _ in range(others))
    step = CORRIDORS[country].step * 5
    price = max(step, float(np.round(CORRIDORS[country].per_usd * world.around(42.0, 0.25, 1)[0] / step) * step))
    for card in cards:
        if world.chance(0.45):
            migrant = world.register.payer(
                pick(rng, DIASPORA[country]), country, world.born(24, 58), woman=world.chance(0.6)
            )
            support(world, migrant, card, SUPPORT, regular=world.chance(0.5))
    if world.chance(0.35):
        for _ in range(int(rng.integers(1, 4))):
            _suitor(world, cards[0])
    return House(name, country, cards, price, int(rng.integers(4, 18)))


def _further_card(world: World, head: Receiver) -> Receiver:
    return world.register.receiver(
        head.country,
        world.born(17, 60),
        woman=world.chance(0.62),
        city=head.city if world.chance(0.9) else None,
        family_name=head.family_name if world.chance(0.4) else None,
        phone=head.phones[0] if world.chance(0.3) else None,
    )


def _suitor(world: World, card: Receiver) -> None:
    """An adult who believes the head of the house to be his sweetheart and knows of nothing else."""
    suitor = world.foreigner(32, 70, men=0.9)
    begin = float(world.rng.uniform(0, DAYS - 60))
    days = chance_days(world.rng, begin, min(begin + float(world.rng.uniform(30, 260)), float(DAYS)), 16.0)
    world.pay(suitor, card, days, world.around(55.0, 0.6, len(days)), LOVE, profile="evening")
