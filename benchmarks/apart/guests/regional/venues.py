"""Receivers that many pay: sellers, performers, tutors, treasurers, landlords, charities; and how each is paid."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from benchmarks.apart.guests.regional import clock
from benchmarks.apart.guests.regional.clock import Floats
from benchmarks.apart.guests.regional.firm import Firm, Reason
from benchmarks.apart.guests.regional.people import Payer, Receiver, weighted
from benchmarks.apart.guests.regional.places import HOMES
from benchmarks.apart.guests.regional.sums import typical

GOODS: Final = Reason("hobby_purchase", "seller", "hobby")
WORK: Final = Reason("freelancer_employer", "freelancer", "freelance")
GIVING: Final = Reason("donation", "charity", "charity")
POOL: Final = Reason("family_support", "collector", "collector")
BILL: Final = Reason("hub_payment", "hub", "hub")
STUDENT: Final = Reason("student_support", "student", "student")
OTHER: Final = Reason("ordinary", "ordinary", "plain")


@dataclass(frozen=True, slots=True)
class Habit:
    """How a kind of receiver is paid. `number` stands per 14,000 customers; nought means a new person each time."""

    reason: Reason
    number: int
    rhythm: str
    rate: float
    months: float
    usd: float
    varies: float
    hours: str | None = None
    whole: float | None = None
    places: tuple[str, ...] = ()


STUDIOS: Final = ("CO", "RO", "UA", "DO", "PH", "MX")
DESKS: Final = ("IN", "PK", "UA", "RO", "NG", "BD", "CO", "PH", "LK")

HABITS: Final = {
    "textiles": Habit(GOODS, 90, "scattered", 0.4, 5, 70, 0.6, "evening"),
    "car_parts": Habit(GOODS, 40, "scattered", 0.5, 3, 140, 0.8, None, 0.1, ("RO", "UA", "MX", "PK", "MD")),
    "game_items": Habit(GOODS, 30, "sittings", 1.6, 5, 17, 0.5, "night", 0.1, ("UA", "CO", "NG", "PH", "RO", "BD")),
    "performers": Habit(GOODS, 42, "sittings", 1.3, 6, 34, 0.55, "night", 0.15, STUDIOS),
    "betting_agents": Habit(GOODS, 18, "sittings", 2.2, 4, 22, 0.6, "night", 0.5, ("NG", "GH", "CI", "BD", "SN")),
    "designers": Habit(WORK, 170, "gaps", 15, 6, 190, 0.45, None, 0.2, DESKS),
    "tutors": Habit(WORK, 80, "gaps", 7.5, 5, 32, 0.12, "evening", 0.2, (*DESKS, "MX", "SN")),
    "assistants": Habit(WORK, 90, "monthly", 1, 9, 420, 0.08, None, 0.3, DESKS),
    "homes": Habit(GIVING, 40, "monthly", 1, 12, 32, 0.1, None, 0.1),
    "godparents": Habit(GIVING, 60, "scattered", 0.8, 12, 48, 0.4, "evening", 0.4),
    "hometown": Habit(POOL, 60, "monthly", 1, 12, 24, 0.15, None, 0.2),
    "savings_rounds": Habit(POOL, 40, "monthly", 1, 10, 100, 0.02, None, 0.3),
    "neighbours": Habit(POOL, 110, "scattered", 1.2, 8, 65, 0.5),
    "schools": Habit(BILL, 60, "terms", 1, 18, 260, 0.25, None, 0.8),
    "landlords": Habit(BILL, 50, "monthly", 1, 8, 270, 0.03, None, 0.6),
    "clinics": Habit(BILL, 25, "scattered", 0.5, 3, 120, 0.8, None, 0.7),
    "children_abroad": Habit(STUDENT, 0, "monthly", 1, 10, 290, 0.3),
    "friends": Habit(OTHER, 0, "scattered", 0.35, 5, 60, 0.6, "evening"),
    "trial_transfer": Habit(OTHER, 0, "once", 1, 0.2, 55, 0.3),
    "stranded_friend": Habit(OTHER, 0, "at_once", 1, 0.1, 85, 0.5, "night"),
}

LOCAL_LIVES: Final = {
    "textiles": 12, "car_parts": 5, "game_items": 6, "performers": 9, "betting_agents": 2, "designers": 11, "tutors": 8,
    "assistants": 5, "homes": 9, "godparents": 8, "schools": 1, "landlords": 3, "clinics": 2, "friends": 14,
    "trial_transfer": 6, "stranded_friend": 3, "hometown": 1, "children_abroad": 4,
}  # fmt: skip
MIGRANT_LIVES: Final = {
    "textiles": 4, "car_parts": 4, "game_items": 2, "performers": 3, "betting_agents": 4, "designers": 4, "tutors": 4,
    "homes": 4, "hometown": 16, "savings_rounds": 11, "neighbours": 22, "schools": 13, "landlords": 5, "clinics": 5,
    "friends": 16, "trial_transfer": 3, "stranded_friend": 3, "godparents": 2,
}  # fmt: skip
YOUNG: Final = {"game_items": 6.0, "betting_agents": 3.0, "stranded_friend": 3.0, "trial_transfer": 2.0, "tutors": 0.3}
"""Under 27 some habits are commoner than the tables say, by these factors."""

Market = dict[str, list[Receiver]]


def open_market(firm: Firm) -> Market:
    """Set up every receiver that strangers find by advertisement, word of mouth or an association."""
    rng = firm.rng
    countries = {code: w * home.share for home in HOMES.values() for code, w in home.corridors.items()}
    market: Market = {}
    for name, habit in HABITS.items():
        pool = {code: countries[code] for code in habit.places} if habit.places else countries
        market[name] = [
            firm.meet(weighted(rng, pool)) for _ in range(firm.scaled(habit.number, 2) * (habit.number > 0))
        ]
    return market


def days_of(rng: np.random.Generator, habit: Habit, start: float, end: float) -> Floats:
    """The days on which a habit is paid between two days."""
    match habit.rhythm:
        case "monthly":
            days = clock.monthly(rng, start, end, float(rng.integers(1, 29)), slack=1.6, skip=0.08)
        case "gaps":
            days = clock.every(rng, start, end, habit.rate, 0.3)
        case "scattered":
            days = clock.scattered(rng, start, end, habit.rate * float(np.exp(rng.normal(0, 0.5))))
        case "sittings":
            days = clock.sittings(rng, start, end, habit.rate * float(np.exp(rng.normal(0, 0.8))))
        case "terms":
            days = clock.terms(rng, start, end)
        case "at_once":
            days = start + np.cumsum(rng.exponential(0.4, 1 + int(rng.poisson(1.8))))
        case _:
            days = start + np.cumsum(rng.exponential(8, 1 + int(rng.random() < 0.3)))
    return days


def choose(rng: np.random.Generator, pool: list[Receiver], country: str | None) -> Receiver:
    """A receiver of a market; the well-known ones draw most payers, and a compatriot is preferred."""
    near = [person for person in pool if person.country == country] or pool
    fame = 1.0 / (1 + np.arange(len(near))) ** 0.8
    return near[int(rng.choice(len(near), p=fame / fame.sum()))]


def follow(firm: Firm, market: Market, payer: Payer, name: str) -> None:
    """Let a payer take up a habit; tippers, players and buyers often go to several receivers."""
    rng, habit = firm.rng, HABITS[name]
    several = 1 + int(rng.poisson(0.9)) if habit.rhythm == "sittings" else 1 + int(rng.random() < 0.15)
    for _ in range(several):
        room = max(payer.until - payer.opened, 1.0)
        start = payer.opened + (0.0 if rng.random() < 0.3 else float(rng.uniform(0, room * 0.7)))
        end = min(start + 30.4 * habit.months * float(rng.gamma(1.6, 0.62)), max(payer.until, start + 2))
        country = payer.roots or (None if habit.number else weighted(rng, HOMES[payer.country].corridors))
        to = choose(rng, market[name], country) if habit.number else firm.meet(country or "MX")
        days = days_of(rng, habit, start, end)
        usd = typical(rng, len(days), habit.usd * float(np.exp(rng.normal(0, 0.35))), habit.varies)
        if habit.varies < 0.2:
            usd = np.full(len(days), usd[0]) if len(days) else usd
        when = clock.moments(rng, days, habit.hours or payer.hours)
        firm.pay(payer, to, when, usd, habit.reason, whole=habit.whole)


def pick_habit(rng: np.random.Generator, payer: Payer) -> str:
    """What a payer does besides, or instead of, supporting a family."""
    table = MIGRANT_LIVES if payer.roots else LOCAL_LIVES
    youth = YOUNG if payer.age < 27 else {}
    return weighted(rng, {name: weight * youth.get(name, 1.0) for name, weight in table.items()})
