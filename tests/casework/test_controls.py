"""Control characters in imported text: nothing fails, nothing is lost, and it is said."""

from __future__ import annotations

import json

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tanglaw.casework.decisions.deciding import Wish, propose
from tanglaw.casework.decisions.outcomes import outcomes
from tanglaw.casework.intake.content import unpack
from tanglaw.casework.intake.controls import meant, pictured
from tanglaw.casework.models import Lead, Run

from .conftest import bring_in
from .runs import write_run

SUBJECT = "S\x00-1"


@pytest.fixture
def odd_run(tmp_path):
    """A run whose first lead has NUL and other control characters wherever a text can stand."""
    folder = write_run(tmp_path / "odd")
    leads = pl.read_parquet(folder / "leads.parquet")
    first = leads.row(0, named=True)
    role, lead_id = first["role"], first["lead_id"]
    here = pl.col("lead_id") == lead_id
    leads = leads.with_columns(
        entity_id=pl.when(here).then(pl.lit(SUBJECT)).otherwise("entity_id"),
        subject_ids=pl.when(here).then(pl.lit([SUBJECT])).otherwise("subject_ids"),
        corridor=pl.when(here).then(pl.lit("A\x00U→PH")).otherwise("corridor"),
        names=pl.when(here).then(pl.lit(["Mia\x1b[31m\x00"])).otherwise("names"),
        protect=pl.when(here).then(True).otherwise("protect"),
    )
    leads.write_parquet(folder / "leads.parquet")
    payments = pl.read_parquet(folder / "lead_payments.parquet").with_columns(
        reference=pl.when(here).then(pl.lit("gift\x00\x07\tfor\nyou")).otherwise("reference"),
        **{f"{role}_id": pl.when(here).then(pl.lit(SUBJECT)).otherwise(f"{role}_id"),
           f"{role}_name": pl.when(here).then(pl.lit("Mia\x00")).otherwise(f"{role}_name")},
    )  # fmt: skip
    payments.write_parquet(folder / "lead_payments.parquet")
    run = json.loads((folder / "run.json").read_text())
    (folder / "run.json").write_text(json.dumps(run | {"notes": [{"text": "a\x00b"}]}))
    return folder, lead_id


def test_a_run_with_control_characters_comes_in_whole_and_says_so(workspace, odd_run, person):
    folder, lead_id = odd_run
    done = bring_in(folder)
    assert done.run.found == Lead.objects.count()
    lead = Lead.objects.get(lead_id=lead_id)
    assert lead.subject == "S␀-1"
    assert lead.corridor == "A␀U→PH"
    assert "S␀-1" in {one.party for one in lead.appearances.filter(own=True)}
    _, payments = unpack(lead.versions.get().content, 1)
    assert set(payments["reference"]) == {"gift\x00\x07\tfor\nyou"}, "what a payer wrote is kept verbatim"
    assert set(payments[f"{lead.role}_name"]) == {"Mia␀"}
    notes = Run.objects.get().account["notes"]
    assert notes[0] == {"text": "a␀b"}
    assert "fields held control characters" in notes[1]["text"]
    reviewer = person("reviewer")
    assert "S␀-1" in reviewer.client.get(f"/leads/{lead_id}").content.decode()
    assert "held control characters" in reviewer.client.get("/runs").content.decode()
    assert bring_in(folder).again


def test_the_outcome_names_the_account_as_the_payments_do(filled, odd_run, person):
    folder, lead_id = odd_run
    Run.objects.update(period_to=None)
    bring_in(folder)
    analyst = person("analyst")
    lead = Lead.objects.get(lead_id=lead_id)
    propose(
        lead_id,
        lead.revision,
        analyst.user,
        analyst.who,
        Wish("dismiss", "Her own family.", explanation="nothing_found"),
    )
    assert SUBJECT in {account for _, account, *_ in outcomes()}


@given(st.text())
def test_nothing_that_a_database_refuses_is_left_and_nothing_is_lost(text):
    shown = pictured(text)
    assert "\x00" not in shown
    assert len(shown) == len(text)
    assert meant(shown) == meant(text)
    if not any("␀" <= letter <= "␡" for letter in text):
        assert meant(shown) == text
