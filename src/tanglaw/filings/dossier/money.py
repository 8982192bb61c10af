"""An exact amount of one currency."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Final, Literal

from pydantic import Field

from tanglaw.filings.dossier.part import Part

CENT: Final = Decimal("0.01")

Basis = Literal["stated", "reference rate"]
"""Whether a record states the amount, or it was worked out at the day's reference rate."""


class Money(Part):
    """An amount as recorded, or as worked out.

    Attributes:
        amount: exact; the digits of the record, without trailing zeros beyond the record's own.
        currency: ISO 4217.
        basis: where it comes from.
    """

    amount: Decimal
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
    basis: Basis = "stated"


def exact(amount: Decimal) -> Decimal:
    """Drop the zeros that a table's scale adds, but keep cents."""
    digits = amount.normalize()
    return digits if digits.as_tuple().exponent < -2 else digits.quantize(CENT)  # type: ignore[operator]
