"""The eight remitters and platforms and the two domestic wallets that report to the desk, and their gaps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Source:
    """One reporting institution. Shares say how often a field is filled; 0 means never."""

    name: str
    rail: str
    names: str = "plain"
    """Style of recorded names: plain, upper, surname_first, initial, or none."""
    hours: bool = True
    hashed: bool = False
    whole: bool = False
    in_lei: bool = False
    births: float = 0.0
    cities: float = 0.0
    devices: float = 0.0
    contacts: float = 0.0
    accounts: float = 0.0
    references: float = 0.0
    purposes: float = 0.0
    card: bool = False


SOURCES: Final = (
    Source("Dacia Giro", "cash_pickup", births=0.97, cities=0.95, contacts=0.4, references=0.08, purposes=0.9),
    Source("Balcan Remit", "cash_pickup", names="upper", hours=False, births=0.8, cities=0.7, purposes=0.6),
    Source("Plaza Pay", "wallet", names="none", devices=0.93, contacts=0.85, references=0.45),
    Source("Firul", "bank", names="initial", hashed=True, births=0.6, devices=0.6, references=0.6, accounts=0.0),
    Source("Roundel", "bank", whole=True, births=0.9, cities=0.85, accounts=0.9, references=0.3, purposes=0.35),
    Source("Vama Express", "bank", names="surname_first", in_lei=True, births=0.75, accounts=1.0, references=0.5),
    Source("Ciripit", "wallet", births=0.9, devices=0.97, contacts=0.95, references=0.85),
    Source("Aplauz", "card", births=0.35, cities=0.2, devices=0.9, contacts=0.9, references=0.3, card=True),
    Source("Buzunar", "wallet", births=1.0, cities=0.9, devices=0.8, contacts=1.0, references=0.55),
    Source("Lei Rapid", "wallet", names="upper", births=0.5, contacts=1.0, accounts=0.7, references=0.35),
)
GIRO, BALCAN, PLAZA, FIRUL, ROUNDEL, VAMA, CIRIPIT, APLAUZ, BUZUNAR, LEI = range(len(SOURCES))

CASH: Final = (GIRO, BALCAN)
VILLAGE: Final = (GIRO, BALCAN, VAMA, ROUNDEL)
BANKED: Final = (VAMA, ROUNDEL, FIRUL)
APPS: Final = (CIRIPIT, PLAZA, FIRUL)
YOUNG: Final = (CIRIPIT, PLAZA)
PHONE_WALLETS: Final = (BUZUNAR, LEI)
REMITTERS: Final = tuple(range(BUZUNAR))
