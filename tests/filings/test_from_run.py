"""From a practice world's run to a dossier and its files: everything on record is there, and the words are as reviewed."""

from __future__ import annotations

import json
import stat
from datetime import UTC, date
from pathlib import Path

import polars as pl
import pytest
from tests.filings.invented import dossier, payer, payment, receiver
from typer.testing import CliRunner

from tanglaw.cli.main import build
from tanglaw.common.errors import UsageError
from tanglaw.filings.dossier.completeness import completeness
from tanglaw.filings.dossier.files import from_json, to_json
from tanglaw.filings.dossier.from_run import dossier_from_run
from tanglaw.filings.dossier.labels import labels_for, minor
from tanglaw.filings.dossier.narrative import Narrative, Section
from tanglaw.filings.dossier.urgency import urgency
from tanglaw.filings.pack.archive import unpack
from tanglaw.filings.pack.verifying import verify
from tanglaw.filings.profiles.loading import load_filer, load_profile, names
from tanglaw.filings.profiles.practice import write_practice_filer
from tanglaw.leads.files import read_leads

DAY = date(2026, 1, 15)


@pytest.fixture(scope="session")
def leads(results):
    found = read_leads(results)
    assert found
    return found


def test_every_payment_and_identifier_on_record_is_in_the_dossier(results, leads):
    behind = pl.read_parquet(results / "lead_payments.parquet")
    for lead in leads:
        one = dossier_from_run(results, lead.lead_id, dated=DAY)
        rows = behind.filter(lead_id=lead.lead_id).sort("executed_at", "payment_id").to_dicts()
        assert [p.payment_id for p in one.payments] == [row["payment_id"] for row in rows]
        for payment_, row in zip(one.payments, rows, strict=True):
            assert payment_.at == row["executed_at"].astimezone(UTC)
            assert payment_.sent.amount == row["amount"]
            assert payment_.reference == row["reference"]
            if row["originator_local"] is not None:
                assert payment_.payer_local.replace(tzinfo=None) == row["originator_local"]
                assert payment_.payer_local == payment_.at
            for side, party in (
                ("originator", one.party(payment_.payer)),
                ("beneficiary", one.party(payment_.receiver)),
            ):
                assert row[f"{side}_id"] in party.ids
                assert not row[f"{side}_name"] or row[f"{side}_name"] in party.names
                assert not row[f"{side}_phone"] or row[f"{side}_phone"] in party.phones
                assert not row[f"{side}_account"] or row[f"{side}_account"] in {a.number for a in party.accounts}
        assert set(one.the_subject.ids) <= set(lead.subject_ids)
        assert one.the_subject.protected == (lead.protect or minor(one.the_subject, rows[0]["executed_at"].date()))
        assert one.origin.payments_recorded == lead.payments
        assert from_json(to_json(one)) == one


def test_the_reasons_are_the_leads_own(results, leads):
    for lead in leads:
        said = dossier_from_run(results, lead.lead_id, dated=DAY).assessment
        assert [one.weight for one in said.reasons] == [one.weight for one in lead.reasons]
        assert said.log_odds == lead.log_odds
        assert said.pattern_sha256
        if said.ordinary:
            assert all(one.weight > 0 and one.pattern > one.ordinary for one in said.ordinary.why_not)
            assert all(one.weight < 0 for one in said.ordinary.why)


def test_the_counterparties_counterparties_are_there_and_never_the_subject(results, leads):
    met = 0
    for lead in leads:
        one = dossier_from_run(results, lead.lead_id, dated=DAY)
        for tie in one.ties:
            met += 1
            assert tie.other != one.subject
            assert one.party(tie.counterparty) in one.counterparties
    assert met


def test_no_narrative_uses_a_word_that_accuses(results, leads):
    for lead in leads:
        one = dossier_from_run(results, lead.lead_id, dated=DAY)
        text = one.narrative.text()
        assert {section.topic for section in one.narrative.draft} >= {
            "who",
            "what",
            "when",
            "where",
            "how",
            "suspicion",
        }
        for word in ("offen" + "der", "guil" + "ty", "crimi" + "nal", "victim of " + "his"):
            assert word not in text.casefold()
        if one.the_subject.protected:
            assert "do not contact them" in text
            assert "subject of review (p" not in text.casefold()


def test_a_lead_is_found_by_id_rank_and_subject_and_otherwise_said(results, leads):
    lead = leads[0]
    by_id = dossier_from_run(results, lead.lead_id, dated=DAY)
    assert dossier_from_run(results, str(lead.rank), dated=DAY) == by_id
    if sum(lead.entity_id in other.subject_ids for other in leads) == 1:
        assert dossier_from_run(results, lead.entity_id, dated=DAY) == by_id
    with pytest.raises(UsageError, match="no lead L-nothing"):
        dossier_from_run(results, "L-nothing", dated=DAY)
    with pytest.raises(UsageError, match="found no leads"):
        dossier_from_run(results.parent, "1", dated=DAY)


