"""Friends who split bills, flatmates who share rent, gifts, kitties, dues, loans: most of what the app is for."""

import numpy as np

from benchmarks.apart.guests.app.arrays import Ints
from benchmarks.apart.guests.app.lives import occasions
from benchmarks.apart.guests.app.moments import in_week, near
from benchmarks.apart.guests.app.people import OLDER, SETTLED, STUDENT, TEEN, WORKER
from benchmarks.apart.guests.app.weeks import DAY, MONTH_START, season
from benchmarks.apart.guests.app.world import World


def friends(world: World) -> list[Ints]:
    """Circles of two to nine customers of one city and about one age; whoever is left over has no circle yet."""
    people, rng = world.people, world.rng
    order = np.lexsort((rng.random(len(people)) * 3 + people.birth_year, people.city, people.country))
    circles: list[Ints] = []
    at = 0
    while at < len(order):
        size = 2 + min(7, int(rng.poisson(2.6)))
        circles.append(order[at : at + size].astype(np.int64))
        at += size
    return circles


def _mates(world: World, circles: list[Ints]) -> tuple[Ints, Ints, Ints]:
    """Start and length of each customer's circle in one long row of members."""
    size = len(world.people)
    start, length = np.zeros(size, dtype=np.int64), np.ones(size, dtype=np.int64)
    members = np.concatenate(circles)
    at = 0
    for circle in circles:
        start[circle], length[circle] = at, len(circle)
        at += len(circle)
    return members, start, length


def split_bills(world: World, circles: list[Ints]) -> None:
    """Whoever paid at the table is paid back; one friend in each circle tends to be the one who pays.

    One payment in six goes to somebody outside the circle: a colleague, a friend's friend.
    """
    rng, people = world.rng, world.people
    rate = 0.10 * people.appetite * np.array([0.8, 1.5, 1.1, 0.6, 0.35])[people.stage]
    weekly = season({7: 1.15, 12: 1.3, 1: 0.75})
    payer, week = occasions(rng, world.states, rate, (0.9, 2.3, 0.35, 1.5, 0.8, 0.25), weekly)
    members, start, length = _mates(world, circles)
    leaning = (rng.random(len(payer)) ** 1.7 * length[payer]).astype(np.int64)
    receiver = members[start[payer] + leaning]
    stranger = rng.random(len(payer)) < 0.17
    receiver = np.where(stranger, _townsfolk(world, payer), receiver)
    euros = rng.lognormal(2.45, 0.75, len(payer))
    habit = np.where(rng.random(len(payer)) < 0.45, "own", "exact").astype(object)
    world.write("split", payer, receiver, in_week(rng, week, "out"), euros, habit=habit)
    lent = rng.random(len(payer)) < 0.03
    back = 1 + rng.integers(0, 4, int(lent.sum()))
    local = in_week(rng, np.minimum(week[lent] + back, 155), "home")
    world.write("loan", payer[lent], receiver[lent], local, rng.lognormal(4.2, 0.7, int(lent.sum())), habit="own")


def _townsfolk(world: World, payer: Ints) -> Ints:
    """Some customer of about the payer's place: people sorted by place, a few steps away."""
    people, rng = world.people, world.rng
    order = np.lexsort((rng.random(len(people)), people.city, people.country))
    place = np.empty(len(people), dtype=np.int64)
    place[order] = np.arange(len(people))
    steps = rng.integers(1, 60, len(payer)) * np.where(rng.random(len(payer)) < 0.5, 1, -1)
    return np.asarray(order[np.clip(place[payer] + steps, 0, len(people) - 1)], dtype=np.int64)


def rents(world: World, circles: list[Ints]) -> None:
    """In a fifth of young circles some live together: each pays the one whose name is on the lease, monthly."""
    rng, people = world.rng, world.people
    for circle in circles:
        young = circle[(people.stage[circle] == STUDENT) | (people.stage[circle] == WORKER)]
        if len(young) < 2 or rng.random() > 0.22:
            continue
        head, mates = young[0], young[1 : 1 + int(rng.integers(1, 4))]
        share = float(rng.choice([280, 340, 395, 420, 480, 550, 610]))
        first, months = int(rng.integers(0, 30)), int(rng.integers(5, 26))
        for mate in mates:
            when = near(rng, MONTH_START[first : first + months] - DAY * int(rng.integers(0, 6)), 1.2, "home")
            rise = np.where(np.arange(len(when)) > 11, 1.04, 1.0)
            pay = np.full(len(when), int(mate))
            world.write("rent", pay, np.full(len(when), int(head)), when, share * rise, habit="own")


