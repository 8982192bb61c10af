# ruff: noqa: DTZ001 -- local times have no zone, and the strategy sets one
"""Where things are drawn: axes with round marks, nights in one piece, networks that stay small."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tanglaw.leads.accounts import with_entities
from tanglaw.leads.report.network import Counterparty, Network
from tanglaw.leads.report.parties import counterparties, meetings
from tanglaw.leads.report.ticks import MOST, time_ticks, value_ticks
from tanglaw.leads.report.timeline import Moment, Timeline, night_share
from tanglaw.leads.shield import Shield

from .sample import sample

NOON = datetime(2025, 6, 1, 12, tzinfo=UTC)


def moment(hours, value=50.0, local=None):
    return Moment(NOON + timedelta(hours=hours), local, value, 0, "")


def test_a_narrow_range_is_linear_from_zero_and_a_wide_one_logarithmic():
    narrow = Timeline.of([moment(0, 40), moment(50, 80)])
    assert (narrow.logarithmic, [tick.label for tick in narrow.values]) == (False, ["0", "20", "40", "60", "80"])
    wide = Timeline.of([moment(0, 12), moment(50, 4000)])
    assert (wide.logarithmic, [tick.label for tick in wide.values]) == (True, ["10", "100", "1k"])


def test_the_clock_runs_from_noon_so_that_midnight_is_in_the_middle():
    at = [datetime(2025, 6, 1, 12), datetime(2025, 6, 2, 0), datetime(2025, 6, 2, 11, 59)]
    line = Timeline.of([moment(number, local=local) for number, local in enumerate(at)])
    assert [point.y for point in line.clock] == ["0.0", "48.0", "95.9"]
    assert night_share(at) == pytest.approx(1 / 3)
    assert night_share([]) is None


def test_one_payment_stands_in_the_middle():
    line = Timeline.of([moment(0)])
    assert line.amounts[0].x == "50.00%"


def test_what_is_unknown_is_not_drawn():
    line = Timeline.of([moment(0, None), moment(5, None)])
    assert (line.amounts, line.clock) == ([], [])


@given(
    st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC)),
    st.timedeltas(timedelta(hours=12), timedelta(days=9000)),
)
def test_time_is_marked_at_few_places_in_order(first, length):
    ticks = time_ticks(first, first + length)
    assert len(ticks) <= MOST + 2
    assert [at for at, _ in ticks] == sorted(at for at, _ in ticks)
    assert all(first <= at <= first + length for at, _ in ticks)


@given(st.lists(st.floats(1e-6, 1e12), min_size=1, max_size=9), st.booleans())
def test_every_value_lies_on_its_scale(values, logarithmic):
    ticks, low, high = value_ticks(values, logarithmic=logarithmic)
    assert low <= min(values) * (1 + 1e-9)
    assert high >= max(values) * (1 - 1e-9)
    assert high > low or min(values) == max(values)
    assert 1 <= len(ticks) <= MOST + 1


def test_a_network_draws_the_most_paid_and_counts_the_rest():
    parties = [
        Counterparty(f"R-{number}", f"R-{number}", 20 - number, (5,) if number < 2 else ()) for number in range(11)
    ]
    network = Network.of(parties, "payer")
    assert (len(network.parties), network.more, len(network.others), len(network.meetings)) == (8, 3, 1, 2)
    widths = [float(line.width) for line in network.lines]
    assert widths == sorted(widths, reverse=True)


def test_accounts_of_one_party_are_one_dot_and_lead_to_the_same_leads():
    leads, payments = sample()
    payer = leads[0]
    own = payments.filter(lead_id=payer.lead_id)
    first, second = own["beneficiary_id"].unique().sort()[:2]
    entity = pl.when(pl.col("beneficiary_id") == second).then(pl.lit(first)).otherwise("beneficiary_id")
    joined = with_entities(payments.with_columns(beneficiary_entity=entity))
    shield = Shield.of(leads, payments)

    def dots(frame):
        every = with_entities(frame)
        return counterparties(payer, every.filter(lead_id=payer.lead_id), meetings(leads, every), shield)

    apart = {party.identifier: party for party in dots(payments)}
    together = {party.identifier: party for party in dots(joined)}
    assert set(apart) - set(together) == {second}
    assert together[first].payments == apart[first].payments + apart[second].payments
    assert together[first].label.startswith(f"{first} +1")