@pytest.mark.parametrize("form", ["goaml", "fincen", "pack", "str", "dossier"])
def test_the_command_makes_the_same_bytes_each_time(results, tmp_path, form, golden):
    filer = write_practice_filer(tmp_path)
    made = []
    for number in (1, 2):
        out = tmp_path / str(number)
        done = CliRunner().invoke(
            build(), ["file", str(results), "1", "--as", form, "--filer", str(filer), "--dated", "2026-01-15", "--out", str(out)]
        )  # fmt: skip
        assert done.exit_code == 0, (done.output, done.exception)
        assert "Complete:" in done.stdout
        assert {stat.S_IMODE(path.stat().st_mode) for path in out.iterdir()} == {0o600}
        made.append({path.name: path.read_bytes() for path in sorted(out.iterdir())})
    assert made[0] == made[1]
    if form in {"goaml", "fincen"}:
        golden(f"filings/practice-{form}.xml", next(data for n, data in made[0].items() if n.endswith(".xml")).decode())
    if form == "pack":
        (path,) = (tmp_path / "1").iterdir()
        assert verify(path).intact
        said = json.loads(unpack(path.read_bytes())["evidence.json"])["dossier"]
        golden("filings/practice-narrative.txt", "\n\n".join(one["text"] for one in said["narrative"]["draft"]) + "\n")


def test_an_edited_dossier_is_filed_and_its_draft_kept(results, tmp_path):
    one = dossier_from_run(results, "1", dated=DAY, filer=load_filer(write_practice_filer(tmp_path)))
    words = (Section(topic="who", text="A person wrote this."),)
    edited = one.model_copy(
        update={
            "narrative": Narrative(
                draft=one.narrative.draft, edited=words, edited_by="Ada", edited_at=one.payments[0].at
            )
        }
    )
    path = tmp_path / "edited.json"
    path.write_text(to_json(edited), encoding="utf-8")
    done = CliRunner().invoke(build(), ["file", str(path), "--as", "goaml", "--out", str(tmp_path / "out"), "--json"])
    assert done.exit_code == 0, done.output
    said = json.loads(done.stdout)
    xml = Path(said["files"][0]).read_text(encoding="utf-8")
    assert "A person wrote this." in xml
    assert "narrative" in {item["id"] for item in said["completeness"]["missing"]}
    assert from_json(path.read_bytes()).narrative.draft == one.narrative.draft


def test_a_refused_report_writes_nothing_and_says_why(results, tmp_path):
    out = tmp_path / "out"
    done = CliRunner().invoke(
        build(), ["file", str(results), "1", "--as", "goaml", "--profile", "goaml-ae", "--out", str(out)]
    )
    assert done.exit_code != 0
    assert "filer: found nothing" in str(done.exception)
    assert not out.exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--as", "telex"], "expected one of goaml"), (["--profile", "nobody"], "expected the path of a TOML file"),
        (["--as", "goaml", "--profile", "str-au"], "for --as str"), (["--dated", "soon"], "YYYY-MM-DD"),
        (["--as", "goaml", "--about", "weather"], "transactions or activity"),
    ],
)  # fmt: skip
def test_bad_usage_is_said(results, tmp_path, words, said):
    done = CliRunner().invoke(build(), ["file", str(results), "1", "--out", str(tmp_path / "o"), *words])
    assert isinstance(done.exception, UsageError)
    assert said in str(done.exception)


def test_every_shipped_profile_loads_says_its_sources_and_that_it_is_not_verified():
    assert {"goaml-generic", "goaml-ae", "goaml-de", "fincen-sar", "str-generic", "str-au", "str-ph"} == set(names())
    for name in names():
        profile = load_profile(name)
        assert profile.id == name
        assert profile.verified or profile.unverified
        assert profile.deadline is not None
        assert profile.deadline.source


def test_a_profile_extends_another_and_its_faults_come_at_once(tmp_path):
    own = tmp_path / "own.toml"
    own.write_text('extends = "goaml-generic"\nid = "own"\ntitle = "Ours"\n[goaml]\nlocal_currency = "NZD"\n')
    profile = load_profile(str(own))
    assert (profile.goaml.local_currency, profile.goaml.unknown, profile.form) == ("NZD", "-", "goaml")
    own.write_text('extends = "goaml-generic"\nid = 5\nform = "fax"\ncolour = "blue"\n')
    with pytest.raises(Exception, match=r"(?s)id.*form.*colour|colour"):
        load_profile(str(own))
    own.write_text(f'extends = "{own}"\n')
    with pytest.raises(UsageError, match="circle"):
        load_profile(str(own))
    own.write_text("nonsense")
    with pytest.raises(UsageError, match="no TOML"):
        load_profile(str(own))


def test_completeness_and_urgency_are_apart():
    poor = dossier(parties=(payer(names=(), phones=(), emails=(), addresses=(), devices=()), receiver()), ties=(), circles=(),
                   filer=None)  # fmt: skip
    full = dossier()
    assert completeness(poor).score < completeness(full).score
    assert urgency(poor) == urgency(full)
    assert {"subject_name", "subject_contact", "filer", "circle"} <= {item.id for item in completeness(poor).missing}
    assert all(0 <= item.share <= 1 for item in completeness(full).items)


def test_cut_payments_are_named():
    origin = dossier().origin.model_copy(update={"payments_recorded": 3_000})
    missing = {item.id: item.missing for item in completeness(dossier(origin=origin)).missing}
    assert "cut off" in missing["every_payment"]


def test_an_extorted_child_makes_it_urgent_and_carries_both_labels():
    child = payer(birth_date=date(2010, 3, 9), birth_year=2010)
    day = payment(0).at.date()
    assert minor(child, day)
    assert not minor(payer(birth_date=date(2007, 3, 8)), day)
    assert not minor(payer(birth_date=None, birth_year=None), day)
    codes = [label.code for label in labels_for("extortion_victim", [child], day)]
    assert codes[:2] == ["FIN-2025-SEXTORTION", "OCSE-FIN-2021-NTC3"]
    assert [label.code for label in labels_for("extortion_victim", [payer()], day)] == ["FIN-2025-SEXTORTION"]
    assert urgency(dossier(parties=(child, receiver()), ties=(), circles=())).word == "high"
