"""A filing about several leads: everybody and every payment once, each lead's reasons its own, in every form."""

from __future__ import annotations

import json
from datetime import date
from itertools import combinations

import jsonschema
import pytest
from lxml import etree
from tests.filings.invented import dossier, matter, of_two_leads, payer, receiver
from typer.testing import CliRunner

from tanglaw.cli.main import build
from tanglaw.common.errors import UsageError
from tanglaw.filings.dossier.completeness import completeness
from tanglaw.filings.dossier.drafting import draft
from tanglaw.filings.dossier.files import from_json, to_json
from tanglaw.filings.dossier.from_run import dossier_from_run, dossier_of
from tanglaw.filings.dossier.redacting import redact
from tanglaw.filings.dossier.run_folder import read_run
from tanglaw.filings.dossier.run_material import materials, run_of
from tanglaw.filings.dossier.same_party import SameParty
from tanglaw.filings.dossier.urgency import urgency
from tanglaw.filings.fincen.parties import subjects
from tanglaw.filings.fincen.sar import sar
from tanglaw.filings.generic.rendering import generic
from tanglaw.filings.generic.report import json_schema
from tanglaw.filings.generic.table import matters_of
from tanglaw.filings.goaml.report import goaml
from tanglaw.filings.pack.case_uco import case_jsonld
from tanglaw.filings.pack.report import report_html
from tanglaw.filings.profiles.loading import load_profile
from tanglaw.filings.profiles.practice import write_practice_filer
from tanglaw.filings.submission import machine
from tanglaw.filings.submission.store import Store
from tanglaw.leads.files import read_leads
from tanglaw.payments.rates import Rates

DAY = date(2026, 1, 15)
GOAML, SAR, STR = (load_profile(name) for name in ("goaml-generic", "fincen-sar", "str-generic"))
RATES = Rates.load()
IDS = {"ein": "123456789", "transmitter_control_code": "PBSA0001", "transmitter_ein": "123456789", "regulator": "7",
       "institution_type": "4", "goaml_rentity_id": "1234"}  # fmt: skip


@pytest.fixture(scope="module")
def pair(results):
    """Two leads of one run that share payments."""
    held = {lead.lead_id: set(lead.payment_ids) for lead in read_leads(results)}
    return next(two for two in combinations(held, 2) if held[two[0]] & held[two[1]])


@pytest.fixture(scope="module")
def both(results, pair):
    return dossier_from_run(results, pair, dated=DAY)


def in_us(one):
    return one.model_copy(update={"filer": one.filer.model_copy(update={"ids": IDS})})


def test_payments_that_two_leads_share_stand_once(results, pair, both):
    singles = [dossier_from_run(results, lead, dated=DAY) for lead in pair]
    ids = [payment.payment_id for payment in both.payments]
    assert len(ids) == len(set(ids)) < sum(len(one.payments) for one in singles)
    assert set(ids) == {payment.payment_id for one in singles for payment in one.payments}
    assert [payment.at for payment in both.payments] == sorted(payment.at for payment in both.payments)
    for single, matter_ in zip(singles, both.matters, strict=True):
        assert [p.payment_id for p in both.payments_of(matter_)] == [p.payment_id for p in single.payments]
        assert matter_.assessment == single.assessment


def test_everybody_stands_once_and_is_as_protected_as_by_each_lead_alone(results, pair, both):
    everybody = [(party.side, identifier) for party in both.parties for identifier in party.ids]
    assert len(everybody) == len(set(everybody))
    assert [party.key for party in both.subjects] == ["P1", "P2"]
    for lead in pair:
        alone = dossier_from_run(results, lead, dated=DAY)
        for party in (alone.the_subject, *alone.counterparties):
            now = next(one for one in both.parties if one.side == party.side and set(one.ids) & set(party.ids))
            assert set(party.ids) <= set(now.ids)
            assert now.protected >= party.protected
    assert not {subject.key for subject in both.subjects} & {party.key for party in both.counterparties}


def test_who_else_deals_with_the_counterparties_is_nobody_whose_payments_are_listed(both):
    paid = {(p.payer, p.receiver) for p in both.payments}
    for tie in both.ties:
        assert not {(tie.counterparty, tie.other), (tie.other, tie.counterparty)} & paid
    assert all(circle.others >= circle.listed for circle in both.circles)


def test_the_narrative_tells_of_each_lead_by_itself(both):
    told = {section.topic: section.text for section in both.narrative.draft}
    for matter_ in both.matters:
        for topic in ("suspicion", "ordinary"):
            assert f"{matter_.subject} " in told[topic]
            assert matter_.assessment.lead_id in told[topic]
        assert f"\n{matter_.subject} " in told["what"]
    assert told["suspicion"].count("Against it speaks:") == sum(bool(m.assessment.against) for m in both.matters)
    assert from_json(to_json(both)) == both


