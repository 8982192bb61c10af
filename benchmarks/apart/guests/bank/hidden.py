"""The hidden second life: urge, opportunity, guilt and habit, stolen from the budget of an ordinary home."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from benchmarks.apart.guests.bank.almanac import CHRISTMAS, DAYS, STORMS, TERMS, calendar_month, hour, month_of, payday
from benchmarks.apart.guests.bank.households import Household, open_house, open_houses
from benchmarks.apart.guests.bank.travel import travel
from benchmarks.apart.guests.bank.world import World

KIND: Final = "livestream_purchase"
WORDS: Final = (
    "gift", "support", "school fees", "family support", "birthday", "uniform", "food", "treat", "expenses",
    "medical bills",
    "accommodation", "education", "fees", "load", "takk", "thanks", "mat", "gave", "skole", "help",
)  # fmt: skip
REQUEST: Final = ("school fees", "uniform", "hospital", "medicine", "rice", "roof", "electric bill", "enrolment")
MOODS: Final = ("evening", "night", "small_hours", "morning", "lunch")


@dataclass(slots=True)
class Secret:
    """One payer's state, day by day."""

    person: int
    account: int
    base: float
    size: float
    forget: float
    roaming: float
    contacts: list[tuple[Household, int]]
    habit: float = 0.0
    guilt: float = 0.0
    rests_until: float = -1e9
    over: bool = False


def _opportunity(world: World, life: Secret, at: int, away: set[int]) -> float:
    """Alone or not, paid or not, free or not."""
    pay = payday(month_of(at), int(world.people.payday[life.person]))
    factor = 2.0 if 0 <= at - pay <= 3 else 1.0
    factor *= 1.3 if at % 7 in (4, 5) else 1.0
    family_time = calendar_month(at) == 7 or any(0 <= at - feast < 12 for feast in CHRISTMAS)
    if world.people.partner[life.person] >= 0:
        factor *= 0.25 if family_time else (2.8 if at in away else 0.7)
    elif family_time:
        factor *= 1.8
    return factor


def _contact(world: World, life: Secret, at: float, houses: list[Household]) -> tuple[Household, int] | None:
    """Mostly a familiar one; a roamer is passed on to a sister, a neighbour's house, or finds a new one in a chat."""
    rng = world.rng
    open_now = [(house, member) for house, member in life.contacts if house.opens <= at <= house.closes]
    if open_now and rng.random() > life.roaming:
        weights = np.array([0.6**place for place in range(len(open_now))])
        return open_now[int(rng.choice(len(open_now), p=weights / weights.sum()))]
    house = open_now[0][0] if open_now and rng.random() < 0.5 else None
    if house is not None and house.neighbour is not None and rng.random() < 0.4:
        house = house.neighbour
    if house is None:
        free = [other for other in houses if other.opens <= at <= other.closes]
        if not free:
            return open_now[0] if open_now else None
        house = free[int(rng.integers(len(free)))]
    found = (house, int(rng.integers(len(house.members))))
    if found not in life.contacts:
        life.contacts.insert(int(rng.integers(len(life.contacts) + 1)), found)
    return found


def _session(world: World, life: Secret, at: int, found: tuple[Household, int], *, flush: bool) -> None:
    """One evening: an agreed price, sometimes more for more time, sometimes a second household the same night."""
    rng, (house, member) = world.rng, found
    moment = at + hour(rng, str(rng.choice(MOODS, p=[0.27, 0.4, 0.14, 0.09, 0.1])))
    price = life.size * (1 + 0.24 * float(np.sqrt(min(life.habit, 60)))) * float(rng.lognormal(0, 0.42))
    room = max(
        150.0, 0.3 * float(world.people.income[life.person]) - world.spent[life.person, month_of(min(at, DAYS - 1))]
    )
    for _ in range(1 + int(rng.poisson(0.75 if flush else 0.22))):
        world.send(
            moment, min(price, room), life.account, house.account(member, moment), KIND, WORDS, blank=0.62,
            purpose="FAMI", group=house.group, abroad_share=0.5,
        )  # fmt: skip
        moment += float(rng.exponential(0.03))
        price *= float(rng.uniform(0.4, 1.0))
    life.habit += 1
    life.guilt += float(rng.uniform(0.6, 1.7)) * float(np.exp(-life.habit / 22))


def _asked(world: World, life: Secret, at: int) -> None:
    """The household asks as any poor family asks, at term and after storms; paying keeps the tie and looks kind."""
    rng = world.rng
    for house, member in life.contacts[:2]:
        due = at % 30 == 9 and calendar_month(at) in TERMS[house.land] and rng.random() < 0.3
        hit = (at - 1) in STORMS.get(house.land, ()) and rng.random() < 0.3
        if (due or hit) and house.opens <= at <= house.closes and life.habit > 2:
            to, moment = house.account(member, at), at + hour(rng, "evening")
            size = life.size * float(rng.uniform(1.2, 4))
            world.send(moment, size, life.account, to, KIND, REQUEST, blank=0.4, purpose="EDUC", group=house.group)


