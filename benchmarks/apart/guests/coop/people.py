"""Members of the union's societies, and those whom they pay."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from benchmarks.apart.kit.clock import Clock
from benchmarks.apart.kit.dice import Dice, Table
from benchmarks.apart.kit.names import full_name, surname
from benchmarks.apart.kit.places import COUNTRIES, city_of

YEAR: Final = 2024


@dataclass(frozen=True, slots=True)
class Society:
    """A savings and credit society; one that `clears` posts what leaves it at half past eight and half past three."""

    code: str
    name: str
    country: str
    weight: float
    clears: bool
    limit: float
    """US$ a day by app; who wants more goes to the counter."""


SOCIETIES: Final = (
    Society("LF", "Liffeyside Credit Union", "GB", 2.2, False, 900),
    Society("CL", "Clydebank Thrift", "GB", 1.4, True, 600),
    Society("PR", "Prairie Savings Co-op", "CA", 2.6, False, 1200),
    Society("SO", "Sound Mutual", "AU", 2.2, False, 800),
    Society("PO", "Cassa Portuale", "IT", 1.6, True, 700),
    Society("NO", "Nordsparrlaget", "SE", 1.2, False, 1000),
    Society("BU", "Bukal Multi-Purpose Cooperative", "PH", 1.5, False, 500),
    Society("UM", "Umoja SACCO", "KE", 1.0, False, 400),
    Society("AJ", "Casa de Ajutor Olt", "RO", 0.6, True, 500),
    Society("CF", "Cooperativa Cafetera", "CO", 0.5, True, 400),
)
HOME: Final = ("PH", "KE", "RO", "CO")
ROOTS: Final = {
    "GB": Table({"PH": 4, "KE": 2, "RO": 3, "IN": 2, "GH": 2, "PL": 2}),
    "CA": Table({"PH": 7, "IN": 2, "CO": 1, "JM": 1, "KE": 1}),
    "AU": Table({"PH": 6, "IN": 2, "VN": 2, "KE": 1, "TH": 1}),
    "IT": Table({"PH": 5, "RO": 5, "MA": 1, "PE": 1, "CO": 1}),
    "SE": Table({"PH": 2, "TH": 3, "KE": 1, "RO": 1, "CO": 1}),
}


@dataclass(slots=True, eq=False)
class Party:
    """An account, a wallet or a name that is paid. Members are paid under their member number."""

    id: str
    person: str
    country: str
    zone: str
    city: str | None
    name: str | None
    rail: str
    birth_year: int | None = None
    phone: str | None = None
    account: str | None = None


@dataclass(slots=True, eq=False)
class Member:
    """One who saves with a society: what is left of a month's pay, and when there is time to answer."""

    party: Party
    society: Society
    age: int
    root: str
    """Where kin live: a country, or nothing for those whose kin are at home."""
    family: str
    payday: int
    weekly: bool
    free: float
    app: bool
    habit: str
    joined: int
    left: int
    device: str
    man: bool
    joint: bool
    borrows: float
    imitates: bool = False


@dataclass(slots=True)
class Register:
    """Every member and every outsider, numbered in no telling order."""

    dice: Dice
    clock: Clock
    members: list[Member] = field(default_factory=list)
    used: set[str] = field(default_factory=set)

    def number(self, prefix: str, digits: int = 7) -> str:
        """An unused number."""
        while True:
            found = f"{prefix}{self.dice.randrange(10 ** (digits - 1), 10**digits)}"
            if found not in self.used:
                self.used.add(found)
                return found

    def outsider(self, country: str, *, family: str = "", rail: str = "", name: str | None = None) -> Party:
        """Somebody abroad: a member of a partner society, or a telephone with a wallet, or a name at a counter."""
        d, land = self.dice, COUNTRIES[country]
        city, zone = city_of(d, country)
        rail = rail or Table({"bank": 0.45, "wallet": 0.35, "cash_pickup": 0.2}).draw(d)
        title = name or full_name(d, land.culture, family or surname(d, land.culture))
        key = self.number(f"{country}-M" if rail == "bank" else f"{country}-X")
        phone = f"+{land.dial}{d.randrange(10**8, 10**9)}" if rail == "wallet" else None
        known = rail == "bank" and d.chance(0.6)
        year = YEAR - d.choice([19, 24, 28, 33, 38, 44, 51, 58, 66]) if known else None
        shown = city if rail != "wallet" else None
        return Party(key, key, country, zone, shown, title, rail, year, phone, key if rail == "bank" else None)

    def again(self, party: Party) -> Party:
        """The same person under another number."""
        other = self.outsider(party.country, name=party.name)
        other.person = party.person
        return other

    def organisation(self, country: str, title: str) -> Party:
        """A parish, a school, a clinic, a firm."""
        party = self.outsider(country, rail="bank", name=f"{surname(self.dice, COUNTRIES[country].culture)} {title}")
        party.birth_year = None
        return party

    def enrol(self, count: int) -> None:
        """Let people join; a tenth of the accounts are a couple's."""
        d = self.dice
        societies = Table({s: s.weight for s in SOCIETIES})
        for _ in range(count):
            society = societies.draw(d)
            culture = COUNTRIES[society.country].culture
            migrant = society.country not in HOME and d.chance(0.52)
            root = ROOTS[society.country].draw(d) if migrant else ""
            culture = COUNTRIES[root].culture if root else culture
            young = d.chance(0.11)
            age = d.randint(13, 24) if young else min(88, max(20, round(d.gauss(40 if root else 49, 13))))
            family = surname(d, culture)
            name = full_name(d, culture, family)
            joint = not young and d.chance(0.1)
            if joint:
                name = f"{name} & {full_name(d, culture, family)}"
            city, zone = city_of(d, society.country)
            key = self.number(f"{society.country}-M")
            year = YEAR - age if d.chance(0.94) else None
            party = Party(key, key, society.country, zone, city, name, "bank", year, None, key)
            rich = 1.0 if society.country not in HOME else 0.28
            self.members.append(
                Member(
                    party, society, age, root, family,
                    payday=d.choice([1, 15, 25, 25, 28, 30]),
                    weekly=d.chance(0.3),
                    free=rich * (60 if young else d.about(520, 0.5)),
                    app=young or d.chance(0.85 - age / 180),
                    habit=Table({"evening": 5, "lunch": 2, "day": 3, "late": 1.6, "shift": 1.1, "night": 0.4}).draw(d),
                    joined=0 if d.chance(0.7) else d.randrange(self.clock.days - 60),
                    left=self.clock.days if d.chance(0.9) else d.randrange(60, self.clock.days),
                    device=f"h{d.randrange(16**9):09x}",
                    man=d.chance(0.5),
                    joint=joint,
                    borrows=d.choice([0.05, 0.15, 0.4]),
                )
            )  # fmt: skip
