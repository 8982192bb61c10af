"""What an amount was worth in US dollars on its day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanglaw.common.errors import FaultsError, UsageError
from tanglaw.payments.columns import MONEY
from tanglaw.payments.rates import Rates


@pytest.fixture(scope="module")
def rates() -> Rates:
    return Rates.load()


def usd(rates: Rates, amount: str, currency: str, day: date) -> float | None:
    money = pl.Series([Decimal(amount)], dtype=MONEY)
    value = rates.usd(money, pl.Series([currency]), pl.Series([day]))[0]
    assert value is None or isinstance(value, float)
    return value


def test_the_first_published_day_is_the_central_banks(rates: Rates) -> None:
    assert usd(rates, "100", "EUR", date(1999, 1, 4)) == pytest.approx(117.89)  # EUR 1 = USD 1.1789
    assert usd(rates, "1000", "JPY", date(1999, 1, 4)) == pytest.approx(1000 / 133.73 * 1.1789)
    assert usd(rates, "1.91", "AUD", date(1999, 1, 4)) == pytest.approx(1.1789)


def test_dollars_are_dollars_on_any_day(rates: Rates) -> None:
    assert [usd(rates, "51", "USD", day) for day in (date(1970, 1, 1), date(2024, 5, 5), date(2090, 1, 1))] == [
        51.0
    ] * 3


def test_a_weekend_takes_fridays_rate(rates: Rates) -> None:
    friday, sunday = date(2024, 3, 8), date(2024, 3, 10)
    assert usd(rates, "10", "AUD", friday) == usd(rates, "10", "AUD", sunday)


def test_a_day_before_the_first_has_no_rate(rates: Rates) -> None:
    assert usd(rates, "10", "EUR", date(1998, 12, 31)) is None
    assert usd(rates, "10", "PHP", date(1999, 6, 1)) is None  # quoted since 2005


def test_a_currency_no_longer_quoted_ends_after_ten_days(rates: Rates) -> None:
    assert usd(rates, "10", "RUB", date(2022, 3, 11)) is not None  # last quoted on 1 March 2022
    assert usd(rates, "10", "RUB", date(2022, 3, 12)) is None
    assert usd(rates, "10", "HRK", date(2023, 6, 1)) is None


def test_after_the_last_day_the_last_rate_holds_and_is_told() -> None:
    rates = Rates.load()
    assert usd(rates, "10", "AUD", date(2099, 1, 1)) == usd(rates, "10", "AUD", rates.last)
    assert rates.notes == (f"1 amounts after {rates.last} use the last rate known on that day.",)


def test_what_has_no_rate_is_null_and_counted() -> None:
    rates = Rates.load()
    days = pl.Series([date(2025, 1, 2)] * 4)
    values = rates.usd(pl.Series([1.0, 1, 1, None]), pl.Series(["COP", "COP", "XYZ", "COP"]), days)
    assert values.to_list() == [None] * 4
    assert rates.missing == {"COP": 2, "XYZ": 1}
    assert "COP (2), XYZ (1)" in rates.notes[0]


def test_currencies_fixed_by_law_follow_their_anchor(rates: Rates) -> None:
    day = date(2024, 3, 8)
    assert usd(rates, "655.957", "XOF", day) == pytest.approx(usd(rates, "1", "EUR", day))
    assert usd(rates, "3.6725", "AED", day) == pytest.approx(1.0)


def test_crypto_assets_have_no_rate(rates: Rates) -> None:
    assert [usd(rates, "1", code, date(2024, 3, 8)) for code in ("BTC", "ETH", "USDT")] == [None] * 3


def test_convert_goes_through_both_rates(rates: Rates) -> None:
    day = pl.Series([date(2024, 3, 8)])
    there = rates.convert(pl.Series([100.0]), pl.Series(["AUD"]), pl.Series(["PHP"]), day)
    back = rates.convert(there, pl.Series(["PHP"]), pl.Series(["AUD"]), day)
    assert back[0] == pytest.approx(100.0)
    assert 3000 < there[0] < 4500
    assert rates.convert(pl.Series([1.0]), pl.Series(["AUD"]), pl.Series([None], dtype=pl.String), day)[0] is None


def test_the_version_names_table_and_file(rates: Rates, tmp_path: Path) -> None:
    assert rates.version.startswith("ECB reference rates 1999-01-04 to ")
    file = tmp_path / "own.csv"
    file.write_text("date,currency,usd_per_unit\n2025-01-01,COP,0.00025\n")
    assert Rates.load(file).version.startswith("own.csv (sha256 ")


def test_a_file_brings_its_currencies_and_goes_first(tmp_path: Path) -> None:
    file = tmp_path / "own.csv"
    file.write_text(
        "usd_per_unit,date,currency\n0.00025,2025-01-01,COP\n0.00030,2025-01-20,COP\n0.5,2025-01-02,AUD\n40000,2025-01-01,BTC\n"
    )
    rates = Rates.load(file)
    assert usd(rates, "1000", "COP", date(2025, 1, 19)) == pytest.approx(0.25)
    assert usd(rates, "1000", "COP", date(2025, 1, 20)) == pytest.approx(0.30)
    assert usd(rates, "1000", "COP", date(2025, 12, 1)) == pytest.approx(0.30)  # nobody else knows it: holds on
    assert usd(rates, "1000", "COP", date(2024, 12, 31)) is None
    assert usd(rates, "1", "BTC", date(2025, 1, 1)) == 40000
    assert usd(rates, "1", "AUD", date(2025, 1, 2)) == 0.5
    assert usd(rates, "1", "AUD", date(2025, 6, 2)) != 0.5  # the central bank's again after 31 days


def test_all_faults_of_a_file_come_at_once(tmp_path: Path) -> None:
    file = tmp_path / "bad.csv"
    file.write_text(
        "date,currency,usd_per_unit\n2025-13-01,COP,1\n2025-01-01,peso,1\n2025-01-01,COP,-1\n2025-01-01,UAH,NaN\n"
        "2025-01-02,UAH,0.02\n2025-01-02,UAH,0.03\n"
    )
    with pytest.raises(FaultsError) as caught:
        Rates.load(file)
    assert [fault.where.rsplit(":", 1)[1] for fault in caught.value.faults] == ["2", "3", "4", "5", "7"]
    assert "'peso'" in str(caught.value)


def test_missing_columns_and_files_are_told(tmp_path: Path) -> None:
    file = tmp_path / "bad.csv"
    file.write_text("day,currency\n2025-01-01,COP\n")
    with pytest.raises(FaultsError, match="date, usd_per_unit"):
        Rates.load(file)
    with pytest.raises(UsageError, match="Cannot read the rates file"):
        Rates.load(tmp_path / "absent.csv")
    file.write_bytes(b"")
    with pytest.raises(UsageError):
        Rates.load(file)
    file.write_text("date,currency,usd_per_unit\n")
    with pytest.raises(FaultsError, match="at least one"):
        Rates.load(file)


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(1, 10**9), st.sampled_from(["EUR", "AUD", "PHP", "COP", None])), min_size=1))
def test_more_money_is_worth_more(rates: Rates, rows: list[tuple[int, str | None]]) -> None:
    cents = pl.Series([Decimal(cents).scaleb(-2) for cents, _ in rows], dtype=MONEY)
    codes = pl.Series([code for _, code in rows], dtype=pl.String)
    days = pl.Series([date(2024, 3, 8)] * len(rows))
    once, more = rates.usd(cents, codes, days), rates.usd(cents.cast(pl.Float64) * 2, codes, days)
    assert once.len() == len(rows)
    for low, high, (_, code) in zip(once, more, rows, strict=True):
        assert (low is None) == (code in {"COP", None})
        assert low is None or high == pytest.approx(2 * low)