def _discovery(world: World, life: Secret, at: int) -> None:
    """A partner reads the first account's statement, or shame wins: an end, a pause, or a second account and less."""
    rng, person = world.rng, life.person
    share = float(world.spent[person, month_of(at)]) / float(world.people.income[person])
    shown = world.people.partner[person] >= 0 and life.account == person
    seen = shown and rng.random() < 0.012 + 0.12 * min(1.0, share)
    ashamed = rng.random() < 0.03
    if not (seen or ashamed):
        return
    if rng.random() < (0.35 if seen else 0.3):
        life.over = True
        return
    life.rests_until = at + float(rng.uniform(35, 170))
    second = world.people.second_account(person)
    if seen and second is not None:
        life.account, life.size = second, life.size * 0.7


def _live(world: World, life: Secret, begin: int, houses: list[Household]) -> None:
    """Day by day from the first contact; what happened before the file begins leaves only its habit."""
    rng = world.rng
    away = {int(start) + step for start in rng.uniform(0, DAYS, 30) for step in range(3)}
    for at in range(begin, DAYS):
        life.guilt *= life.forget
        if life.over:
            break
        if at < life.rests_until:
            continue
        if at >= 0:
            _asked(world, life, at)
        luck = _opportunity(world, life, at, away) if at >= 0 else 1.0
        here = life.contacts[0][0].presence(at) if at >= 0 else 1.0
        drive = life.base * (1 + 0.07 * min(life.habit, 30)) * luck * here * float(np.exp(-life.guilt))
        if rng.random() >= drive:
            continue
        if at < 0:
            life.habit += 1
            continue
        found = _contact(world, life, at, houses)
        if found is None:
            continue
        _session(world, life, at, found, flush=luck > 1.9)
        other = _contact(world, life, at, houses) if rng.random() < 0.6 * life.roaming else None
        if other is not None and other != found:
            _session(world, life, at, other, flush=False)
        _discovery(world, life, at)
        if life.habit > 20 and rng.random() < 0.012:
            travel(world, life.account, at + float(rng.uniform(20, 60)), found[0].land)
            life.rests_until = at + 62


def _pretend(world: World, life: Secret, begin: int) -> None:
    """Some pay like a husband: every month after payday, one woman, a steady sum, until something ends it."""
    rng, (house, member) = world.rng, life.contacts[0]
    for month in range(month_of(max(0, begin)), 24):
        at = payday(month, int(world.people.payday[life.person])) + int(rng.integers(0, 4)) + hour(rng, "evening")
        to, size = house.account(member, at), life.size * 1.6 * float(rng.lognormal(0, 0.2))
        if rng.random() < 0.85:
            world.send(at, size, life.account, to, KIND, WORDS, purpose="FAMI", group=house.group)
        if rng.random() < 0.3:
            world.send(at + rng.uniform(5, 18), size * 0.4, life.account, to, KIND, WORDS, group=house.group)
        if rng.random() < 0.05:
            break


def hide(world: World) -> None:
    """All payers of the crime: mostly men of 35 to 70, many in a couple, a fifth with a second account."""
    rng, people = world.rng, world.people
    houses = open_houses(world)
    ages = people.ages()
    closeness = np.exp(-(((ages - 53) / 16) ** 2)) * np.where(people.female, 0.05, 1.0) * (ages > 23)
    closeness[people.owner[people.count :]] *= 6
    chosen = rng.choice(people.count, world.number(40, 4), replace=False, p=closeness / closeness.sum())
    for place, person in enumerate(int(p) for p in chosen):
        kind = int(rng.choice(4, p=[0.41, 0.36, 0.14, 0.09]))
        alone = rng.random() < 0.15
        house = open_house(world, f"private-{place}", private=True) if alone else houses[int(rng.integers(len(houses)))]
        begin = int(rng.uniform(-250, 560))
        house.opens = min(house.opens, float(begin))
        second = people.second_account(person)
        life = Secret(
            person=person,
            account=person if second is None or rng.random() < 0.5 else second,
            base=(0.004, 0.016, 0.06, 0.22)[kind] * float(rng.lognormal(0, 0.35)),
            size=(1.2, 1.0, 0.75, 0.6)[kind] * float(rng.lognormal(np.log(255), 0.4)),
            forget=float(np.exp(-1 / rng.uniform(4, 22))),
            roaming=0.0 if alone else (0.05, 0.14, 0.28, 0.35)[kind],
            contacts=[(house, int(rng.integers(len(house.members))))],
        )
        world.secret.add(person)
        before = len(world.ledger.rows)
        if rng.random() < 0.13:
            world.imitators.add(person)
            _pretend(world, life, begin)
        else:
            _live(world, life, begin, houses)
        if len(world.ledger.rows) == before:
            _session(world, life, int(rng.integers(max(0, begin), DAYS - 1)), life.contacts[0], flush=False)
