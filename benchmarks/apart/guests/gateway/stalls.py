"""Those whom many pay: sellers who drop at night, game agents, performers, charities, landlords, schools, shops."""

from __future__ import annotations

from typing import Final

from .accounts import Account
from .places import CITIES, ORIGINS
from .town import Stall, Town

_ABROAD: Final = {
    # kind: (receivers per 10,000 payers, least, countries, median in A$, sells under a trade name)
    "drop": (26, 3, "PH US GB ID TH US CN", 34.0, 0.5),
    "craft": (60, 4, "GB US IN VN CO UA PL KE PH", 42.0, 0.6),
    "game": (22, 3, "PH ID VN NG CN MY BR", 18.0, 0.25),
    "creator": (34, 4, "US GB UA RO PL BR", 17.0, 0.6),
    "performer": (40, 4, "CO RO UA PH TH US GB BR", 30.0, 0.15),
    "agent": (8, 2, "PH MY ID VN NG", 45.0, 0.3),
    "tutor": (36, 3, "PH GB IN UA CO KE", 27.0, 0.1),
    "relief": (16, 3, "PH IN KE GB FJ NP UA", 35.0, 0.7),
    "orphan": (9, 2, "PH KE NP TH GH", 40.0, 0.4),
    "school": (16, 3, "PH IN GB MY FJ NG", 260.0, 0.7),
    "room": (18, 3, "TH ID GB PH PL CN", 210.0, 0.4),
}
_HERE: Final = {
    # kind: (receivers per 10,000 payers of all countries, median in A$, sells under a trade name)
    "shop": (260, 24.0, 0.9),
    "trade": (110, 140.0, 0.6),
    "landlord": (60, 320.0, 0.2),
    "club": (60, 28.0, 0.5),
    "resale": (16, 120.0, 0.05),
    "rogue": (9, 95.0, 0.05),
}
_KINDS: Final = {
    "drop": "seller", "craft": "seller", "game": "seller", "creator": "seller", "performer": "seller",
    "agent": "ordinary", "tutor": "freelancer", "relief": "charity", "orphan": "charity", "school": "hub",
    "room": "hub",
    "shop": "ordinary", "trade": "ordinary", "landlord": "hub", "club": "collector", "resale": "seller",
    "rogue": "ordinary",
}  # fmt: skip


def _keep(town: Town, kind: str, street: str, account: Account, median: float) -> None:
    rng = town.rng
    price = float(median * rng.lognormal(0.0, 0.35))
    stall = Stall(account, _KINDS[kind], price, float(rng.lognormal(0.0, 1.0)))
    town.stalls.setdefault(street, []).append(stall)
    if rng.random() < 0.04:
        # Sellers too change handles: a lost mailbox, a frozen account, a second shop.
        account.second = town.registry.reopen(account, float(rng.uniform(60, 480)), same_phone=bool(rng.random() < 0.7))


def open_stalls(town: Town) -> None:
    """Open every stall before the first customer pays; their number grows with the customers."""
    rng, size = town.rng, len(town.customers) / 10_000
    for kind, (per, least, countries, median, trade) in _ABROAD.items():
        places = countries.split()
        for _ in range(max(least, round(per * size))):
            country = places[int(rng.integers(len(places)))]
            _keep(town, kind, kind, town.registry.open(country, trade=bool(rng.random() < trade)), median)
    for kind, (per, median, trade) in _HERE.items():
        for country in ORIGINS:
            share = sum(city.share for city in CITIES if city.country == country)
            for _ in range(max(2, round(per * size * share))):
                account = town.registry.open(country, trade=bool(rng.random() < trade))
                _keep(town, kind, f"{kind}:{country}", account, median)
