# ruff: noqa: DTZ001 -- naive times are what is tested
"""What clock and calendar showed where a party is."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanglaw.payments.local_time import local_time
from tanglaw.payments.places import zones_of

TEXT = pl.String


def at_place(
    at: datetime, zone: str | None = None, city: str | None = None, country: str | None = None, *, known: bool = True
) -> tuple[datetime | None, date | None, str]:
    frame = local_time(
        pl.Series([at.replace(tzinfo=UTC)]).dt.cast_time_unit("us"),
        pl.Series([known]),
        pl.Series([zone], dtype=TEXT),
        pl.Series([city], dtype=TEXT),
        pl.Series([country], dtype=TEXT),
    )
    assert frame.columns == ["local", "local_date", "how"]
    row = frame.row(0)
    return row[0], row[1], row[2]


NOON = datetime(2025, 7, 1, 12)


@pytest.mark.parametrize(
    ("zone", "city", "country", "hour", "how"),
    [
        ("Australia/Perth", "Sydney", "AU", (20, 0), "stated"),
        ("australia/perth ", None, None, (20, 0), "stated"),
        ("UTC+8", "Sydney", "AU", (22, 0), "city"),  # no IANA zone
        ("", "Adelaide", "AU", (21, 30), "city"),
        (None, "PERTH, WA", "AU", (20, 0), "city"),
        (None, "City of Brisbane", "AU", (22, 0), "city"),
        (None, "Санкт-Петербург", "RU", (15, 0), "city"),
        (None, "Cebu City", "PH", (20, 0), "country"),
        (None, None, "NP", (17, 45), "country"),
        (None, "Nowhere at all", "TH", (19, 0), "country"),
        (None, None, "DE", (14, 0), "country"),
        (None, "Portland", "US", (5, 0), "city"),  # Oregon's is the larger
        (None, None, "AR", (9, 0), "country"),  # a dozen zones, one clock
        (None, None, "ES", (14, 0), "most_populous"),
    ],
)
def test_the_best_known_zone_is_used(
    zone: str | None, city: str | None, country: str | None, hour: tuple[int, int], how: str
) -> None:
    local, day, found = at_place(NOON, zone, city, country)
    assert found == how
    assert local == datetime(2025, 7, 1, *hour)
    assert day == date(2025, 7, 1)


@pytest.mark.parametrize(
    ("city", "country"), [(None, "US"), ("Nowhere at all", "US"), (None, None), ("Sydney", None), (None, "XX")]
)
def test_what_is_unknown_abstains(city: str | None, country: str | None) -> None:
    assert at_place(NOON, None, city, country) == (None, None, "unknown")


def test_a_bare_date_is_its_own_day_everywhere() -> None:
    midnight = datetime(2025, 7, 1)
    assert at_place(midnight, "America/New_York", known=False) == (None, date(2025, 7, 1), "stated")
    assert at_place(midnight, None, None, "US", known=False) == (None, date(2025, 7, 1), "unknown")


def test_the_local_day_may_be_another() -> None:
    assert at_place(datetime(2025, 7, 1, 23), country="PH")[:2] == (datetime(2025, 7, 2, 7), date(2025, 7, 2))


@pytest.mark.parametrize(
    ("utc", "local"),
    [
        (datetime(2025, 3, 30, 0, 59, 59), datetime(2025, 3, 30, 1, 59, 59)),
        (datetime(2025, 3, 30, 1, 0, 0), datetime(2025, 3, 30, 3, 0, 0)),  # the hour that is skipped
        (datetime(2025, 10, 26, 0, 30), datetime(2025, 10, 26, 2, 30)),  # the hour that comes twice
        (datetime(2025, 10, 26, 1, 30), datetime(2025, 10, 26, 2, 30)),
    ],
)
def test_clocks_change_at_the_right_second(utc: datetime, local: datetime) -> None:
    assert at_place(utc, "Europe/Berlin")[0] == local


def test_times_no_calendar_holds_abstain() -> None:
    assert at_place(datetime(9999, 12, 31, 23), country="PH")[:2] == (None, None)
    assert at_place(datetime(1, 1, 1), "America/New_York")[:2] == (None, None)
    frame = local_time(
        pl.Series([None], dtype=pl.Datetime("us", "UTC")),
        pl.Series([True]),
        *(pl.Series([text]) for text in ("", "", "PH")),
    )
    assert frame.row(0) == (None, None, "country")


def test_rows_keep_their_order_and_number() -> None:
    hours = [NOON + timedelta(hours=i) for i in range(50)]
    zones = ["Asia/Manila", "Europe/Berlin", None, "Asia/Kathmandu", "bogus"] * 10
    frame = local_time(
        pl.Series(hours).dt.replace_time_zone("UTC"),
        pl.Series([True] * 50),
        pl.Series(zones),
        pl.Series([None] * 50, dtype=TEXT),
        pl.Series([None] * 50, dtype=TEXT),
    )
    expected = [
        hour.replace(tzinfo=UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None) if zone and "/" in zone else None
        for hour, zone in zip(hours, zones, strict=True)
    ]
    assert frame.get_column("local").to_list() == expected


KEPT = sorted(
    zone for zone in available_timezones() if zone.split("/")[0] in {"Europe", "Asia", "America", "Australia"}
)


@settings(max_examples=150, deadline=None)
@given(st.datetimes(datetime(1985, 1, 1), datetime(2036, 12, 31)), st.sampled_from(KEPT))
def test_local_time_is_that_of_the_time_zone_database(at: datetime, zone: str) -> None:
    at = at.replace(microsecond=0)
    local, day, _ = at_place(at, zone)
    expected = at.replace(tzinfo=UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    assert local == expected
    assert day == expected.date()


def test_zones_of_a_country_share_its_people() -> None:
    shares = zones_of("US")
    assert shares[0][0] == "America/New_York"
    assert sum(share for _, share in shares) == pytest.approx(1)
    assert zones_of("XX") == ()
