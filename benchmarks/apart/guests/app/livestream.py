"""Livestream purchase as a rare trajectory: first contact, occasional, regular, bingeing, fear, stopping, relapse.

A payer carries it on beside an ordinary life, with one or two contacts at a time, whom he found himself or was led to
by the reputation that a household has among such payers; a contact who disappears is replaced, at once or much later.
"""

from dataclasses import dataclass, field

import numpy as np

from benchmarks.apart.guests.app.households import Household, open_household, ordinary_income
from benchmarks.apart.guests.app.moments import in_week, seconds_of_day
from benchmarks.apart.guests.app.weeks import DAY, START_SECOND, WEEKS
from benchmarks.apart.guests.app.world import World

CURIOUS, OCCASIONAL, REGULAR, BINGE, AFRAID, STOPPED, AWAY = range(7)
_STEPS = np.array([
    [0.66, 0.22, 0.02, 0.00, 0.04, 0.06, 0.00],
    [0.00, 0.86, 0.07, 0.02, 0.02, 0.03, 0.00],
    [0.00, 0.06, 0.84, 0.06, 0.02, 0.01, 0.01],
    [0.00, 0.02, 0.36, 0.52, 0.08, 0.02, 0.00],
    [0.00, 0.09, 0.01, 0.00, 0.84, 0.06, 0.00],
    [0.00, 0.006, 0.002, 0.002, 0.00, 0.99, 0.00],
    [0.00, 0.10, 0.25, 0.00, 0.00, 0.00, 0.65],
])  # fmt: skip
_EVENINGS = (0.25, 0.22, 0.5, 1.2, 0.0, 0.0, 0.0)
"""Evenings a week with at least one payment, by state."""


@dataclass(slots=True)
class Payer:
    """One person: his accounts, temper, and the sums he has come to pay."""

    accounts: list[int]
    vigour: float
    first_sum: float
    climb: float
    poses: bool
    night: bool
    contacts: list[Household] = field(default_factory=list)
    paid: int = 0


def _choose(world: World) -> list[Payer]:
    """Mostly men of middle age and beyond, some young; people with a second account use it."""
    rng, people = world.rng, world.people
    age = people.age()
    double = np.isin(np.arange(len(people)), people.twin[people.twin != np.arange(len(people))])
    weight = np.exp(-(((age - 55) / 13) ** 2)) + 0.035
    weight = weight * np.where(people.male, 1.0, 0.05) * np.where(double, 14.0, 1.0) * (age >= 20)
    # Whoever leaves the app within weeks has no time for a trajectory.
    weight = weight * (people.leave - people.join > 14) * (people.twin == np.arange(len(people)))
    payers = []
    for row in world.some(weight > 0, world.scaled(40, 4), weight).tolist():
        accounts = np.flatnonzero(people.twin == row).tolist()
        payers.append(
            Payer(
                accounts=accounts, vigour=float(np.clip(rng.lognormal(-0.2, 0.95), 0.15, 3.5)),
                first_sum=float(np.clip(rng.lognormal(3.0, 0.45), 8, 70)), climb=float(rng.uniform(0, 0.035)),
                poses=bool(rng.random() < 0.2), night=bool(rng.random() < 0.75),
            )
        )  # fmt: skip
    return payers


def _contact(world: World, payer: Payer, homes: list[Household], week: int) -> None:
    """Find somebody new: by reputation, by chance, or alone through a dating site, unknown to the others."""
    rng = world.rng
    known = [home for home in homes if home.closed > week and home not in payer.contacts]
    if not known or rng.random() < 0.13:
        found = open_household(rng, world.parties, len(homes), alone=bool(rng.random() < 0.7))
        homes.append(found)
    else:
        fame = np.array([0.4 + home.payers for home in known])
        found = known[int(rng.choice(len(known), p=fame / fame.sum()))]
    found.payers += 1
    payer.contacts = [*payer.contacts[-1:], found]


