"""Every measure has payments at which it fires, payments at which it does not, and abstains where it cannot say."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import cases_of_company
import cases_of_sums_and_times
import cases_of_words_and_ages
import polars as pl
import pytest
from case import Case, band, renamed
from described import Payment, Values, measured, rates, table_of

from tanglaw.common.roles import Role
from tanglaw.engines.engine import choose
from tanglaw.measures.catalogue import MEASURES, of_role
from tanglaw.measures.intake import take_in
from tanglaw.measures.measure import Measure
from tanglaw.measures.measuring import measure
from tanglaw.measures.rows import Enrichment

CASES = (*cases_of_sums_and_times.CASES, *cases_of_words_and_ages.CASES, *cases_of_company.CASES)
BY_KEY: dict[str, Measure] = {f"{measure.role}-{measure.id}": measure for measure in MEASURES}

every_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.key)


def people(kind: str) -> list[Payment]:
    chosen = {
        "fires": lambda case: case.fires[0],
        "quiet": lambda case: case.quiet[0],
        "few": lambda case: case.few or (),
    }[kind]
    return [payment for case in CASES for payment in renamed(chosen(case), case.key)]


@cache
def values(kind: str) -> dict[str, Values]:
    """All cases of one kind measured at once, each with people of its own."""
    found = measured(people(kind))
    return {case.key: found[case.role, f"{case.key}/{case.subject}"] for case in CASES if kind != "few" or case.few}


def test_every_measure_has_one_case() -> None:
    keys = [case.key for case in CASES]
    assert sorted(keys) == sorted(BY_KEY), "a new measure needs a case that fires, one that does not, one that abstains"


@every_case
def test_fires(case: Case) -> None:
    assert values("fires")[case.key][case.measure] == pytest.approx(case.fires[1], rel=1e-5, abs=1e-6)


@every_case
def test_does_not_fire(case: Case) -> None:
    assert values("quiet")[case.key][case.measure] == pytest.approx(case.quiet[1], rel=1e-5, abs=1e-6)


@every_case
def test_the_two_fall_in_different_bands(case: Case) -> None:
    measure = BY_KEY[case.key]
    assert band(measure, case.fires[1]) != band(measure, case.quiet[1])


@pytest.mark.parametrize("case", [case for case in CASES if case.few], ids=lambda case: case.key)
def test_abstains_on_too_little(case: Case) -> None:
    assert values("few")[case.key][case.measure] is None


def taken_in(folder: Path, drop: tuple[str, ...]) -> dict[Role, pl.DataFrame]:
    """All cases that fire, measured from a file without some columns."""
    table_of(people("fires"), drop).write_parquet(folder / "payments.parquet")
    (folder / "work").mkdir()
    intake = take_in([folder / "payments.parquet"], folder / "work", Enrichment(rates()), buckets=2)
    found = measure(intake, choose("local"), folder / "work")
    return {"originator": found.payers, "beneficiary": found.receivers}


@pytest.mark.parametrize("needs", sorted({one.needs for one in MEASURES if one.needs}), ids="-".join)
def test_abstains_for_everybody_without_its_columns_and_only_then(tmp_path: Path, needs: tuple[str, ...]) -> None:
    tables = taken_in(tmp_path, needs)
    silent = {
        f"{role}-{one.id}" for role, table in tables.items() for one in of_role(role) if table[one.id].is_null().all()
    }
    assert silent >= {key for key, one in BY_KEY.items() if one.needs and set(one.needs) <= set(needs)}
    assert not {key for key in silent if set(BY_KEY[key].needs).isdisjoint(needs)}


@pytest.mark.parametrize("missing", ["originator_name", "beneficiary_name"])
def test_kinship_abstains_when_one_side_has_no_names(tmp_path: Path, missing: str) -> None:
    assert taken_in(tmp_path, (missing,))["originator"]["unrelated_receivers"].is_null().all()
