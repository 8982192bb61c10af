"""A practice world: one Scandinavian high-street bank.

Instant transfers by phone number at home, SEPA and SWIFT and wallet payouts abroad, cards on foreign sites. The bank
knows its customers' ages and towns; of those they pay abroad it knows what the customer typed.
"""

from __future__ import annotations

from .build import build

__all__ = ["build"]
