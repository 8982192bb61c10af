"""Which habits a customer has: most have several, and everyone has at least friends or shops."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from . import everyday, families, giving, hearts, shopping, work
from .accounts import Account
from .town import Town

Habit = Callable[[Town, Account], None]

_CHANCES: Final[tuple[tuple[Habit, float, float, float], ...]] = (
    # habit, chance, from age, to age
    (shopping.drops, 0.06, 14, 60),
    (shopping.crafts, 0.16, 16, 90),
    (shopping.games, 0.22, 14, 24),
    (shopping.games, 0.05, 24, 45),
    (shopping.chance, 0.015, 18, 75),
    (shopping.files, 0.09, 16, 70),
    (shopping.resale, 0.14, 15, 32),
    (work.employer, 0.035, 25, 68),
    (work.lessons, 0.03, 16, 75),
    (giving.donation, 0.09, 20, 90),
    (giving.sponsor, 0.008, 26, 85),
    (giving.student, 0.05, 42, 66),
    (giving.hub, 0.045, 18, 70),
    (everyday.rent, 0.09, 18, 40),
    (everyday.club, 0.16, 14, 55),
    (everyday.holiday, 0.08, 20, 80),
    (everyday.swindle, 0.03, 16, 75),
    (hearts.dating, 0.008, 20, 65),
    (hearts.partner, 0.022, 20, 75),
    (hearts.fraud, 0.022, 48, 86),
)


def live(town: Town, payer: Account, friends: everyday.Friends, teens: list[Account]) -> None:
    """Let one customer's ordinary life happen."""
    rng = town.rng
    if payer.quiet:
        return
    social = rng.random() < (0.75 if payer.age < 30 else 0.5)
    if social:
        everyday.split(town, payer, friends)
    if not social or rng.random() < 0.55:
        everyday.shops(town, payer)
    for habit, chance, low, high in _CHANCES:
        if low <= payer.age < high and rng.random() < chance:
            habit(town, payer)
    if rng.random() < 0.03:
        everyday.debt(town, payer, friends)
    if 28 <= payer.age < 55 and rng.random() < 0.035:
        everyday.chores(town, payer, teens)
    if payer.age >= 18 and rng.random() < (0.012 if payer.female else 0.05):
        shopping.tips(town, payer)
    _send_home(town, payer)


def _send_home(town: Town, payer: Account) -> None:
    """Most of those who came from abroad send home; a few of those born here have in-laws or old friends there."""
    if payer.age >= 19 and town.rng.random() < (0.02 if payer.at_home() else 0.62):
        families.support(town, payer)
    if not payer.at_home() and payer.age >= 21 and town.rng.random() < 0.07:
        everyday.circle(town, payer)
