"""The stage: households at home, foreigners abroad, and the ledger they all write in."""

from __future__ import annotations

from dataclasses import dataclass, field

from benchmarks.apart.guests.momo import names
from benchmarks.apart.guests.momo.accounts import Account, Directory, some_town, young_and_old
from benchmarks.apart.guests.momo.dice import Dice
from benchmarks.apart.guests.momo.ledger import Ledger
from benchmarks.apart.guests.momo.places import BARANGAYS, COUNTRIES, TOWNS


@dataclass(slots=True, eq=False)
class Household:
    """People under one roof, or in the same row of houses."""

    town: str
    barangay: str
    surname: str
    members: list[Account]

    @property
    def region(self) -> str:
        """The region whose storms reach it."""
        return TOWNS[self.town]


@dataclass(slots=True)
class World:
    """Everything that the mechanisms share."""

    dice: Dice
    senders: int
    directory: Directory
    ledger: Ledger
    households: list[Household] = field(default_factory=list)
    neighbours: dict[str, list[Household]] = field(default_factory=dict)
    foreigners: list[Account] = field(default_factory=list)

    def scaled(self, per_fourteen_thousand: float, least: int = 1) -> int:
        """A number of people or places that grows with the world."""
        return max(least, round(per_fourteen_thousand * self.senders / 14_000))

    def somebody(self, low: int, high: int, woman: bool | None = None) -> Account:
        """A wallet of a household member within an age band: every trade is somebody's second life."""
        for _ in range(400):
            account = self.dice.pick(self.dice.pick(self.households).members)
            if low <= account.age <= high and woman in (None, account.woman):
                return account
        wanted = self.dice.chance(0.6) if woman is None else woman
        return self.newcomer(wanted, low, high)

    def unmarked(self, low: int, high: int) -> Account:
        """As `somebody`, but nobody who is in a group of a crime already: one wallet serves one crime."""
        while True:
            account = self.somebody(low, high)
            if account.group is None:
                return account

    def newcomer(self, woman: bool, low: int, high: int) -> Account:
        """A wallet without a household in the books."""
        dice = self.dice
        return self.directory.wallet(
            some_town(dice), names.surname(dice, "filipino"), woman, young_and_old(dice, low, high)
        )

    def foreigner(self, low: int, high: int, men: float = 0.7) -> Account:
        """A new sender from a country with a corridor, born there."""
        dice = self.dice
        code = dice.weighted({c.code: c.natives for c in COUNTRIES.values()})
        woman = not dice.chance(men)
        return self.directory.sender(code, COUNTRIES[code].tongue, woman, young_and_old(dice, low, high))


def settle(world: World) -> None:
    """Builds the households: a mother nearly always holds a wallet, then whoever got a phone."""
    dice = world.dice
    for _ in range(world.scaled(4_900, 60)):
        town, barangay, family = some_town(dice), dice.pick(BARANGAYS), names.surname(dice, "filipino")
        members: list[Account] = []
        for _ in range(1 + min(dice.count(1.1), 4)):
            woman = dice.chance(0.85 if not members else 0.5)
            age = dice.weighted({"teen": 0.1, "young": 0.35, "middle": 0.38, "old": 0.17})
            low, high = {"teen": (14, 17), "young": (18, 29), "middle": (30, 54), "old": (55, 78)}[age]
            # A married daughter or a live-in partner carries another name.
            own = family if dice.chance(0.75) else names.surname(dice, "filipino")
            members.append(world.directory.wallet(town, own, woman, young_and_old(dice, low, high), barangay))
        # A promo, a lost phone, the limit of the month: one wallet in twelve has a second number beside it.
        members += [world.directory.second_number(m) for m in members if dice.chance(0.08)]
        house = Household(town, barangay, family, members)
        world.households.append(house)
        world.neighbours.setdefault(town, []).append(house)