def test_of_several_runs_it_is_as_of_one(results, pair, both):
    apart = [read_run(results, [lead])[0] for lead in pair]
    assert dossier_of(apart, dated=DAY) == both


def test_what_is_kept_of_a_run_gives_the_same_dossier_without_its_folder(results):
    kept = dict(materials(results))
    leads = [lead.lead_id for lead in read_leads(results)]
    assert sorted(kept) == sorted(leads)
    for lead in leads:
        assert dossier_of([run_of(kept[lead])], dated=DAY) == dossier_from_run(results, lead, dated=DAY)
    several = [run_of(kept[lead]) for lead in leads]
    assert dossier_of(several, dated=DAY) == dossier_from_run(results, leads, dated=DAY)


def test_a_lead_named_twice_is_told_once_and_all_that_are_not_there_are_said(results):
    first = read_leads(results)[0]
    twice = dossier_from_run(results, [first.lead_id, str(first.rank)], dated=DAY)
    assert twice == dossier_from_run(results, first.lead_id, dated=DAY)
    assert "further" not in json.loads(to_json(twice))
    with pytest.raises(UsageError, match=r"no lead L-one.*no lead L-two"):
        dossier_from_run(results, ["L-one", first.lead_id, "L-two"], dated=DAY)


def test_accounts_that_any_run_joined_are_one_party(results, pair):
    run = read_run(results, pair[:1])[0]
    side = run.lead.role
    payments = run.payments.head(1).select(f"{side}_id", f"{side}_entity", *(
        f"{'beneficiary' if side == 'originator' else 'originator'}_{name}" for name in ("id", "entity")))  # fmt: skip
    row = payments.row(0, named=True)
    joined = type(run)(**{name: getattr(run, name) for name in run.__slots__} | {
        "payments": payments.with_columns(**{f"{side}_entity": payments[f"{side}_id"].replace_strict(
            {row[f"{side}_id"]: "E-1"})}), "leads": ()})  # fmt: skip
    apart = type(run)(**{name: getattr(joined, name) for name in run.__slots__} | {
        "payments": joined.payments.with_columns(**{f"{side}_id": joined.payments[f"{side}_id"] + "-other"})})  # fmt: skip
    same = SameParty([joined, apart])
    account = row[f"{side}_id"]
    assert same.of(side, account) == same.of(side, f"{account}-other") == same.of(side, "E-1")
    assert same.of(side, account) != same.of(side, "E-2")


def test_the_more_leads_the_less_of_each(results):
    leads = [lead.lead_id for lead in read_leads(results)]
    few, many = (len(dossier_from_run(results, leads[:n], dated=DAY).narrative.text()) / n for n in (1, 12))
    assert many < few / 3
    whole = dossier_from_run(results, leads[:12], dated=DAY)
    told = {section.topic: section.text for section in whole.narrative.draft}
    for matter_ in whole.matters:
        assert matter_.assessment.lead_id in told["suspicion"]
        assert told["who"].count(f"{matter_.subject}, ") >= 1


def test_the_narrative_of_two_is_as_reviewed(golden):
    golden("filings/two-narrative.txt", of_two_leads().narrative.text() + "\n")


@pytest.mark.parametrize("about", ["transactions", "activity"])
def test_goaml_of_two_is_as_reviewed(about, golden):
    (data,) = goaml(of_two_leads(), GOAML, RATES, about=about).checked("it").files.values()
    golden(f"filings/two-goaml-{about}.xml", data.decode())


def test_goaml_with_parties_in_place_of_sides(golden):
    profile = GOAML.model_copy(update={"goaml": GOAML.goaml.model_copy(update={"transaction": "parties"})})
    (data,) = goaml(of_two_leads(), profile, RATES).checked("it").files.values()
    root = etree.fromstring(data)
    for transaction in root.iter("transaction"):
        assert [party.findtext("role") for party in transaction.iter("party")] == ["RMITR", "BNFCR"]
    suspected = {party.findtext(".//last_name"): party.findtext("is_suspected") for party in root.iter("party")}
    assert suspected == {"Example": "true", "C": "false", "Invented": "false"}
    golden("filings/two-goaml-parties.xml", data.decode())


def test_a_sar_of_two_is_as_reviewed(golden):
    made = sar(in_us(of_two_leads()), SAR)
    golden("filings/two-sar.xml", made.checked("it").files["TGL-2025-0001.xml"].decode())
    assert any("Who may be a victim is not named as a subject (P2)" in text for text in made.remarks)


def test_each_lead_brings_its_own_subjects_into_a_sar_and_nobody_else_does():
    two = of_two_leads()
    # The payer, and whoever else pays the receiver who may be a victim; neither that receiver nor the witness.
    assert [party.key for party in subjects(two)] == ["P1", "P3"]
    parties = tuple(
        party.model_copy(update={"standing": "facilitator in question"}) if party.key == "P4" else party
        for party in two.parties
    )
    assert [party.key for party in subjects(two.model_copy(update={"parties": parties}))] == ["P1", "P3", "P4"]


