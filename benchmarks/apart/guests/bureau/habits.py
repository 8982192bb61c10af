"""The institutions that report to the register, and what each of them knows, keeps and passes on.

A share is how often a field is filled; every institution's quality is that of its product and its year of software.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Habits:
    """One institution (or one of its channels, when that has customers of its own)."""

    name: str
    prefix: str
    spelling: str
    """How names are kept: capitals, plain, clerk, ascii, profile."""
    birth: str
    """date, year, or none."""
    birth_share: float
    phone: float
    email: float
    city: float
    address: float
    account: bool
    clocked: str
    """What the time means: exact, batch, date, or kiosk (opening hours)."""
    device: bool
    internet: bool
    reference: float


INSTITUTIONS: Final = (
    Habits("Fjordbanken ASA", "FJB", "capitals", "date", 1.0, 0.3, 0.1, 1.0, 0.95, True, "batch", False, False, 0.8),
    Habits("Nordre Sparebank", "", "plain", "year", 0.97, 0.0, 0.0, 0.9, 0.0, True, "date", False, False, 0.4),
    Habits("Lynbank", "LYN-", "plain", "date", 0.99, 0.95, 0.9, 0.7, 0.3, True, "exact", True, False, 0.9),
    Habits("Havremit", "HR", "clerk", "date", 0.93, 0.7, 0.0, 0.8, 0.6, False, "kiosk", False, False, 0.0),
    Habits("Solbro Transfer", "S-", "ascii", "year", 0.75, 0.6, 0.05, 0.6, 0.3, False, "kiosk", True, False, 0.12),
    Habits("Solbro Transfer", "sbapp:", "ascii", "year", 0.9, 0.97, 0.9, 0.5, 0.2, False, "exact", True, True, 0.5),
    Habits("Kvikkpay", "kv_", "plain", "date", 0.96, 0.98, 0.98, 0.85, 0.7, False, "exact", True, True, 0.6),
    Habits("Panpay", "pan.", "profile", "year", 0.35, 0.25, 1.0, 0.15, 0.0, False, "exact", False, True, 0.95),
    Habits("Krysspunkt", "KX", "plain", "date", 0.9, 0.5, 0.95, 0.4, 0.3, False, "exact", False, True, 0.0),
)

FJORD, NORDRE, LYN, HAV, SOL_KIOSK, SOL_APP, KVIKK, PAN, KRYSS = range(len(INSTITUTIONS))
BANKS: Final = (FJORD, NORDRE, LYN)

POOLS: Final = ("EUR", "USD", "GBP", "PLN", "PHP", "THB", "INR", "RON", "SEK", "DKK", "BRL", "TRY")
"""Currencies in which the payment platform holds money; elsewhere it pays out of dollars, and reports dollars."""
INSTRUCTED: Final = ("NOK", "EUR", "USD", "GBP", "SEK", "DKK", "PLN")
"""Currencies in which a bank's customer can order; others are ordered in kroner."""
