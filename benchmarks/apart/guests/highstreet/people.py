"""Those who pay: the bank's customers, and strangers of other banks whose transfers arrive at its customers."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from . import names, places
from .chance import Chance, weights

# Ages as a bank with many old customers has them; youth accounts open at thirteen.
_AGES = ((13, 17), (18, 25), (26, 39), (40, 54), (55, 66), (67, 88))
_AGE_WEIGHTS = weights([0.075, 0.15, 0.25, 0.23, 0.165, 0.13])
_ROOTS = (
    "PH",
    "TH",
    "IQ",
    "SO",
    "PL",
    "BA",
    "RO",
    "TR",
    "UA",
    "LB",
    "IN",
    "PK",
    "KE",
    "GH",
    "NG",
    "CO",
    "LK",
    "VN",
    "BR",
    "RS",
)
_ROOT_WEIGHTS = weights([17, 12, 12, 9, 10, 7, 7, 6, 6, 4, 5, 3, 3, 2, 3, 3, 2, 3, 3, 3])


@dataclass(slots=True)
class Payer:
    """One person who pays, with the account or two that they pay from."""

    given: str
    surname: str
    man: bool
    born: date
    city: str
    root: str
    means: float
    sleepless: bool
    thinks_abroad: bool
    ours: bool
    accounts: list[str]
    phone: str
    devices: list[str] = field(default_factory=list)
    friends: list[int] = field(default_factory=list)

    @property
    def name(self) -> str:
        """As the bank registered it."""
        return f"{self.given} {self.surname}"

    @property
    def age(self) -> int:
        """In the middle of the extract."""
        return 2025 - self.born.year


class Numbers:
    """Hands out numbers that are never given twice and say nothing about the order in which people were made."""

    def __init__(self, chance: Chance) -> None:
        self._chance = chance
        self._given: set[str] = set()

    def new(self, prefix: str, digits: int) -> str:
        """A prefix and so many random digits."""
        while True:
            number = f"{prefix}{self._chance.whole(10 ** (digits - 1), 10**digits - 1)}"
            if number not in self._given:
                self._given.add(number)
                return number


def person(chance: Chance, numbers: Numbers, *, ages: tuple[int, int] | None = None, ours: bool = True) -> Payer:
    """Somebody of these ages, or of the ages customers have."""
    low, high = ages or chance.weigh(_AGES, _AGE_WEIGHTS)
    age = chance.whole(low, high)
    born = date(2025 - age, 1, 1) + timedelta(days=chance.whole(0, 364))
    root = chance.weigh(_ROOTS, _ROOT_WEIGHTS) if chance.odds(0.17) else places.HOME
    man = chance.odds(0.36 if root in {"PH", "TH"} else 0.51)
    tongue = "swedish" if root == places.HOME else places.COUNTRIES[root].tongue
    # Marriage and long settlement give Swedish surnames to people with family elsewhere.
    surname = names.surname(chance, "swedish" if chance.odds(0.25 if not man else 0.08) else tongue)
    prefix = "K" if ours else "X"
    accounts = [numbers.new(prefix, 9)]
    if ours and age > 20 and chance.odds(0.05):
        accounts.append(numbers.new(prefix, 9))  # a sole trader's, or one shared with a spouse
    devices = [numbers.new("d", 8)] if ours else []
    if ours and chance.odds(0.3):
        devices.append(numbers.new("d", 8))
    return Payer(
        given=names.given(chance, tongue, man),
        surname=surname,
        man=man,
        born=born,
        city=chance.weigh(places.TOWNS, places.TOWN_WEIGHTS),
        root=root,
        means=chance.about(0.35 if age < 18 else 0.7 if age < 26 else 1.0, 0.35),
        sleepless=chance.odds(0.11),
        thinks_abroad=chance.odds(0.55),
        ours=ours,
        accounts=accounts,
        phone=numbers.new("+4670", 7),
        devices=devices,
    )


def customers(chance: Chance, numbers: Numbers, count: int) -> list[Payer]:
    """All the bank's paying customers; three to eight friends each, mostly from the same town."""
    people = [person(chance, numbers) for _ in range(count)]
    towns: dict[str, list[int]] = {}
    for place, payer in enumerate(people):
        towns.setdefault(payer.city, []).append(place)
    for payer in people:
        near = towns[payer.city]
        for _ in range(chance.whole(1, 4)):
            friend = chance.pick(near) if chance.odds(0.8) else chance.whole(0, count - 1)
            # Teenagers have teenage friends: youth accounts pay each other far more than anybody else.
            if (people[friend].age < 20) == (payer.age < 20):
                payer.friends.append(friend)
    return people
