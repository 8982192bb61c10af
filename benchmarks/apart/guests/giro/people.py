"""Parties of payments: customers with their accounts, and everyone else as the bank knows them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .chance import Chance
from .names import full_name
from .places import COUNTRIES, HOME

_LATEST = 2025


@dataclass(slots=True, eq=False)
class Party:
    """An account (or, at the partner, a payee record). `owl` is how much of a person's free time lies in the night."""

    id: str
    person: str
    name: str
    country: str
    city: str
    rail: str
    account: str | None
    phone: str | None
    birth_year: int | None
    customer: bool
    origin: str = HOME
    device: str | None = None
    owl: float = 0.1
    wealth: float = 1.0
    payday: int = 24
    terse: float = 0.3
    imitates: bool = False

    @property
    def age(self) -> int:
        """Age in the year's second half; for those whose birth year the bank does not hold, an adult's."""
        return _LATEST - (self.birth_year or 1985)

    @property
    def culture(self) -> str:
        """Whose names the family bears."""
        return COUNTRIES[self.origin].culture


def iban(country: str, chance: Chance, bank: str | None = None) -> str:
    """An IBAN with right check digits and an invented account behind it."""
    letters, digits = COUNTRIES[country].iban or (0, 12)
    head = bank or "".join(chance.choices("BCDFGHKLMNPRSTVZ", k=letters))
    body = head + "".join(chance.choices("0123456789", k=digits))
    number = "".join(str(int(sign, 36)) for sign in f"{body}{country}00")
    return f"{country}{98 - int(number) % 97:02d}{body}"


class Register:
    """Makes parties, so that ids are unique and kept in order."""

    def __init__(self, chance: Chance) -> None:
        self.chance = chance
        self.parties: list[Party] = []

    def _enter(self, party: Party) -> Party:
        self.parties.append(party)
        return party

    def customer(
        self, birth_year: int, origin: str = HOME, *, woman: bool | None = None, family: str | None = None
    ) -> Party:
        """A customer with a payment account here (a youth account when under 18)."""
        c = self.chance
        number = len(self.parties)
        return self._enter(
            Party(
                id=f"K{600_000 + number * 7}",
                person=f"K{600_000 + number * 7}",
                name=full_name(COUNTRIES[origin].culture, c, woman=woman, family=family),
                country=HOME,
                city=c.choice(COUNTRIES[HOME].cities),
                rail="bank",
                account=iban(HOME, c, "KLVG"),
                phone=None,
                birth_year=birth_year,
                customer=True,
                origin=origin,
                device=f"app-{c.getrandbits(40):010x}" if c.hit(0.93 if birth_year > 1955 else 0.6) else None,
                owl=c.betavariate(1.2, 7.0),
                wealth=c.around(1.0, 0.4),
                payday=c.weighted(((23, 0.2), (24, 0.3), (25, 0.3), (1, 0.12), (15, 0.08))),
                terse=c.betavariate(2, 3),
            )
        )

    def second_account(self, holder: Party) -> Party:
        """Another account of the same person: the bank's payment table knows accounts, not people."""
        twin = replace(
            holder, id=f"K{600_000 + len(self.parties) * 7}", account=iban(HOME, self.chance, "KLVG"), imitates=False
        )
        return self._enter(twin)

    def outsider(
        self, country: str = HOME, *, name: str | None = None, woman: bool | None = None, rail: str | None = None
    ) -> Party:
        """Somebody whose account is elsewhere: an IBAN, or a payee record of the partner."""
        c = self.chance
        place = COUNTRIES[country]
        rail = rail or c.weighted(place.payout)
        key = f"{'X' if place.iban else 'W'}{2_000_000 + len(self.parties) * 3}"
        phone = f"+{c.randrange(30, 99)}{c.randrange(10**8, 10**9)}" if not place.iban and c.hit(0.8) else None
        account: str | None = iban(country, c) if place.iban else str(c.randrange(10**9, 10**10))
        if rail == "cash_pickup":
            account = None
        elif rail == "wallet":
            account = phone or f"+{c.randrange(30, 99)}{c.randrange(10**8, 10**9)}"
        return self._enter(
            Party(
                id=key,
                person=key,
                name=name or full_name(place.culture, c, woman=woman),
                country=country,
                city=c.choice(place.cities),
                rail=rail,
                account=account,
                phone=phone,
                birth_year=None,
                customer=False,
                origin=country,
                owl=c.betavariate(1.2, 7.0),
                wealth=c.around(1.0, 0.4),
                terse=c.betavariate(2, 3),
            )
        )

    def another_record(self, payee: Party) -> Party:
        """The partner's second record of one payee, made when a payer mistypes the phone of a cash payee."""
        number = len(self.parties)
        phone = f"+{self.chance.randrange(30, 99)}{self.chance.randrange(10**8, 10**9)}"
        return self._enter(replace(payee, id=f"W{2_000_000 + number * 3}", phone=phone))