def _evening(world: World, payer: Payer, homes: list[Household], week: int, state: int) -> None:
    """One evening: one payment, or several as more is asked for; the sum climbs with what went before."""
    rng = world.rng
    payer.contacts = [home for home in payer.contacts if home.closed > week]
    if not payer.contacts or rng.random() < 0.06:
        _contact(world, payer, homes, week)
    home = payer.contacts[int(rng.integers(len(payer.contacts)))]
    count = 1 + int(rng.random() < 0.22) + int(state == BINGE and rng.random() < 0.4)
    if payer.poses:
        # Posing as a godfather or a fiancé: one rounder, larger sum by day.
        local = in_week(rng, np.array([week]), "home")
        euros = np.array([payer.first_sum * 1.9]) * rng.lognormal(0, 0.12)
    else:
        day = START_SECOND + (week * 7 + int(rng.integers(7))) * DAY
        start = day + seconds_of_day(rng, 1, "night" if payer.night else "late")
        local = start + np.cumsum(np.concatenate([[0], rng.integers(420, 4500, count - 1)]))
        grown = payer.first_sum * min(4.0, 1 + payer.climb * payer.paid) * (1.15 if state == BINGE else 1.0)
        euros = np.clip(grown * rng.lognormal(0, 0.4, len(local)), 5, 290)
    payer.paid += len(local)
    open_ = [row for row in payer.accounts if world.people.join[row] <= week < world.people.leave[row]]
    if not open_:
        return
    row = open_[int(rng.integers(len(open_)))]
    to = home.account(rng, week)
    if payer.poses:
        world.parties.imitates.update({row, to} if home.payers < 2 else {row})
    size = len(local)
    habit = "theirs" if rng.random() < 0.45 else "own"
    world.write("livestream", np.full(size, row), np.full(size, to), local, euros, habit=habit)


def _live(world: World, payer: Payer, homes: list[Household], shops: dict[str, int]) -> None:
    """One trajectory, with the few purchases and journeys that go with it."""
    rng, people = world.rng, world.people
    row = payer.accounts[0]
    # A third were at it before they joined the app: the first payment seen is not the first.
    span = int(people.leave[payer.accounts].max()) - int(people.join[row])
    before = rng.random() < 0.33
    start = int(people.join[row]) + (0 if before else int(rng.integers(0, max(1, int(span * 0.75)))))
    state = OCCASIONAL if before else CURIOUS
    payer.paid = int(rng.integers(0, 25)) if before else 0
    # Two evenings come first: what is bought once, untried, leaves nobody to find.
    for week in (start, start + 1 + int(rng.poisson(1.2))):
        _evening(world, payer, homes, week, state)
    for week in range(start + 2, WEEKS):
        state = int(rng.choice(7, p=_STEPS[state]))
        # The more he has paid, the shorter the gaps become.
        habit = min(1.6, 1 + 0.01 * payer.paid)
        for _ in range(int(rng.poisson(_EVENINGS[state] * payer.vigour * habit))):
            _evening(world, payer, homes, week, state)
        if state == AWAY and rng.random() < 0.3:
            _buy(world, row, shops["Skylark Air"], week, 640.0)
    for shop, share in (("Veilnet VPN", 0.25), ("Clipcatch Recorder", 0.15)):
        for week in range(start, WEEKS, 52) if rng.random() < share else ():
            _buy(world, row, shops[shop], week, 24.0)


def write_livestream(world: World, families: list[tuple[int, str, list[int]]], shops: dict[str, int]) -> None:
    """All trajectories, and the receivers' ordinary income."""
    rng = world.rng
    homes: list[Household] = []
    for number in range(world.scaled(11, 2)):
        kin = families[int(rng.integers(len(families)))][2][:1] if families and rng.random() < 0.25 else None
        homes.append(open_household(rng, world.parties, number, kin_of=kin))
    for payer in _choose(world):
        _live(world, payer, homes, shops)
    for home in homes:
        if rng.random() < 0.4:
            ordinary_income(world, home)


def _buy(world: World, row: int, shop: int, week: int, euros: float) -> None:
    local = in_week(world.rng, np.array([week]), "home")
    world.write("shop", np.array([row]), np.array([shop]), local, np.array([euros]), habit="charm")