def kitties(world: World, circles: list[Ints]) -> None:
    """Somebody collects: for a leaving gift once, for a team every month, for a savings circle among compatriots."""
    rng, people = world.rng, world.people
    for _ in range(world.scaled(170, 3)):
        spot = int(rng.integers(len(circles) - 6))
        crowd = np.concatenate(circles[spot : spot + int(rng.integers(2, 6))])
        collector, week = int(crowd[0]), int(rng.integers(0, 156))
        payers = crowd[1:]
        local = in_week(rng, np.full(len(payers), week), "home")
        sums = rng.choice([1.0, 1, 1, 2], len(payers)) * float(rng.choice([5, 10, 10, 15, 20]))
        world.write("kitty", payers, np.full(len(payers), collector), local, sums, habit="own")
    for _ in range(world.scaled(55, 2)):
        spot = int(rng.integers(len(circles) - 6))
        crowd = np.concatenate(circles[spot : spot + int(rng.integers(2, 6))])
        _monthly(world, "dues", crowd, float(rng.choice([8, 12, 20, 25, 35])))
    migrants = people.origin != people.country
    for origin in range(8, 16):
        rows = world.some(migrants & (people.origin == origin), world.scaled(24, 3))
        for ring in np.array_split(rows, max(1, len(rows) // 8)):
            if len(ring) > 2:
                _monthly(world, "savings_circle", ring.astype(np.int64), float(rng.choice([50, 100, 100, 150, 200])))


def _monthly(world: World, kind: str, crowd: Ints, due: float) -> None:
    rng = world.rng
    first, months = int(rng.integers(0, 28)), int(rng.integers(5, 20))
    for payer in crowd[1:]:
        when = near(rng, MONTH_START[first : first + months] + 3 * DAY, 3.0, "home")
        when = when[rng.random(len(when)) < 0.9]
        world.write(kind, np.full(len(when), int(payer)), np.full(len(when), int(crowd[0])), when,
                    np.full(len(when), due), habit="own")  # fmt: skip


def gifts(world: World) -> None:
    """Birthdays, weddings and Christmas, to people of the same town, seldom more than a few a year."""
    rng, people = world.rng, world.people
    weekly = season({12: 3.0, 1: 0.6, 6: 1.4})
    payer, week = occasions(rng, world.states, 0.012 * people.appetite, (1, 1.3, 0.4, 0.8, 0.8, 0.6), weekly)
    world.write(
        "gift", payer, _townsfolk(world, payer), in_week(rng, week, "home"), rng.lognormal(3.3, 0.6, len(payer))
    )


def pocket_money(world: World) -> None:
    """Parents pay their teenager, weekly or when asked; and neighbours pay teenagers for small jobs by day."""
    rng, people = world.rng, world.people
    teens = np.flatnonzero(people.stage == TEEN)
    for teen in teens.tolist():
        same = (people.country == people.country[teen]) & ((people.stage == SETTLED) | (people.stage == OLDER))
        if rng.random() < 0.75:
            parent = int(world.some(same, 1)[0])
            if rng.random() < 0.8:
                people.last[teen] = people.last[parent]
                world.parties.name[teen] = f"{people.first[teen]} {people.last[teen]}"
            family = f"family-{teen:06d}"
            world.parties.group.setdefault(teen, family)
            every = int(rng.choice([1, 1, 2, 4]))
            weeks = np.arange(people.join[teen], min(156, people.join[teen] + int(rng.integers(12, 90))), every)
            weeks = weeks[rng.random(len(weeks)) < 0.8]
            euros = float(rng.choice([5, 8, 10, 10, 15, 20])) * every**0.7 * rng.choice([1, 1, 1, 1.5, 3], len(weeks))
            world.write("allowance", np.full(len(weeks), parent), np.full(len(weeks), teen),
                        in_week(rng, weeks, "school"), euros)  # fmt: skip
        if rng.random() < 0.3:
            near_by = world.some(same | (people.stage == WORKER) & (people.country == people.country[teen]), 4)
            count = int(rng.integers(2, 16))
            weeks = rng.integers(people.join[teen], people.leave[teen], count)
            shape = "out" if rng.random() < 0.6 else "home"
            world.write("odd_job", rng.choice(near_by, count), np.full(count, teen), in_week(rng, weeks, shape),
                        rng.choice([10.0, 15, 20, 25, 30, 40], count))  # fmt: skip


def write_circles(world: World, circles: list[Ints]) -> None:
    """All payments among people who know each other."""
    split_bills(world, circles)
    rents(world, circles)
    kitties(world, circles)
    gifts(world)
    pocket_money(world)
