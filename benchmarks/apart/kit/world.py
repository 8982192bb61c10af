"""A world under way: its calendar of agents, its people, and the act of paying."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from benchmarks.apart.kit import clock as time
from benchmarks.apart.kit import money
from benchmarks.apart.kit.dice import Dice, Table
from benchmarks.apart.kit.ledger import Household, Ledger, Party
from benchmarks.apart.kit.names import firm_name, full_name, surname
from benchmarks.apart.kit.places import COUNTRIES, USD, city_of

Life = Iterator[int]
"""An agent: a generator that acts on the current day and yields how many days it sleeps."""

DEFAULT_RAILS: Final = Table({"cash_pickup": 0.35, "wallet": 0.3, "bank": 0.35})


@dataclass(slots=True)
class Climate:
    """What is assumed of ordinary life; each world has its own."""

    start: date
    days: int
    homes: Table[str]
    corridors: dict[str, Table[str]]
    rails: Table[str] = field(default_factory=lambda: DEFAULT_RAILS)
    institutions: Table[str] = field(default_factory=lambda: Table({"Remit One": 1.0}))
    night_people: float = 0.18
    small_senders: float = 0.15
    diaspora: float = 0.85
    inlaws: float = 0.45
    blank_reference: float = 0.4
    failed: float = 0.015
    promo: float = 0.03
    shared_ip: float = 0.1
    round_theirs: float = 0.35
    fresh_device: float = 0.04
    young: float = 0.12
    youngest: float = 18.0
    purposes: Table[str] = field(
        default_factory=lambda: Table({"FAMI": 0.55, "GIFT": 0.2, "OTHR": 0.2, "SALA": 0.03, "EDUC": 0.02})
    )


class World:
    """Agents act day after day; what they pay goes into the ledger."""

    def __init__(self, climate: Climate, seed: int, senders: int) -> None:
        self.climate = climate
        self.dice = Dice(seed * 1_000_003 + 17)
        self.clock = time.Clock(climate.start, climate.days)
        self.days = climate.days
        self.senders = senders
        self.ledger = Ledger()
        self.today = 0
        self.pools: dict[tuple[str, str], list[Party]] = {}
        self.households: dict[str, list[Household]] = {}
        self.people = 0
        self._agenda: list[list[Life]] = [[] for _ in range(climate.days)]

    # ── the calendar ────────────────────────────────────────────────────────────────────────────────────────────

    def spawn(self, life: Life, day: int = 0) -> None:
        """Let an agent begin on a day (a day outside the window: never)."""
        if 0 <= day < self.days:
            self._agenda[day].append(life)

    def run(self) -> None:
        """Let every day pass."""
        for day in range(self.days):
            self.today = day
            for life in self._agenda[day]:
                wait = next(life, None)
                if wait is not None and day + max(1, wait) < self.days:
                    self._agenda[day + max(1, wait)].append(life)
            self._agenda[day] = []

    # ── people ──────────────────────────────────────────────────────────────────────────────────────────────────

    def payer(self, country: str = "", age: float = 0.0, culture: str = "", family: str = "") -> Party:
        """Register a new payer; unstated traits are drawn."""
        return self._party("originator", country or self.climate.homes.draw(self.dice), age, culture, family)

    def payee(
        self, country: str, age: float = 0.0, culture: str = "", family: str = "", place: tuple[str, str] | None = None
    ) -> Party:
        """Register a new receiver; unstated traits are drawn."""
        return self._party("beneficiary", country, age, culture, family, place)

    def firm(self, country: str, trade: str, kind: str) -> Party:
        """Register a receiving organisation."""
        party = self.payee(country)
        party.name = firm_name(self.dice, party.culture, trade)
        party.rail = "bank" if self.dice.chance(0.85) else party.rail
        party.mark(kind)
        return party

    def again(self, party: Party, *, institution: str = "", same_contact: bool = True) -> Party:
        """Register the same person once more under another id (another institution, or a new account)."""
        d = self.dice
        twin = self._party(party.role, party.country, 0.0, party.culture, party.family, (party.city, party.zone))
        twin.person, twin.born = party.person, party.born
        twin.name = party.name if d.chance(0.6) else full_name(d, party.culture, party.family)
        if institution:
            twin.institution = institution
        if same_contact:
            twin.phone, twin.email, twin.address, twin.device = party.phone, party.email, party.address, party.device
        twin.pattern, twin.group, twin.hard = party.pattern, party.group, party.hard
        return twin

    def _party(  # noqa: PLR0917
        self,
        role: str,
        country: str,
        age: float,
        culture: str,
        family: str,
        place: tuple[str, str] | None = None,
    ) -> Party:
        d = self.dice
        nation = COUNTRIES[country]
        culture = culture or nation.culture
        family = family or surname(d, culture)
        city, zone = place or city_of(d, country)
        years = age or min(82.0, max(18.0, d.gauss(39, 12)))
        born = date(max(1930, int(self.clock.start.year - years)), d.randint(1, 12), d.randint(1, 28))
        self.people += 1
        n = self.people
        code = d.randrange(16**12)
        name = full_name(d, culture, family)
        handle = "".join(c for c in name.lower() if c.isascii() and c.isalpha())[:12]
        return self.ledger.add(
            Party(
                role=role,
                id=f"{'C' if role == 'originator' else 'R'}-{code:012x}",
                country=country,
                city=city,
                zone=zone,
                name=name,
                family=family,
                culture=culture,
                born=born,
                phone=f"+{nation.dial}{d.randrange(10**8, 10**9)}",
                email=f"{handle}{d.randrange(1000)}@example.{d.choice(['org', 'com', 'net'])}",
                device=f"dev-{d.randrange(16**10):010x}",
                ip=f"{d.choice([198, 203, 192])}.{d.randrange(256)}.{d.randrange(256)}.{d.randrange(256)}",
                account=f"{country}{d.randrange(10**2):02d}{d.randrange(10**14):014d}",
                address=f"{d.randint(1, 240)} {surname(d, culture)} St",
                rail=self.climate.rails.draw(d),
                institution=self.climate.institutions.draw(d),
                person=n,
            )
        )

    def elders(self) -> float:
        """Draw the age of a grown-up payer of the crime patterns that publish one (mostly 37–70, seen 27–82)."""
        return min(82.0, max(24.0, self.dice.gauss(51, 13)))

    def destination(self, country: str) -> str:
        """Draw a destination as common as the corridor is."""
        return self.climate.corridors[country].draw(self.dice)

    def pool(self, kind: str, country: str, size: int, make: Callable[[], Party]) -> Party:
        """Draw a receiver that many know (a few are popular); the pool is filled when it is first asked for."""
        found = self.pools.get((kind, country))
        if found is None:
            found = self.pools[kind, country] = [make() for _ in range(max(2, size))]
        return self.dice.early(found, 1.8)

    # ── paying ──────────────────────────────────────────────────────────────────────────────────────────────────

    def pay(
        self,
        payer: Party,
        payee: Party,
        usd: float,
        *,
        hour: float,
        rounding: str = "",
        reference: str | None = None,
        day: int = -1,
        rail: str = "",
        purpose: str | None = None,
        mcc: str | None = None,
        currency: str = "",
        zone: str = "",
    ) -> None:
        """Write a payment of about `usd` at the payer's local hour of the day (today unless said)."""
        d, climate = self.dice, self.climate
        day = self.today if day < 0 else day
        if day >= self.days or usd <= 0:
            return
        own, theirs = COUNTRIES[payer.country].currency, COUNTRIES[payee.country].currency
        if not rounding:
            rounding = "theirs" if d.chance(climate.round_theirs) else "own"
        if currency:
            value = max(round(usd / USD[currency], 6), 0.000001)
        else:
            currency, value = own, money.amount(d, usd, own, theirs, rounding, day)
        at = self.clock.instant(day, hour, zone or payer.zone)
        if purpose is None or d.chance(0.1):
            purpose = climate.purposes.draw(d)
        status = "completed"
        if d.chance(climate.failed):
            status = d.choice(["failed", "cancelled", "reversed", "pending"])
        ip = None
        if d.chance(climate.shared_ip):
            ip = f"100.{64 + d.randrange(64)}.{d.randrange(256)}.{d.randrange(256)}"
        device = f"dev-{d.randrange(16**10):010x}" if d.chance(climate.fresh_device) else None
        if reference is not None and not reference:
            reference = None
        self.ledger.rows.append(
            (
                at,
                value,
                currency,
                payer.ix,
                payee.ix,
                rail or payee.rail,
                payer.institution,
                reference,
                purpose,
                status,
                mcc,
                ip,
                device,
            )
        )
