"""A receiver who may be a minor and sells pictures of themselves: a possible victim through and through."""

from __future__ import annotations

import shutil
from datetime import date

import polars as pl
import pytest

from tanglaw.filings.dossier.completeness import completeness
from tanglaw.filings.dossier.from_run import dossier_from_run
from tanglaw.filings.dossier.urgency import urgency

DAY = date(2026, 1, 15)
TITLE = "Self-produced material bought from a domestic minor, receiving side"


@pytest.fixture(scope="module")
def recipient(results, tmp_path_factory):
    """The practice run with the lead of a receiver whom no minor pays made that of a minor who is paid for pictures."""
    folder = shutil.copytree(results, tmp_path_factory.mktemp("minor") / "results")
    leads = pl.read_parquet(folder / "leads.parquet")
    lead = leads.filter(role="beneficiary", pattern="facilitation").row(0, named=True)
    here = pl.col("lead_id") == lead["lead_id"]
    said = {
        "pattern": "minor_recipient", "pattern_title": TITLE, "protect": True,
        "account_holder": "receiver: a victim, and a minor", "urgency": 0.2,
    }  # fmt: skip
    changed = {name: pl.when(here).then(pl.lit(value)).otherwise(pl.col(name)) for name, value in said.items()}
    leads.with_columns(**changed).select(leads.columns).cast(dict(leads.schema)).write_parquet(folder / "leads.parquet")
    rows = pl.read_parquet(folder / "lead_payments.parquet")
    year = int(rows.filter(here)["executed_at"].min().year) - 15
    young = pl.when(here).then(pl.lit(year)).otherwise(pl.col("beneficiary_birth_year"))
    rows = rows.with_columns(young.cast(rows.schema["beneficiary_birth_year"]).alias("beneficiary_birth_year"))
    rows.write_parquet(folder / "lead_payments.parquet")
    return folder, lead["lead_id"]


def test_the_account_holder_is_protected_and_stands_at_risk(recipient):
    folder, lead = recipient
    one = dossier_from_run(folder, lead, dated=DAY)
    subject = one.the_subject
    assert (one.side, subject.side) == ("beneficiary", "beneficiary")
    assert (subject.standing, subject.protected) == ("possible victim", True)
    assert subject.protected_because == "a victim, and a minor; under 18 by the records"
    assert [risk.who for risk in one.at_risk] == ["the account holder, who may be a minor"]
    assert all(party.standing != "possible victim" for party in one.parties if party.side == "originator")


def test_it_is_urgent_though_the_lead_alone_was_not(recipient):
    folder, lead = recipient
    one = dossier_from_run(folder, lead, dated=DAY)
    assert one.assessment.urgency == 0.2
    assert urgency(one).word == "high"


def test_the_narrative_never_makes_them_the_subject_of_review(recipient):
    folder, lead = recipient
    one = dossier_from_run(folder, lead, dated=DAY)
    text = " ".join(section.text for section in one.narrative.draft)
    assert "the account holder, who may be a minor" in text
    who = next(section.text for section in one.narrative.draft if section.topic == "who")
    assert who.startswith("Possible victim (receiver): ")
    assert "must be protected; do not contact them" in who
    assert "subject of review" not in text.casefold()
    assert completeness(one).score > 0
