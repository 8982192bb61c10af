"""Who uses the network: the payees of each trade, the crimes, then everybody else up to the wanted number."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from benchmarks.apart.guests.agents.community import book, donate, kindness, play_chips, travel_cash
from benchmarks.apart.guests.agents.extortion import extort
from benchmarks.apart.guests.agents.families import clan, loan, student
from benchmarks.apart.guests.agents.hearts import courtship, retired_in_law, romance_fraud, sisters
from benchmarks.apart.guests.agents.livestream import purchase
from benchmarks.apart.guests.agents.people import Payer
from benchmarks.apart.guests.agents.places import pick
from benchmarks.apart.guests.agents.trades import collect_things, employ, game, learn, tip
from benchmarks.apart.guests.agents.world import World

Habit = Callable[[World, Payer], None]

TRADES: Final[dict[str, tuple[float, int, int, float]]] = {
    "collector": (300.0, 28, 66, 0.8),
    "seller": (110.0, 20, 58, 0.6),
    "booster": (420.0, 18, 30, 0.2),
    "freelancer": (28.0, 20, 50, 0.62),
    "tutor": (260.0, 21, 45, 0.75),
    "performer": (380.0, 19, 38, 0.85),
    "charity": (420.0, 35, 70, 0.5),
    "hub": (130.0, 28, 65, 0.5),
    "chips": (900.0, 24, 50, 0.3),
    "fraud": (240.0, 20, 45, 0.5),
}
"""For each trade: how many payers there are to one payee, the payee's ages, the share of women."""

FOREIGN_LIVES: Final = {
    "courtship": 24, "kindness": 14, "book": 13, "collect": 16, "employ": 12, "learn": 7, "donate": 12, "game": 7,
    "tip": 5, "chips": 3, "in_law": 5, "self": 6, "fraud": 3, "sisters": 1,
}  # fmt: skip
"""Why somebody without roots there pays at all, in shares."""

HABITS: Final[dict[str, Habit]] = {
    "courtship": courtship, "kindness": kindness, "book": book, "collect": collect_things, "employ": employ,
    "learn": learn, "donate": donate, "tip": tip, "chips": play_chips, "in_law": retired_in_law, "self": travel_cash,
}  # fmt: skip

AGES: Final = {"employ": (25, 60), "learn": (24, 60), "tip": (21, 72), "chips": (21, 60), "in_law": (48, 78)}

ALSO_FOREIGN: Final[tuple[tuple[float, Habit], ...]] = (
    (0.09, kindness), (0.1, collect_things), (0.06, donate), (0.09, book), (0.03, learn), (0.03, tip),
    (0.05, courtship), (0.012, play_chips), (0.025, employ), (0.02, travel_cash),
)  # fmt: skip

ALSO_MIGRANT: Final[tuple[tuple[float, Habit], ...]] = (
    (0.14, kindness), (0.05, collect_things), (0.05, donate), (0.03, book), (0.012, play_chips), (0.012, employ),
    (0.02, courtship), (0.008, tip), (0.02, travel_cash),
)  # fmt: skip


def settle(world: World) -> None:
    """Fill the world."""
    _open_trades(world)
    purchase(world)
    extort(world)
    while (room := world.senders - len(world.register.payers)) > 0:
        draw = world.rng.random()
        if draw < 0.62:
            for payer in clan(world, room):
                _also(world, payer, ALSO_MIGRANT)
                if world.chance(0.12):
                    loan(world, payer, payer.roots)
        elif draw < 0.635:
            student(world)
        else:
            _foreigner(world)


def _open_trades(world: World) -> None:
    for trade, (payers_each, youngest, eldest, women) in TRADES.items():
        count = max(3, round(world.senders / payers_each))
        world.trades[trade] = [world.payee(youngest, eldest, women=women) for _ in range(count)]


def _foreigner(world: World) -> None:
    life = pick(world.rng, FOREIGN_LIVES)
    if life == "sisters":
        sisters(world)
        return
    if life == "game":
        payer = game(world)
    elif life == "fraud":
        payer = romance_fraud(world)
    else:
        payer = world.foreigner(*AGES.get(life, (24, 74)), men=0.85 if life in {"courtship", "tip", "in_law"} else 0.58)
        HABITS[life](world, payer)
    if payer.born <= 2002:
        _also(world, payer, ALSO_FOREIGN)


def _also(world: World, payer: Payer, habits: tuple[tuple[float, Habit], ...]) -> None:
    for odds, habit in habits:
        if world.chance(odds):
            habit(world, payer)
