"""Creates people and opens their accounts, as institutions number them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from .institutions import BANK, COUNTER, SENDER_SHARE, SENDERS, WALLETS, Institution
from .names import as_typed, given_name, surname
from .people import Account, Person, Purse, pay_days
from .places import ABROAD, CITIES, COUNTRIES, REGION, City

_RHYTHMS = {"US": "twice", "CA": "twice", "PH": "twice", "AU": "weekly", "NZ": "weekly", "GB": "monthly"}


class Registry:
    """Everybody in the world, and every account."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.people: list[Person] = []
        self.accounts: list[Account] = []
        self.residents: dict[str, list[Person]] = {code: [] for code in REGION}
        self._codes: set[str] = set()

    def person(
        self,
        country: str,
        age: float,
        *,
        roots: str | None = None,
        city: City | None = None,
        family: str | None = None,
        share: float = 0.2,
    ) -> Person:
        """Return a new person. `share` is the part of income that this world's needs may use."""
        random = self.random
        land = COUNTRIES[country]
        roots = roots or country
        home = city or random.choice(CITIES[country])
        income = land.income * random.lognormvariate(0.0, 0.4)
        rhythm = _RHYTHMS.get(country, "monthly")
        days = pay_days(rhythm, random.choice((0, 3, 4, 9, 24, 24, 26, 27)))
        wage = income * share * 12 / max(len(days), 1)
        born = date(2025, 7, 1) - timedelta(days=round(age * 365.25 + random.uniform(-180, 180)))
        number = len(self.people)
        # unlike any other's, in no order, and with the 555 of invented numbers
        line = (number * 654_321 + 123_457) % 1_000_000
        mobile = f"+{land.dial} 9{line // 10_000:02d} 555 {line % 10_000:04d}"
        somebody = Person(
            number, given_name(random, roots), family or surname(random, roots), roots, born, home, income,
            Purse(wage, days, wage * random.random() * 1.5),
            random.choice((8.5, 11.0, 12.5, 15.5, 18.0, 19.5, 20.5, 22.5)), random.choice((0.0, 0.3, 0.6, 0.9)),
            "payout" if random.random() < 0.45 else "send", mobile,
        )  # fmt: skip
        self.people.append(somebody)
        return somebody

    def _open(self, person: Person, institution: Institution) -> Account:
        code = institution.code
        # numbers are drawn, not counted: the order in which this world was written must not show
        number = f"{code}{self.random.randrange(1_000_000, 9_999_999)}"
        while number in self._codes:
            number = f"{code}{self.random.randrange(1_000_000, 9_999_999)}"
        self._codes.add(number)
        typed = as_typed(self.random, person.given, person.family, institution.sloppy)
        account = Account(len(self.accounts), number, institution, person, typed)
        self.accounts.append(account)
        return account

    def sender(self, person: Person, number: int = 1) -> None:
        """Open the accounts a person abroad pays from."""
        while len(person.sends) < number:
            institution = self.random.choices(SENDERS, SENDER_SHARE)[0]
            if all(held.institution is not institution for held in person.sends):
                person.sends.append(self._open(person, institution))

    def wallet(self, person: Person) -> Account:
        """Open one more wallet in the person's country; a wallet both pays and receives."""
        offers = WALLETS[person.home.country]
        held = len(person.tills)
        account = self._open(person, offers[0] if self.random.random() < 0.6 + held * 0.1 else offers[-1])
        person.tills.append(account)
        person.sends.append(account)
        return account

    def till(self, person: Person, *, counter: float = 0.3) -> Account:
        """Open one more place where the person can be paid: a pickup counter, a bank, or a wallet."""
        if self.random.random() < counter:
            account = self._open(person, COUNTER)
        elif self.random.random() < 0.1:
            account = self._open(person, BANK)
        else:
            return self.wallet(person)
        person.tills.append(account)
        return account

    def resident(self, country: str, age: float, *, city: City | None = None, family: str | None = None) -> Person:
        """Return a new person of the region, who may be paid but is not (yet) one of the payers under study."""
        somebody = self.person(country, age, city=city, family=family, share=0.35)
        self.till(somebody)
        if self.random.random() < 0.3:
            self.till(somebody, counter=0.5)
        return somebody

    def somebody(self, country: str, *, known: float = 0.5) -> Person:
        """Return a resident: one who already pays in this world with chance `known`, else a new one."""
        pool = self.residents[country]
        if pool and self.random.random() < known:
            return self.random.choice(pool)
        return self.resident(country, self.random.triangular(18, 72, 34))

    def abroad(self, age: float, *, countries: Sequence[str] = (), roots: str | None = None) -> Person:
        """Return a payer who lives outside the region."""
        codes = tuple(countries) or tuple(ABROAD)
        code = self.random.choices(codes, [ABROAD[one].weight for one in codes])[0]
        payer = self.person(code, age, roots=roots)
        self.sender(payer, 2 if self.random.random() < 0.1 else 1)
        return payer

    def region(self) -> str:
        """Return a country of the region, by the size of its traffic."""
        return self.random.choices(tuple(REGION), [land.weight for land in REGION.values()])[0]
