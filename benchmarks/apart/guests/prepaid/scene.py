"""The scene on which people act: who is there, who can be paid, and the small helpers that all mechanisms share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from .chance import Chance
from .ledger import Ledger
from .payees import Payee, Payees
from .people import Person
from .season import paydays


@dataclass(slots=True)
class Scene:
    """Everything that a mechanism may use."""

    chance: Chance
    people: list[Person]
    payees: Payees
    ledger: Ledger
    by_city: dict[str, list[Person]] = field(default_factory=lambda: defaultdict(list))

    def settle(self) -> None:
        """Let everybody know who lives in the same city."""
        for person in self.people:
            self.by_city[person.city].append(person)

    def scaled(self, per_14000: float, least: int) -> int:
        """A number of people in proportion to the customers, never below `least`."""
        return max(least, round(per_14000 * len(self.people) / 14_700))

    def choose(self, count: int, fits: Callable[[Person], float]) -> list[Person]:
        """`count` different people, each as likely as `fits` says (0 to 1); fewer only when nobody is left."""
        taken: dict[str, Person] = {}
        for _ in range(400 * count + 4_000):
            if len(taken) >= count:
                break
            person = self.chance.pick(self.people)
            if person.key not in taken and self.chance.yes(fits(person)):
                taken[person.key] = person
        return list(taken.values())

    def days(self, person: Person, gap: float, start: int | None = None) -> Iterator[int]:
        """Days at irregular intervals through the person's time as a customer."""
        day = float(person.since if start is None else start) + self.chance.wait(gap)
        while day < person.until:
            yield int(day)
            day += self.chance.wait(gap)

    def paydays(self, person: Person, share: float) -> Iterator[int]:
        """A share of the person's paydays, or the days just after: money is sent when it comes."""
        for day in paydays(person.payday):
            if person.since <= day < person.until and self.chance.yes(share):
                yield day + (0 if self.chance.yes(0.6) else self.chance.between(1, 4))

    def text(self, share: float, words: tuple[str, ...]) -> str | None:
        """A reference, where the payer bothers to write one."""
        return self.chance.pick(words) if self.chance.yes(share) else None


@dataclass(slots=True)
class Shelf:
    """Payees of one sort in each country, some far better known than others."""

    shelf: dict[str, list[tuple[Payee, float]]] = field(default_factory=lambda: defaultdict(list))

    def put(self, payee: Payee, fame: float, country: str | None = None) -> None:
        """Add a payee under its country, or under another heading."""
        self.shelf[country or payee.country].append((payee, fame))

    def find(self, chance: Chance, country: str) -> Payee:
        """One of the country's payees, the famous more often."""
        return chance.weighted(self.shelf[country])
