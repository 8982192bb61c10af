"""The partner remitters: what each tells the post bank of its own customers, which is little and never the same.

A receiving bank has no file on payers. It holds what came in the message, and the id that the partner chose to put
there: a lasting customer number, one number for each receiver that the customer saved, a card number that changes when
the card is renewed, or no number, when the bank's own system makes one from the name and the country.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import Final

from benchmarks.apart.guests.postbank.places import COUNTRIES

RENEWAL: Final = 180
"""Day on which the shops' partner issued new loyalty cards to everybody."""


@dataclass(frozen=True, slots=True)
class Partner:
    """A partner remitter.

    `ids`: lasting, each_receiver, card or name. `states`: sum as sent, settled (US dollars) or paid (pesos).
    `birth`, `city`, `message`, `purpose`: share of payments' payers (or payments) for which it is passed on.
    """

    code: str
    name: str
    ids: str
    states: str
    style: str
    birth: float
    city: float
    message: float
    purpose: float
    batches: bool
    online: bool
    countries: frozenset[str]


_ALL: Final = frozenset(COUNTRIES)
_WEST: Final = frozenset(["US", "CA", "AU", "NZ", "GB"])
_EUROPE: Final = frozenset(["GB", "DE", "SE", "NO", "NL", "IT", "FR"])
_GULF_AND_ASIA: Final = frozenset(["SA", "AE", "QA", "HK", "SG", "TW", "KR", "IT"])

PARTNERS: Final = (
    Partner("HLY", "Halyard Remit", "lasting", "sent", "plain", 0.9, 0.8, 0.55, 0.0, False, True, _WEST),
    Partner("KBX", "Kabayan Express", "lasting", "paid", "upper", 0.5, 0.1, 0.25, 0.9, False, True, _ALL),
    Partner("BYN", "Bayani Padala", "card", "paid", "surname_first", 0.0, 0.6, 0.0, 0.95, False, False, _GULF_AND_ASIA),
    Partner("NRD", "Fjordpay", "each_receiver", "sent", "plain", 0.2, 0.0, 0.7, 0.0, False, True, _EUROPE),
    Partner("TPW", "Transpac Wire", "name", "settled", "upper", 0.0, 0.3, 0.15, 0.4, True, False, _ALL),
)
KOREO: Final = "Koreo Bank"
"""The post bank itself, as the institution of payments at home."""


def serving(country: str) -> tuple[Partner, ...]:
    """The partners that collect in one country."""
    return tuple(partner for partner in PARTNERS if country in partner.countries)


def payer_id(partner: Partner, payer: int, name: str, country: str, account: str, *, renewed: bool) -> str:
    """The payer's id as it stands in the partner's message."""
    if partner.ids == "lasting":
        return f"{partner.code}-{4_000_000 + payer * 7}"
    if partner.ids == "each_receiver":
        return f"{partner.code}/{zlib.crc32(f'{payer}:{account}'.encode()):010d}"
    if partner.ids == "card":
        return f"{partner.code}{'R' if renewed else 'L'}{zlib.crc32(f'{payer}{renewed}'.encode()):010d}"
    # Namesakes from one country become one payer here; the bank knows, and cannot help it.
    return f"{partner.code}:{country}:{name.upper().replace(' ', '.')}"


def written(partner: Partner, given: str, surname: str) -> str:
    """The payer's name as the partner writes it."""
    if partner.style == "upper":
        return f"{given} {surname}".upper()
    return f"{surname}, {given}" if partner.style == "surname_first" else f"{given} {surname}"
