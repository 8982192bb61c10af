"""How the money travels: rails and institutions."""

from __future__ import annotations

import polars as pl

from tanglaw.common.roles import Role
from tanglaw.measures.measure import Measure
from tanglaw.measures.parts import at_least
from tanglaw.measures.tally import distinct, mean
from tanglaw.payments.columns import RAILS

_RAIL = pl.col("rail")


def _code(*names: str) -> list[int]:
    return [RAILS.index(name) for name in names]


def measures(role: Role) -> tuple[Measure, ...]:
    """Give the rail measures of one role."""
    cash_like, token_like = _RAIL.is_in(_code("cash_pickup", "wallet")), _RAIL.is_in(_code("card", "crypto"))
    return (
        Measure(
            "cash_and_wallet", role, "rail", "cash pick-up and wallets", "share",
            "{value} of the payments went to cash pick-up or a wallet",
            "Share of payments paid out in cash or to a wallet, where the receiver needs no bank account.",
            (0.05, 0.5, 0.95), at_least(1, mean(cash_like), _RAIL), needs=("rail",), concerns=cash_like,
        ),
        Measure(
            "card_and_crypto", role, "rail", "cards and crypto-assets", "share",
            "{value} of the payments went by card or crypto-asset",
            "Share of payments by card or crypto-asset.",
            (0.05, 0.5, 0.95), at_least(1, mean(token_like), _RAIL), needs=("rail",), concerns=token_like,
        ),
        Measure(
            "institutions", role, "institution", "institutions used", "institutions",
            "payments were sent through {value} institutions",
            "Distinct sending institutions; abstains under 2 payments.",
            (2, 3, 4, 6), at_least(2, distinct(pl.col("institution")), pl.col("institution")),
            needs=("institution",),
        ),
    )  # fmt: skip
