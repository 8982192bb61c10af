"""Accounts of the platform: who pays, who is paid, and what the platform knows of them.

Paying takes a card and an e-mail address; being paid takes an identity check.
So payers' facts are thin, receivers' fuller.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from benchmarks.apart.guests.payout.dice import Dice
from benchmarks.apart.guests.payout.naming import given, handle, surname
from benchmarks.apart.guests.payout.places import COUNTRIES
from benchmarks.apart.guests.payout.seasons import DAYS


@dataclass(slots=True)
class Payer:
    """One paying account."""

    id: str
    person: str
    country: str
    origin: str
    birth: int
    declared_birth: int | None
    first: str
    last: str
    city: str
    zone: str
    phone: str | None
    email: str
    device: str
    card: str
    home_ip: str
    hides: float
    payday: int
    means: float
    bedtime: float
    opened: int
    closed: int = DAYS
    away: list[tuple[int, int, str]] = field(default_factory=list)


@dataclass(slots=True)
class Receiver:
    """One paid account; `group` is the household or crew it belongs to in the truth."""

    id: str
    person: str
    country: str
    name: str
    handle: str
    birth: int | None
    city: str
    phone: str
    account: str
    rail: str
    email: str | None
    opened: int = 0
    closed: int = DAYS
    group: str | None = None


_WALLETS = {"PH": 0.72, "KE": 0.85, "GH": 0.8, "CI": 0.85, "ID": 0.5, "VN": 0.4, "TH": 0.35, "CO": 0.45, "IN": 0.3}
_PICKUP = {"PH": 0.05, "MX": 0.12, "DO": 0.12, "NG": 0.04, "PK": 0.08}


class Registry:
    """Opens accounts."""

    def __init__(self, dice: Dice) -> None:
        self.dice = dice
        self.payers: list[Payer] = []
        self.receivers: list[Receiver] = []
        self._taken: set[int] = set()

    def _number(self, prefix: str) -> str:
        # Drawn, not counted: a number must not tell when in the making of this world an account was thought of.
        number = self.dice.whole(10**6, 10**7 - 1)
        while number in self._taken:
            number = self.dice.whole(10**6, 10**7 - 1)
        self._taken.add(number)
        return f"{prefix}{number}"

    def _phone(self, country: str) -> str:
        return f"{COUNTRIES[country].dial} {self.dice.whole(300, 989)} {self.dice.whole(100000, 999999)}"

    def payer(self, country: str, birth: int, *, origin: str | None = None, hides: float | None = None) -> Payer:
        """A new paying account; about half joined before the world begins."""
        dice, place = self.dice, COUNTRIES[country]
        naming = COUNTRIES[origin or country].naming
        first, last = given(dice, naming), surname(dice, naming)
        ident = self._number("u")
        made = Payer(
            id=ident, person=ident, country=country, origin=origin or country, birth=birth,
            # Nobody checks an age below the limits, and a fifth never say it; the under-aged make themselves older.
            declared_birth=self._declared(birth), first=first, last=last,
            city=dice.pick(place.cities), zone=dice.pick(place.zones),
            phone=self._phone(country) if dice.chance(0.55) else None,
            email=f"{first.split()[0].lower()}.{last.lower()}{dice.whole(1, 9999)}@mail.example",
            device=f"d{dice.whole(10**9, 10**10 - 1)}", card=f"card_{dice.whole(10**9, 10**10 - 1)}",
            home_ip=f"198.{dice.whole(18, 19)}.{dice.whole(0, 255)}.{dice.whole(1, 254)}",
            hides=hides if hides is not None else (0.8 if dice.chance(0.05) else 0.01),
            payday=dice.pick((1, 5, 10, 15, 15, 25, 25, 27, 28, 28)), means=dice.skewed(1.0, 0.45),
            bedtime=dice.around(23.0, 1.3),
            opened=0 if dice.chance(0.5) else int(DAYS * dice.between(0, 0.85)),
        )  # fmt: skip
        if dice.chance(0.12):
            made.closed = min(DAYS, made.opened + dice.whole(20, 400))
        self.payers.append(made)
        return made

    def _declared(self, birth: int) -> int | None:
        if self.dice.chance(0.19):
            return None
        if birth >= 2006 and self.dice.chance(0.55):
            return self.dice.whole(1999, 2005)
        return birth + (self.dice.whole(-3, 3) if self.dice.chance(0.03) else 0)

    def second_account(self, of: Payer, opened: int) -> Payer:
        """The same person again: another address, often the same telephone or card."""
        dice = self.dice
        twin = self.payer(of.country, of.birth, origin=of.origin, hides=of.hides)
        twin.person, twin.first, twin.last, twin.city, twin.zone = of.person, of.first, of.last, of.city, of.zone
        twin.bedtime, twin.means, twin.opened, twin.closed = of.bedtime, of.means, opened, DAYS
        twin.away = of.away  # one person, one journey
        if dice.chance(0.55):
            twin.device = of.device
        if dice.chance(0.4):
            twin.card = of.card
        if dice.chance(0.6):
            twin.home_ip = of.home_ip
        if dice.chance(0.3):
            twin.first = twin.first[0]
        return twin

    def receiver(
        self,
        country: str,
        birth: int | None,
        *,
        last: str | None = None,
        trade: str | None = None,
        like: Receiver | None = None,
    ) -> Receiver:
        """A new paid account; `trade` names a shop or office, `like` shares a roof (city, perhaps telephone)."""
        dice, place = self.dice, COUNTRIES[country]
        own = given(dice, place.naming)
        name = trade or f"{own} {last or surname(dice, place.naming)}"
        ident = self._number("u")
        phone = like.phone if like and dice.chance(0.3) else self._phone(country)
        cut = dice.between(0, 1)
        pickup = _PICKUP.get(country, 0.0)
        rail = "cash_pickup" if cut < pickup else "wallet" if cut < pickup + _WALLETS.get(country, 0.08) else "bank"
        if rail == "bank" and dice.chance(0.12):
            rail = "card"
        account = phone.replace(" ", "") if rail == "wallet" else f"{country}{dice.whole(10**11, 10**12 - 1)}"
        made = Receiver(
            id=ident, person=ident, country=country, name=name, handle=handle(dice, own),
            birth=birth, city=like.city if like else dice.pick(place.cities), phone=phone,
            account=account, rail=rail, email=f"{ident}@inbox.example" if dice.chance(0.5) else None,
        )  # fmt: skip
        self.receivers.append(made)
        return made
