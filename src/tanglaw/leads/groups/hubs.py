"""Who is paid by so many, or pays so many, that it joins nobody."""

from __future__ import annotations

from typing import Final

MANY: Final = 30
"""Counterparties up to which nobody is a hub. Assumed: the receivers in published cases had about a dozen payers."""

SHARE: Final = 0.1
"""With more than that, the share of them that must be leads of the kind. Assumed."""

CLOSED: Final = 0.5
"""Share of a receiver's payers that must be leads before a receiver that is no lead joins them. Assumed."""


def is_hub(leads: int, counterparties: int | None) -> bool:
    """Tell whether a party is a hub: an agent, landlord, school, shop, or whoever sends for many.

    Args:
        leads: how many of its counterparties are leads of the kind.
        counterparties: how many it has; ``None`` if not known.
    """
    return counterparties is not None and counterparties > MANY and leads < SHARE * counterparties


def is_closed(leads: int, counterparties: int | None) -> bool:
    """Tell whether hardly anybody but leads pays a receiver. One of whom nothing is known is not."""
    return counterparties is not None and leads >= 2 and leads >= CLOSED * counterparties
