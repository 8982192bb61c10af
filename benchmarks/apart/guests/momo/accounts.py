"""Accounts: wallets at home, whose holders are identified, and foreign senders, known as far as a partner passes on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from benchmarks.apart.guests.momo import names
from benchmarks.apart.guests.momo.dice import Dice
from benchmarks.apart.guests.momo.places import BARANGAYS, COUNTRIES, HOME, PARTNERS, PESO, TOWNS, Country, Partner


@dataclass(slots=True, eq=False)
class Account:
    """One id in the operator's books, with the habits of the person behind it."""

    id: str
    person: str
    country: Country
    name: str
    woman: bool
    birth: int
    city: str
    zone: str
    hours_behind_home: int
    phone: str
    partner: Partner | None
    birth_known: bool = True
    name_known: bool = True
    city_known: bool = True
    phone_known: bool = True
    device: str = ""
    address: str = ""
    asks_in_pesos: bool = False
    """The partner's screen lets a sender type what arrives instead of what leaves; habit decides which."""
    terse: bool = False
    group: str | None = None
    disguised: bool = False
    paid_as: Counter[str] = field(default_factory=Counter)
    received_as: Counter[str] = field(default_factory=Counter)

    @property
    def age(self) -> int:
        """Age at the world's first day, nearly."""
        return 2024 - self.birth


class Directory:
    """Gives out accounts, never the same number twice."""

    def __init__(self, dice: Dice) -> None:
        self._dice = dice
        self._numbers: set[str] = set()

    def _phone(self, shape: str) -> str:
        while True:
            number = "".join(str(self._dice.whole(0, 9)) if sign == "#" else sign for sign in shape)
            if number not in self._numbers:
                self._numbers.add(number)
                return number

    def wallet(self, town: str, surname: str, woman: bool, birth: int, barangay: str | None = None) -> Account:
        """A home wallet: the number is the id, and the operator knows its holder well."""
        dice, phone = self._dice, self._phone(PESO.numbers)
        middle = f" {dice.pick('ABCDEGLMPRSTV')}." if dice.chance(0.6) else ""
        return Account(
            phone, phone, PESO, f"{names.given(dice, 'filipino', woman)}{middle} {surname}", woman, birth,
            town, "Asia/Manila", 0, phone, None, device=f"and-{dice.whole(0, 2**36):09x}", terse=dice.chance(0.7),
            address=f"{dice.whole(1, 990)} Purok {dice.whole(1, 9)}, {barangay or dice.pick(BARANGAYS)}",
        )  # fmt: skip

    def second_number(self, first: Account) -> Account:
        """Another SIM of the same holder: limits, promos and lost phones make them common."""
        phone = self._phone(first.country.numbers)
        return replace(first, id=phone, phone=phone, paid_as=Counter(), received_as=Counter())

    def sender(self, code: str, tongue: str, woman: bool, birth: int, surname: str = "") -> Account:
        """A foreign sender, seen through one partner."""
        dice, country = self._dice, COUNTRIES[code]
        city, zone, behind = dice.pick(country.cities)
        family = surname or names.surname(dice, tongue)
        account = Account(
            "", "", country, f"{names.given(dice, tongue, woman)} {family}", woman, birth, city, zone, behind,
            self._phone(country.numbers), None, asks_in_pesos=dice.chance(0.55 if tongue == "filipino" else 0.25),
            terse=dice.chance(0.45),
        )  # fmt: skip
        self._enrol(account, dice.popular(PARTNERS, 1.3))
        account.person = account.id
        return account

    def other_partner(self, first: Account) -> Account:
        """The same sender with another partner: a better rate, a declined card, a reached limit."""
        second = replace(first, paid_as=Counter(), received_as=Counter())
        self._enrol(second, self._dice.pick([p for p in PARTNERS if p is not first.partner]))
        return second

    def foreign_wallet(self, code: str, woman: bool, birth: int) -> Account:
        """A wallet abroad that home wallets can pay: only a number, a name as the far operator shows it, no age."""
        account = self.sender(code, COUNTRIES[code].tongue, woman, birth)
        account.id = account.person = account.phone
        account.partner, account.birth_known, account.phone_known = None, False, True
        account.city_known = self._dice.chance(0.3)
        return account

    def _enrol(self, account: Account, partner: Partner) -> None:
        dice = self._dice
        account.partner = partner
        account.id = account.phone
        if not partner.by_phone or account.person == account.phone:
            account.id = self._phone(f"{partner.code}-########")
        account.birth_known = dice.chance(partner.passes_birth)
        account.name_known = dice.chance(partner.passes_name)
        account.city_known = dice.chance(partner.passes_city)
        account.phone_known = partner.by_phone or dice.chance(0.45)


def young_and_old(dice: Dice, low: int, high: int) -> int:
    """A year of birth for an age between the two at the world's start."""
    return 2024 - dice.whole(low, high)


def some_town(dice: Dice) -> str:
    """A town, the big ones likelier."""
    return dice.popular(list(TOWNS), 1.2)


def is_home(account: Account) -> bool:
    """True for the operator's own wallets."""
    return account.country.code == HOME
