"""Known outcomes: read strictly, believed, and passed on to those who pay or are paid, and to nobody else."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from tanglaw.common.errors import FaultsError
from tanglaw.lab import worlds
from tanglaw.leads import role_scoring
from tanglaw.leads.detection import detect
from tanglaw.leads.known import read_known
from tanglaw.measures import catalogue
from tanglaw.patterns.loading import LIBRARY, load


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> worlds.World:
    return worlds.simulate(tmp_path_factory.mktemp("known"), 1500, 12, 5, prevalence=0.01)


def _faults(path: Path) -> str:
    with pytest.raises(FaultsError) as raised:
        read_known(path, load([LIBRARY], catalogue.bands()))
    return str(raised.value)


def test_every_fault_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "known.csv"
    path.write_text(
        "role,subject_id,pattern,outcome\n"
        "beneficiary,R1,facilitation,confirmed\n"
        "beneficiary,R2,facilitatoin,perhaps\n"
        "beneficiary,R1,facilitation,dismissed\n"
    )
    said = _faults(path)
    assert "known.csv:3: found the outcome 'perhaps'" in said
    assert "Did you mean facilitation?" in said
    assert "known.csv:4: found R1 both confirmed and dismissed as facilitation" in said


def test_what_a_dismissed_subject_was_instead_is_checked_too(tmp_path: Path) -> None:
    path = tmp_path / "known.csv"
    path.write_text(
        "role,subject_id,pattern,outcome,explanation\n"
        "originator,P1,livestream_purchase,confirmed,family_support\n"
        "originator,P2,livestream_purchase,dismissed,famly_support\n"
        "originator,P3,livestream_purchase,dismissed,facilitation\n"
        "originator,P4,livestream_purchase,dismissed,extortion_victim\n"
        "originator,P4,extortion_victim,dismissed,\n"
    )
    said = _faults(path)
    assert "known.csv:2: found the explanation 'family_support' of a confirmed subject" in said
    assert "known.csv:3: found the explanation of this role 'famly_support'" in said
    assert "Did you mean family_support?" in said
    assert "known.csv:4: found the explanation of this role 'facilitation'" in said
    assert "known.csv:6: found P4 both confirmed and dismissed as extortion_victim" in said


def test_dismissed_as_something_is_confirmed_as_that(tmp_path: Path) -> None:
    path = tmp_path / "known.csv"
    path.write_text(
        "role,subject_id,pattern,outcome,explanation\n"
        "originator,P1,livestream_purchase,dismissed,family_support\n"
        "originator,P2,livestream_purchase,dismissed,\n"
    )
    known = read_known(path, load([LIBRARY], catalogue.bands()))
    ids = pl.Series(["P0", "P1", "P2"])
    assert known.rows("originator", "family_support", "confirmed", ids) == [1]
    assert known.rows("originator", "livestream_purchase", "dismissed", ids) == [1, 2]
    assert known.rows("originator", "livestream_purchase", "confirmed", ids) == []


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"role,subject\na,b\n", b'role,subject_id\n"open'])
def test_hostile_files_are_refused_plainly(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "known.csv"
    path.write_bytes(content)
    assert "The known outcomes cannot be used." in _faults(path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert "no such file" in _faults(tmp_path / "none.csv")


def _by_party(payments: pl.DataFrame, run: Path) -> pl.DataFrame:
    """Put the party in the place of each of its accounts: who pays whom as the run counted it."""
    accounts = pl.read_parquet(run / "measures.parquet").select("role", "subject_id", "entity_id").unique()
    for role in ("originator", "beneficiary"):
        party = accounts.filter(role=role).select(pl.col("subject_id").alias(f"{role}_id"), pl.col("entity_id"))
        payments = (
            payments.join(party, on=f"{role}_id", how="inner", validate="m:1")
            .drop(f"{role}_id")
            .rename({"entity_id": f"{role}_id"})
        )
    return payments


@pytest.fixture(scope="module")
def aliases(tmp_path_factory: pytest.TempPathFactory) -> worlds.World:
    return worlds.simulate(tmp_path_factory.mktemp("aliases"), 1500, 12, 7, prevalence=0.01, kind="aliases")


def _paid_elsewhere(payments: pl.DataFrame, measured: pl.DataFrame, run: Path) -> pl.Series:
    """Receivers' accounts of households that more people pay than this account has payers' accounts."""
    payers = pl.col("originator_id").n_unique()
    own = payments.group_by(subject_id="beneficiary_id").agg(own=payers)
    household = _by_party(payments, run).group_by(entity_id="beneficiary_id").agg(household=payers)
    accounts = (
        measured.select("subject_id", "entity_id")
        .unique(maintain_order=True)
        .join(own, on="subject_id")
        .join(household, on="entity_id")
    )
    return accounts.filter(pl.col("household") > pl.col("own"))["subject_id"]


@pytest.mark.parametrize("identities", [False, True])
def test_a_confirmed_receiver_raises_her_payers_and_nobody_else(
    world: worlds.World, aliases: worlds.World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, identities: bool
) -> None:
    """Joined accounts stand for her household: one of them is confirmed, and all of its payers hear of it.

    Of households that somebody pays under another account only, the one least suspected: of who was a lead already a
    confirmation says little new.
    """
    world = aliases if identities else world
    payments = pl.read_parquet(world.payments_path)
    detect([world.payments_path], tmp_path / "before", identities=identities)
    measured = pl.read_parquet(tmp_path / "before" / "measures.parquet").filter(role="beneficiary")
    truth = pl.read_parquet(world.truth_path).filter(pl.col("pattern") == "facilitation")
    receiver = truth["subject_id"][0]
    if identities:
        several = _paid_elsewhere(payments, measured, tmp_path / "before")
        suspected = pl.read_parquet(tmp_path / "before" / "scores.parquet").filter(
            pl.col("subject_id").is_in(several.implode()), role="beneficiary", pattern="facilitation"
        )
        suspected = suspected.join(truth, on="subject_id", how="semi")
        receiver = suspected.sort("log_odds", "subject_id")["subject_id"][0]
    pl.DataFrame(
        {"role": ["beneficiary"], "subject_id": [receiver], "pattern": ["facilitation"], "outcome": ["confirmed"]}
    ).write_parquet(tmp_path / "known.parquet")
    found = detect([world.payments_path], tmp_path / "after", known=tmp_path / "known.parquet", identities=identities)
    scores = [
        pl.read_parquet(tmp_path / name / "scores.parquet").filter(pl.col("pattern") == "livestream_purchase")
        for name in ("before", "after")
    ]
    payments = _by_party(payments, tmp_path / "before")
    household = measured.filter(subject_id=receiver)["entity_id"][0]
    payers = payments.filter(pl.col("beneficiary_id") == household)["originator_id"].unique()
    if identities:
        own = pl.read_parquet(world.payments_path).filter(pl.col("beneficiary_id") == receiver)["originator_id"]
        assert payers.len() > own.n_unique(), "nobody pays her under another account: nothing is tried of joining"
    moved = (
        scores[0]
        .join(scores[1], on="subject_id", suffix="_after")
        .select(subject_id="entity_id", by=pl.col("log_odds_after") - pl.col("log_odds"))
    )
    hers = pl.col("subject_id").is_in(payers.implode())
    assert moved.filter(hers)["by"].min() > 1.0
    # Nobody else's: who shares a receiver with one of them may hear of it, by less; all others stay where they were.
    theirs = payments.filter(pl.col("originator_id").is_in(payers.implode()))["beneficiary_id"].unique()
    near = payments.filter(pl.col("beneficiary_id").is_in(theirs.implode()))["originator_id"].unique()
    heard = pl.col("subject_id").is_in(near.implode())
    assert (moved.filter(~hers & heard)["by"].max() or 0.0) < moved.filter(hers)["by"].min()
    # A confirmed subject also counts as one in thirty-one of what is expected of facilitation at large: who has nothing
    # to do with her moves by so little, and not at all where nothing is learned of her.
    assert moved.filter(~heard)["by"].abs().max() < moved.filter(hers)["by"].min() / 10
    monkeypatch.setattr(role_scoring, "counted", lambda _evidence, _confirmed: {})
    detect([world.payments_path], tmp_path / "unlearned", known=tmp_path / "known.parquet", identities=identities)
    unlearned = pl.read_parquet(tmp_path / "unlearned" / "scores.parquet").filter(pattern="livestream_purchase")
    stirred = (
        scores[0]
        .join(unlearned, on="subject_id", suffix="_after")
        .select(subject_id="entity_id", by=pl.col("log_odds_after") - pl.col("log_odds"))
    )
    assert stirred.filter(hers)["by"].min() > 1.0
    assert stirred.filter(~heard)["by"].abs().max() < 0.01

    lead = next(lead for lead in found.leads if receiver in lead.subject_ids and lead.pattern == "facilitation")
    assert any("An earlier review confirmed this subject" in reason.text for reason in lead.reasons)
    parts = lead.prior + sum(r.weight for r in (*lead.reasons, *lead.against)) - lead.competition
    assert lead.log_odds == pytest.approx(parts, abs=1e-9)


def test_a_dismissed_subject_is_no_lead(world: worlds.World, tmp_path: Path) -> None:
    first = detect([world.payments_path], tmp_path / "before").leads[0]
    (tmp_path / "known.csv").write_text(
        f"role,subject_id,pattern,outcome\n{first.role},{first.subject_ids[0]},{first.pattern},dismissed\n"
    )
    after = detect([world.payments_path], tmp_path / "after", known=tmp_path / "known.csv")
    assert first.lead_id not in {lead.lead_id for lead in after.leads}
