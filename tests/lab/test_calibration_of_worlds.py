"""What is published must come out of a practice world, measured on the payments that are written."""

from __future__ import annotations

import polars as pl
import pytest


@pytest.fixture(scope="module")
def purchases(rich) -> pl.DataFrame:
    return rich.of("livestream_purchase", "facilitation")


@pytest.fixture(scope="module")
def demands(rich) -> pl.DataFrame:
    return rich.of("extortion_victim", "extortion_collection").sort("executed_at")


def test_three_in_a_hundred_make_half_of_the_payments(purchases):
    counts = purchases.group_by("payer").len()["len"].sort(descending=True)
    few, many = round(len(counts) * 0.03), round(len(counts) * 0.25)
    assert counts.head(few).sum() / counts.sum() == pytest.approx(0.50, abs=0.03)
    assert counts.tail(many).sum() / counts.sum() == pytest.approx(0.03, abs=0.01)
    assert counts.mean() == pytest.approx(10.6, abs=1.5)


def test_the_median_payment_is_about_51_australian_dollars(purchases):
    assert purchases["usd"].median() / 0.66 == pytest.approx(51, abs=7)
    assert (purchases["usd"] / 0.66).is_between(10, 500).mean() > 0.9


def test_prolific_payers_pay_under_55_and_more_often_than_every_twenty_days(purchases):
    prolific = (
        purchases.sort("executed_at")
        .group_by("payer")
        .agg(n=pl.len(), median=pl.col("usd").median(), gap=pl.col("executed_at").diff().dt.total_hours().median() / 24)
        .filter(pl.col("n") > 40)
    )
    assert prolific.height >= 3
    assert prolific["gap"].max() < 20
    assert prolific["median"].median() / 0.66 < 55


def test_purchasers_are_27_to_82_mostly_in_their_fifties_and_sixties(purchases):
    ages = (
        purchases.group_by("payer")
        .agg(age=(pl.col("executed_at").dt.year() - pl.col("originator_birth_year")).first())["age"]
        .drop_nulls()
    )
    assert ages.min() >= 26
    assert ages.max() <= 85
    assert ages.is_between(50, 69).mean() > 0.5


def test_sums_rise_as_gaps_shorten_for_a_part(purchases):
    halves = (
        purchases.sort("executed_at")
        .with_columns(late=pl.int_range(pl.len()).over("payer") * 2 >= pl.len().over("payer"))
        .filter(pl.len().over("payer") >= 6)
        .group_by("payer")
        .agg(
            rise=pl.col("usd").filter("late").median() / pl.col("usd").filter(~pl.col("late")).median(),
            gap_late=pl.col("executed_at").filter("late").diff().dt.total_hours().mean(),
            gap_early=pl.col("executed_at").filter(~pl.col("late")).diff().dt.total_hours().mean(),
        )
    )
    both = halves.filter((pl.col("rise") > 1.2) & (pl.col("gap_late") < pl.col("gap_early")))
    assert 0.2 < both.height / halves.height < 0.8


def test_households_are_paid_by_unrelated_payers_of_several_countries(purchases):
    shared = purchases.group_by("receiver").agg(pl.col("payer", "originator_country").n_unique())
    assert (shared["payer"] >= 2).mean() > 0.4
    assert (shared["originator_country"] >= 2).mean() > 0.3


def test_first_demands_are_mostly_under_250_euros_and_all_under_1500(demands):
    sums = demands.group_by("payer", maintain_order=True).agg(first=pl.col("usd").first(), total=pl.col("usd").sum())
    assert (sums["first"] < 250 * 1.08).mean() > 0.85
    assert sums["total"].max() < 1_500 * 1.08 * 1.1


def test_extortion_is_a_burst_that_stops_and_comes_back_for_27_in_a_hundred(demands):
    days = (
        demands.filter(pl.col("payer_variant") != "drawn_out")
        .group_by("payer")
        .agg(
            span=(pl.col("executed_at").max() - pl.col("executed_at").min()).dt.total_hours() / 24,
            longest=pl.col("executed_at").sort().diff().dt.total_hours().max() / 24,
        )
    )
    assert days["span"].median() < 3
    assert (days["longest"].fill_null(0) > 4).mean() == pytest.approx(0.27, abs=0.08)


def test_most_extortion_victims_are_children_or_young_adults(demands):
    ages = (demands["executed_at"].dt.year() - demands["originator_birth_year"]).drop_nulls()
    assert ages.is_between(13, 18).mean() > 0.4
    assert ages.max() <= 32


def test_material_is_bought_for_5_to_50_dollars_from_one_vendor_again(rich):
    bought = rich.of("material_purchase", "material_vendor")
    assert bought["usd"].is_between(4, 60).mean() > 0.95
    first = bought.group_by("payer", "receiver").len().group_by("payer").agg(pl.col("len").max() / pl.col("len").sum())
    assert first["len"].mean() > 0.6


def test_family_support_is_about_200_dollars_at_a_time(rich):
    sent = rich.of("family_support", "family_receiver")
    assert sent["usd"].median() == pytest.approx(180, abs=45)


def test_minors_who_are_paid_are_minors(rich):
    paid = rich.joined.filter(pl.col("receiver_kind") == "minor_recipient")
    ages = (paid["executed_at"].dt.year() - paid["beneficiary_birth_year"]).drop_nulls()
    assert ages.max() <= 20
    assert ages.median() <= 17
