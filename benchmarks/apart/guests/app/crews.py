"""Crews that take money by threat or deceit, and the accounts they rent for a few weeks each."""

import itertools
from dataclasses import dataclass, field

import numpy as np

from benchmarks.apart.guests.app.moments import in_week
from benchmarks.apart.guests.app.people import STUDENT, TEEN, WORKER
from benchmarks.apart.guests.app.places import INDEX
from benchmarks.apart.guests.app.weeks import DAY, WEEKS
from benchmarks.apart.guests.app.world import World

_SEATS = ("NG", "NG", "CI", "CI", "PH", "GH", "RO")


@dataclass(slots=True)
class Rental:
    """An account that a crew uses from one week to another."""

    account: int
    first: int
    last: int
    domestic: bool


@dataclass(slots=True)
class Crew:
    """A loose group: where it sits, which country it writes to (`prey`), what it rents, and its own account (`chest`).

    `campaigns` are the weeks in which it writes to many at once; `income` is (account, second, euros).
    """

    name: str
    seat: int
    prey: int
    chest: int
    rentals: list[Rental] = field(default_factory=list)
    campaigns: list[int] = field(default_factory=list)
    income: list[tuple[int, int, float]] = field(default_factory=list)

    def account(self, rng: np.random.Generator, week: int, home: int, countries: list[int]) -> int:
        """An account to be paid: one at the payer's home if there is one, since it raises fewer doubts."""
        usable = [rental for rental in self.rentals if rental.first <= week <= rental.last]
        near = [rental for rental in usable if rental.domestic and countries[rental.account] == home]
        if near and rng.random() < 0.7:
            return near[-1].account
        return usable[int(rng.integers(len(usable)))].account if usable else self.chest


def _rent_abroad(world: World, crew: Crew) -> None:
    """Accounts at the crew's seat last longer than those rented among the app's customers."""
    rng = world.rng
    week = 0
    while week < WEEKS:
        length = int(rng.integers(8, 50))
        crew.rentals.append(Rental(world.parties.add_person(rng, crew.seat), week, week + length, domestic=False))
        week += max(4, length - int(rng.integers(0, 8)))


def _rent_here(world: World, crew: Crew, taken: set[int]) -> None:
    """Young customers are asked for their account by a friend or an advertisement, and keep a tenth."""
    rng, people, parties = world.rng, world.people, world.parties
    young = (people.stage == STUDENT) | (people.stage == WORKER) | (people.stage == TEEN)
    weight = np.where(people.stage == STUDENT, 2.0, 1.0) * np.where(people.stage == TEEN, 0.4, 1.0)
    lasting = people.leave - people.join > 12
    for row in world.some(young & lasting & (people.country == crew.prey), int(rng.integers(2, 7)), weight).tolist():
        if row in taken:
            continue
        taken.add(row)
        first = int(rng.integers(people.join[row], max(people.join[row] + 1, people.leave[row] - 8)))
        crew.rentals.append(Rental(row, first, first + int(rng.integers(3, 16)), domestic=True))
        # The crew runs the account from its own telephone while it rents it.
        parties.group[row] = crew.name
        if rng.random() < 0.7:
            parties.device[row] = f"dev-{crew.name}-{int(rng.integers(2))}"


def make_crews(world: World) -> list[Crew]:
    """A handful of crews, each with its own sequence of accounts."""
    rng, parties = world.rng, world.parties
    taken: set[int] = set()
    crews = []
    for number in range(world.scaled(5, 2)):
        seat = INDEX[str(rng.choice(_SEATS))]
        prey = int(world.people.country[int(rng.integers(len(world.people)))])
        crew = Crew(f"crew-{number:02d}", seat, prey, parties.add_person(rng, seat))
        _rent_abroad(world, crew)
        _rent_here(world, crew, taken)
        parties.group[crew.chest] = crew.name
        for rental in crew.rentals:
            parties.group[rental.account] = crew.name
        # Campaigns start when fresh accounts are at hand.
        crew.campaigns = sorted(rental.first for rental in crew.rentals if rental.domestic)
        crews.append(crew)
    for crew, other in itertools.pairwise(crews):
        # A broker lets two crews use the same account.
        crew.rentals += [rental for rental in other.rentals if rng.random() < 0.12]
    return crews


def forward(world: World, crew: Crew) -> None:
    """Rented accounts at home are emptied to the crew's seat within days, less the tenth that is kept."""
    rng = world.rng
    domestic = {rental.account for rental in crew.rentals if rental.domestic}
    for account in sorted(domestic):
        came = sorted((second, euros) for to, second, euros in crew.income if to == account)
        held, since = 0.0, 0
        for number, (second, euros) in enumerate(came):
            held, since = held + euros, second
            following = came[number + 1][0] if number + 1 < len(came) else second + 30 * DAY
            if following - second > 2 * DAY or held > 400:
                local = np.array([since + int(rng.integers(3600, 2 * DAY))])
                world.write("forward", np.array([account]), np.array([crew.chest]), local, np.array([held * 0.9]))
                held = 0.0


def false_sales(world: World, crew: Crew) -> None:
    """The same accounts take payment for tickets and flats that do not exist: not every payer was threatened."""
    rng = world.rng
    for rental in crew.rentals:
        for payer in world.some(world.people.stage > TEEN, int(rng.poisson(1.6))).tolist():
            week = np.array([int(rng.integers(rental.first, rental.last + 1))])
            local, euros = in_week(rng, week, "home"), rng.lognormal(4.6, 0.6, 1)
            crew.income.append((rental.account, int(local[0]), float(euros[0])))
            world.write("market", np.array([payer]), np.array([rental.account]), local, euros)
