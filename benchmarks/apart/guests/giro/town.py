"""The customers: who they are, where their families come from, and among whom they spend their days."""

from __future__ import annotations

from dataclasses import dataclass, field

from .chance import Chance
from .orders import Desk
from .people import Party, Register
from .places import HOME

_AGES = (((12, 17), 0.06), ((18, 25), 0.14), ((26, 45), 0.33), ((46, 65), 0.31), ((66, 84), 0.16))
_ORIGINS = (
    (HOME, 78.0),
    ("MA", 3.2),
    ("TR", 3.2),
    ("SR", 2.6),
    ("PH", 2.2),
    ("PL", 2.6),
    ("RO", 1.4),
    ("ID", 1.4),
    ("CO", 0.9),
    ("DO", 0.4),
    ("GH", 1.2),
    ("NG", 0.7),
    ("UA", 0.9),
    ("IN", 0.9),
    ("TH", 0.5),
)


@dataclass(slots=True)
class Town:
    """Everybody whom the habits and the crimes draw from."""

    chance: Chance
    register: Register
    desk: Desk
    size: int
    youths: list[Party] = field(default_factory=list)
    young: list[Party] = field(default_factory=list)
    adults: list[Party] = field(default_factory=list)
    outsiders: list[Party] = field(default_factory=list)
    parents: dict[str, Party] = field(default_factory=dict)
    circles: list[list[Party]] = field(default_factory=list)

    def scaled(self, per_fourteen_thousand: float, least: int = 1) -> int:
        """How many of something there are in a town of this size."""
        return max(least, round(per_fourteen_thousand * self.size / 14_000))

    def grown(self) -> list[Party]:
        """Customers of 18 and more."""
        return self.young + self.adults

    def youth_of(self, least: int, most: int) -> list[Party]:
        """Youth accounts whose holders are between two ages."""
        return [youth for youth in self.youths if least <= youth.age <= most]


def settle(size: int, chance: Chance) -> Town:
    """A town of about `size` payers; one in nine banks elsewhere and only pays into accounts here."""
    register = Register(chance)
    town = Town(chance, register, Desk(register, chance), size)
    for _ in range(round(size * 0.9)):
        low, high = chance.weighted(_AGES)
        age = chance.randint(low, high)
        person = register.customer(2025 - age, chance.weighted(_ORIGINS))
        if age < 18:
            person.owl *= 0.6
        elif age < 26:
            person.owl = min(0.6, person.owl * 1.8)
        elif chance.hit(0.05):
            person.owl = chance.uniform(0.4, 0.8)  # Shift workers live at night and pay their bills then.
        (town.youths if age < 18 else town.young if age < 26 else town.adults).append(person)
    town.outsiders = [register.outsider() for _ in range(round(size * 0.1))]
    _households(town)
    _circles(town)
    return town


def _households(town: Town) -> None:
    """Most youth accounts were opened by a parent who banks here too and shares the surname."""
    fit = [adult for adult in town.adults if 35 <= adult.age <= 60]
    for youth in town.youths:
        if fit and town.chance.hit(0.85):
            parent = town.chance.choice(fit)
            town.parents[youth.id] = parent
            youth.name = f"{youth.name.split()[0]} {parent.name.split()[-1]}"
            youth.city, youth.origin = parent.city, parent.origin


def _circles(town: Town) -> None:
    """Friends, colleagues and classmates: people of like age who settle shared meals with each other."""
    for people in (town.youths, town.young, sorted(town.adults, key=lambda a: a.age)):
        for start in range(0, len(people), 7):
            circle = people[start : start + 7]
            circle += town.chance.sample(town.outsiders, k=min(len(town.outsiders), town.chance.randint(1, 3)))
            town.circles.append(circle)