def test_a_sar_takes_the_kinds_of_all_leads_each_subtype_once():
    far = matter(assessment=matter().assessment.model_copy(update={"pattern": "extortion_collection"}))
    made = sar(in_us(of_two_leads(further=(far,))), SAR).checked("it")
    root = etree.fromstring(next(data for name, data in made.files.items() if name.endswith(".xml")))
    kinds = [one.text for one in root.iter("{*}OtherSuspiciousActivityTypeText")]
    assert kinds == ["online child sexual exploitation (OCSE)"]
    assert any("no room for “financially motivated sextortion”" in text for text in made.remarks)


def test_the_pack_of_two_is_as_reviewed(golden):
    golden("filings/two-report.html", report_html(of_two_leads()))
    titles = json.loads(case_jsonld(of_two_leads()))["@graph"][-1]["uco-core:description"]
    assert "paying side; Live-streamed" in titles


def test_the_generic_report_of_two_fits_its_schema_and_each_row_knows_its_leads():
    made = generic(of_two_leads(), STR).checked("it")
    said = json.loads(made.files["TGL-2025-0001.json"])
    jsonschema.Draft202012Validator(json_schema()).validate(said)
    assert [one["assessment"]["lead_id"] for one in said["further"]] == ["L-ba9876543210"]
    two = of_two_leads()
    assert [[m.subject for m in matters_of(two, payment)] for payment in two.payments] == [["P1", "P2"]] * 2 + [["P2"]]


def test_a_redacted_copy_hides_the_victims_lead_and_leaves_the_other():
    two = of_two_leads(reference="L-0123456789ab and L-ba9876543210")
    copy = redact(two)
    text = to_json(copy)
    assert "L-ba9876543210" not in text
    assert copy.assessment.lead_id == "L-0123456789ab"
    assert copy.reference == "L-0123456789ab and L-withheld"
    for hidden in ("Maria Example", "0917-555-0100", "Wilma Sample", "neighbour who called"):
        assert hidden in to_json(two)
        assert hidden not in text
    assert "Alan Example" in text


def test_completeness_and_urgency_are_over_all_of_them():
    two = of_two_leads()
    items = {item.id: item for item in completeness(two).items}
    assert items["subject_birth"].share == 0.5
    assert items["subject_birth"].field == "parties[P2].birth_date"
    assert "P2" in items["subject_birth"].missing
    assert items["every_payment"].share == 1
    assert urgency(two).score == 0.9
    assert urgency(two).reasons[0] == "P2: the account holder may be a victim"
    cut = of_two_leads(further=(matter(payments_recorded=13),))
    assert cut.payments_missing == 10
    assert "10 further payments" in cut.narrative.text()


def test_what_a_single_lead_says_is_as_it_was():
    one = dossier(parties=(payer(), receiver()), ties=(), circles=())
    assert [matter_.assessment for matter_ in one.matters] == [one.assessment]
    assert "lead by lead" not in " ".join(section.text for section in draft(one)).casefold()
    bare = dossier(parties=(payer(), receiver()), ties=(), circles=(), payments=())
    assert not bare.beside
    assert "Named in the case" not in " ".join(section.text for section in draft(bare))


def test_a_second_filing_about_any_of_the_leads_is_told(tmp_path):
    store = Store(tmp_path / "submissions.sqlite")
    two = of_two_leads()
    made = machine.prepare(store, two, STR, generic(two, STR), "Ada")
    only_second = dossier(
        reference="TGL-2025-0002", subject="P2", side="beneficiary", assessment=matter().assessment, further=()
    )
    assert machine.reported_before(store, only_second, STR) == [made.id]
    assert machine.reported_before(store, dossier(), STR) == [made.id]


def test_the_command_takes_several_leads(results, pair, tmp_path):
    filer = write_practice_filer(tmp_path)
    common = ["--as", "dossier", "--filer", str(filer), "--dated", "2026-01-15", "--json"]
    done = CliRunner().invoke(build(), ["file", str(results), *pair, *common, "--out", str(tmp_path / "out")])
    assert done.exit_code == 0, done.output
    said = json.loads(done.stdout)
    assert said["leads"] == list(pair)
    again = ["file", said["files"][0], pair[1], *common, "--out", str(tmp_path / "again")]
    assert CliRunner().invoke(build(), again).exit_code == 0
    wrong = CliRunner().invoke(build(), ["file", said["files"][0], "L-other", *common, "--out", str(tmp_path / "no")])
    assert isinstance(wrong.exception, UsageError)
    assert not (tmp_path / "no").exists()
