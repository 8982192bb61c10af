"""Sending partners abroad: what their product makes people do, and what of it reaches the pay-out network."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import Final, Literal

_WEST: Final = frozenset({"US", "CA", "GB", "AU", "NZ"})
_EUROPE: Final = frozenset({"GB", "DE", "CH", "SE", "NO", "NL", "FR", "IT", "ES"})
_GULF: Final = frozenset({"AE", "SA", "IL"})
_ASIA: Final = frozenset({"SG", "HK", "JP", "KR", "IN"})


@dataclass(frozen=True, slots=True)
class Partner:
    """One sending company.

    `style` rules the time stamp: an app books at once, a counter only in opening hours, a bank in two files
    a day. `quotes` says which side's sum the payer chooses and the network is told. A `fee` is taken out of the sum.
    """

    name: str
    countries: frozenset[str]
    weight: float
    style: Literal["app", "counter", "bank"]
    quotes: Literal["send", "receive"]
    fee: float
    births: float
    cities: float
    messages: float
    purposes: bool
    young: bool


PARTNERS: Final = (
    Partner("Kite Remit", _WEST | {"SG", "DE", "NL"}, 3.0, "app", "send", 0.0, 0.75, 0.9, 0.3, False, False),
    Partner("Padala Lane", _WEST | {"JP", "KR", "IT", "HK"}, 2.2, "app", "receive", 0.0, 0.5, 0.4, 0.0, True, False),
    Partner("Oriole Money", _EUROPE | {"AU"}, 2.6, "app", "send", 0.0, 0.0, 0.8, 0.55, False, False),
    Partner(
        "Tern Pocket", _WEST | {"DE", "SE", "NL", "ES", "FR"}, 1.3, "app", "send", 0.0, 0.12, 0.2, 0.75, False, True
    ),
    Partner("Corner Cash", _WEST | _EUROPE, 2.0, "counter", "send", 2.99, 0.45, 1.0, 0.12, False, True),
    Partner("Harbour Exchange", _GULF, 4.0, "counter", "receive", 0.0, 0.9, 1.0, 0.0, True, False),
    Partner("Falcon House", _GULF | {"IN"}, 2.0, "app", "send", 0.0, 0.6, 0.7, 0.1, True, False),
    Partner("Golden Pine", _ASIA, 3.0, "counter", "send", 0.0, 0.8, 0.6, 0.0, True, False),
    Partner("Meridian Wires", _WEST | _EUROPE | _GULF | _ASIA, 0.5, "bank", "send", 0.0, 0.0, 0.5, 0.6, False, False),
)


def serving(country: str) -> tuple[int, ...]:
    """Indices of the partners that send from a country."""
    return tuple(i for i, partner in enumerate(PARTNERS) if country in partner.countries)


def originator_id(name: str, country: str, partner: str) -> str:
    """The network's id of a payer: it is told no customer number, so it keys on name, country and partner.

    Namesakes therefore share an id, and one person has as many as they have partners and spellings.
    """
    key = f"{' '.join(name.upper().replace('.', '').split())}|{country}|{partner}"
    return "O" + blake2b(key.encode(), digest_size=6).hexdigest()
