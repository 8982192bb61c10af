"""Card payments in the categories that a monitoring team keeps: online, games, betting, travel, cash, quasi-cash."""

from __future__ import annotations

from random import Random

from benchmarks.apart.guests.neobank.days import DAYS, at, count, months
from benchmarks.apart.guests.neobank.parties import Customer, Party
from benchmarks.apart.guests.neobank.places import CORRIDORS, HOMES
from benchmarks.apart.guests.neobank.words import reference
from benchmarks.apart.guests.neobank.world import World

_CATEGORIES: dict[str, tuple[str, float, float, tuple[str, ...]]] = {
    "games": ("5816", 2.3, 0.8, ("Orbit Games", "Stonefort Store", "Kite Arcade", "PixelHarbor", "Level Nine Coins")),
    "betting": ("7995", 3.1, 0.9, ("Golden Oche", "Fjordbet", "Silver Reel", "Kickoff Odds")),
    "media": ("5815", 2.2, 0.5, ("Tonal Music", "Filmhaus Online", "Readwell", "Streamly", "Patchwork Fans")),
    "files": ("7399", 2.5, 0.5, ("Stowbox Premium", "Liftfile", "Veilway VPN", "Cloudshelf")),
    "late": ("5967", 3.2, 0.7, ("Velvet Live", "Nightline Media", "Afterhours Chat")),
    "dating": ("7273", 3.1, 0.5, ("Sparkd", "Two Tables", "Faraway Hearts")),
    "software": ("5734", 2.9, 0.7, ("Codebarn", "Pixelpress", "Screenloop Capture")),
    "travel": ("4511", 5.2, 0.6, ("Skarv Air", "Nordwind", "Blue Lagoon Airways", "Farely")),
    "hotel": ("7011", 4.8, 0.6, ("Hotel Brisa", "Stay Finder", "Palm Court Inn")),
    "coin": ("6051", 4.2, 1.0, ("Coinjetty", "Bitquay")),
    "cash": ("6011", 3.9, 0.6, ("ATM",)),
    "vouchers": ("5947", 3.3, 0.6, ("Codecorner Vouchers", "Giftnook")),
    "meals": ("5814", 2.7, 0.5, ("Dashplate", "Wokly", "Burger Yard")),
}
"""Category code, mean and spread of the logarithm of euros, and who sells."""

_HABITS = (
    (17, {"games": 6, "media": 2, "meals": 3, "vouchers": 1, "cash": 0.7}),
    (24, {"games": 3, "media": 3, "meals": 4, "betting": 0.8, "travel": 0.6, "cash": 1, "coin": 0.4, "files": 0.4}),
    (44, {"media": 3, "meals": 4, "games": 1, "travel": 0.9, "hotel": 0.6, "cash": 1.2, "files": 0.5, "coin": 0.4,
          "dating": 0.4, "software": 0.3, "late": 0.25, "betting": 0.8}),
    (99, {"media": 2, "meals": 1.5, "travel": 0.8, "hotel": 0.7, "cash": 2, "files": 0.3, "dating": 0.3, "late": 0.25,
          "betting": 0.5, "software": 0.2}),
)  # fmt: skip
"""Payments a year in each category up to an age."""


class Shops:
    """All merchants; cash machines stand in every city and in the countries people travel to."""

    def __init__(self, world: World) -> None:
        self._world = world
        rng = world.stream("shops")
        self._by_category: dict[str, list[Party]] = {}
        for category, (code, _, _, sellers) in _CATEGORIES.items():
            if category == "cash":
                continue
            self._by_category[category] = [
                world.forge.receiver(rng.choice(("IE", "NL", "GB", "SE")), "merchant", name=name, category=code)
                for name in sellers
            ]
        self._machines = {
            country: world.forge.receiver(country, "merchant", name=f"ATM {country}", category="6011")
            for country in (*HOMES, *CORRIDORS)
        }

    def pick(self, rng: Random, category: str, country: str) -> Party:
        """A merchant of the category; the first few names have most of the trade."""
        if category == "cash":
            return self._machines[country]
        shops = self._by_category[category]
        return shops[min(int(rng.expovariate(0.8)), len(shops) - 1)]

    def buy(self, rng: Random, customer: Customer, category: str, minute: int) -> None:
        """One purchase at a usual price."""
        _, mean, spread, _ = _CATEGORIES[category]
        euros = rng.lognormvariate(mean, spread)
        style = "typed" if category in {"cash", "betting", "vouchers", "coin"} else "exact"
        shop = self.pick(rng, category, customer.home)
        self._world.send(rng, customer, shop, minute, euros, "card", style=style)

    def travel(self, rng: Random, customer: Customer, country: str, day: int) -> None:
        """A flight some weeks ahead, an inn, and cash machines of the country on the days there."""
        self.buy(rng, customer, "travel", at(rng, day - rng.randrange(8, 50), "evening", customer.shift))
        if rng.random() < 0.6:
            self.buy(rng, customer, "hotel", at(rng, day, "day"))
        for _ in range(rng.randrange(1, 5)):
            minute = at(rng, day + rng.randrange(14), "day")
            machine = self.pick(rng, "cash", country)
            self._world.send(rng, customer, machine, minute, rng.choice((40, 80, 120, 160)), "cash_out")


def write(world: World, shops: Shops) -> None:
    """Habits by age, subscriptions, and the few who cannot stop betting."""
    rng = world.stream("cards")
    for customer in world.customers:
        habits = next(table for limit, table in _HABITS if customer.age <= limit)
        taste = rng.lognormvariate(-0.3, 0.7)
        profile = rng.choice(("evening", "evening", "night", "teen" if customer.age < 25 else "day"))
        for category, yearly in habits.items():
            for _ in range(count(rng, yearly * taste)):
                day = rng.randrange(DAYS)
                shops.buy(rng, customer, category, at(rng, day, profile, customer.shift))
        if rng.random() < 0.1:
            _subscription(world, rng, customer, shops)
        if 18 <= customer.age <= 60 and rng.random() < 0.012:
            _chasing_losses(world, rng, customer, shops)
        if customer.age >= 18 and rng.random() < 0.04:
            country = customer.origin if customer.origin in CORRIDORS else rng.choice(list(CORRIDORS))
            shops.travel(rng, customer, country, rng.randrange(30, DAYS))


def _subscription(world: World, rng: Random, customer: Customer, shops: Shops) -> None:
    shop = shops.pick(rng, rng.choice(("media", "files", "media", "software")), customer.home)
    euros = rng.choice((4.99, 7.99, 9.99, 12.99, 14.99))
    for day in months(rng.randrange(1, 28), customer.joined)[: rng.randrange(2, 12)]:
        world.send(rng, customer, shop, at(rng, day, "dawn"), euros, "card", style="exact")


def _chasing_losses(world: World, rng: Random, customer: Customer, shops: Shops) -> None:
    """Sessions at night in which each deposit is bigger and sooner than the last, and friends lend in between."""
    shop = shops.pick(rng, "betting", customer.home)
    day = rng.randrange(0, 200)
    for session in range(rng.randrange(5, 18)):
        minute, euros = at(rng, day, "night", customer.shift), rng.choice((10, 20, 25)) * (1 + session / 8)
        for _ in range(rng.randrange(1, 7)):
            world.send(rng, customer, shop, minute, euros, "card")
            minute += rng.randrange(4, 70)
            euros *= rng.choice((1, 1.3, 2))
        if customer.friends and rng.random() < 0.2:
            lender = rng.choice(customer.friends)
            world.send(rng, lender, customer.party, minute, 60, "loan", reference=reference(rng, "loan"))
        day += max(1, 20 - session)
