"""Groups: what belongs together becomes one lead, what does not stays apart, whatever the order of things."""

from __future__ import annotations

import csv
import json
import random
import re
from dataclasses import replace

import lxml.html
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from tanglaw.cli.main import build
from tanglaw.leads.explaining import Known, shield
from tanglaw.leads.explanation import as_json, as_text
from tanglaw.leads.files import read_leads, write_leads
from tanglaw.leads.groups import phrases
from tanglaw.leads.groups.counting import account_of_groups
from tanglaw.leads.groups.explanation import group_of_lead, group_text
from tanglaw.leads.groups.files import COLUMNS, read_groups, write_groups
from tanglaw.leads.groups.finding import find_groups
from tanglaw.leads.groups.forming import form
from tanglaw.leads.groups.group import Tie
from tanglaw.leads.groups.hubs import is_hub
from tanglaw.leads.report import write_report

from .ring import AGENT, COUSIN, DEGREES, HOUSEHOLD, LINKS_SCHEMA, PAYER_NAMES, VICTIM_NAME, lead, payments_of, ring
from .sample import RUN
from .test_report import NEVER, visible


@pytest.fixture(scope="module")
def found():
    leads, payments, links = ring()
    return find_groups(leads, payments, links, DEGREES)


@pytest.fixture(scope="module")
def folder(tmp_path_factory, found):
    """The ring as a finished run."""
    leads, payments, _ = ring()
    out = tmp_path_factory.mktemp("ring")
    write_leads(out, leads)
    write_groups(out, found)
    payments.write_parquet(out / "lead_payments.parquet")
    return out


def entities(group):
    return {member.entity_id for member in group.members}


def test_four_payers_and_one_household_are_one_group(found):
    (group,) = found
    assert entities(group) == {"C-1", "C-2", "C-3", "C-4", HOUSEHOLD}
    assert [len(group.of_role(role)) for role in ("originator", "beneficiary")] == [4, 1]
    assert group.members[-1].subject_ids == ("R-1", "R-2")
    assert (group.members[-1].inside, group.members[-1].counterparties) == (4, 5)


def test_its_score_is_the_highest_members_and_never_above_what_independence_would_give(found):
    (group,) = found
    assert group.score == 0.62
    assert group.score_if_independent == pytest.approx(1 - 0.38 * 0.6 * 0.79 * 0.92 * 0.45)
    assert group.urgency == 0.9


def test_who_sees_what(found):
    (group,) = found
    seen = {view.name: (view.payers, view.payments) for view in group.views}
    assert seen == {"Remit One": (2, 6), "Nordpay": (2, 4)}
    assert phrases.institutions(group) == (
        "Remit One sees 2 of 4 payers, Nordpay sees 2. No single one sees more than 2 of them."
    )


def test_without_exchange_rates_no_sum_is_stated():
    leads, payments, links = ring()
    unrated = payments.with_columns(usd=pl.lit(None, dtype=pl.Float64))
    (group,) = find_groups(leads, unrated, links, DEGREES)
    assert phrases.facts(group).startswith("10 payments, 1 Mar")
    assert "US$" not in phrases.tie(group.ties[0], {member.lead_id: "a lead" for member in group.members})


def test_a_payment_without_institution_is_said():
    leads, payments = payments_of(
        [lead("livestream_purchase", "C-1"), lead("livestream_purchase", "C-2"), lead("facilitation", "R-1")],
        [("C-1", "R-1", 0, "Remit One"), ("C-2", "R-1", 1, "")],
    )
    (group,) = find_groups(leads, payments)
    assert phrases.institutions(group) == (
        "Remit One alone is named: it sees 1 of 2 payers. 1 payment of 2 name no institution."
    )


def test_what_several_share_without_being_members_is_named_and_a_hub_is_said_to_be_one(found):
    (group,) = found
    shared = {one.entity_id: one for one in group.shared}
    assert (shared[COUSIN].members, shared[COUSIN].counterparties, shared[COUSIN].hub) == (2, 3, False)
    assert (shared[AGENT].members, shared[AGENT].hub) == (3, True)
    assert phrases.shared(shared[COUSIN], COUSIN) == (
        "R-COUSIN: also paid by 2 of the group (2 payments) and 1 other; not a lead itself"
    )
    assert "and 309 others, so many that it says nothing" in phrases.shared(shared[AGENT], AGENT)
    paid_to = {
        row["beneficiary_id"] for row in ring()[1].iter_rows(named=True) if row["payment_id"] in group.payment_ids
    }
    assert paid_to == {"R-1", "R-2", COUSIN}


def test_a_lead_that_hundreds_pay_glues_nobody_together():
    payers = [lead("livestream_purchase", f"C-{number}") for number in range(3)]
    paid = [(payer.entity_id, "R-1", 1, "") for payer in payers] + [(f"X-{n}", "R-1", 2, "") for n in range(200)]
    leads, payments = payments_of([*payers, lead("facilitation", "R-1", score=0.9)], paid)
    assert find_groups(leads, payments) == []
    few = payments_of([*payers, lead("facilitation", "R-1", score=0.9)], paid[:15])
    assert len(find_groups(*few)) == 1


def test_a_payer_of_hundreds_glues_nobody_together():
    receivers = [lead("facilitation", f"R-{number}") for number in range(3)]
    paid = [("C-1", f"R-{number}", number, "") for number in range(200)]
    leads, payments = payments_of([*receivers, lead("livestream_purchase", "C-1")], paid)
    assert find_groups(leads, payments) == []


def test_a_receiver_that_is_no_lead_glues_nobody_together():
    leads, payments = payments_of(
        [lead("livestream_purchase", "C-1"), lead("livestream_purchase", "C-2")],
        [("C-1", COUSIN, 0, ""), ("C-2", COUSIN, 1, "")],
    )
    assert find_groups(leads, payments, degrees={("beneficiary", COUSIN): 2}) == []


@pytest.mark.parametrize(("payers", "groups"), [(3, 1), (4, 1), (5, 0), (300, 0), (None, 0)])
def test_buyers_of_material_meet_at_a_receiver_whom_hardly_anybody_else_pays(payers, groups):
    leads, payments = payments_of(
        [lead("material_purchase", "C-1"), lead("material_purchase", "C-2")],
        [("C-1", "R-SHOP", 0, ""), ("C-2", "R-SHOP", 1, "")],
    )
    degrees = {} if payers is None else {("beneficiary", "R-SHOP"): payers}
    assert len(find_groups(leads, payments, degrees=degrees)) == groups


def test_kinds_of_harm_are_not_mixed():
    leads, payments = payments_of(
        [lead("livestream_purchase", "C-1"), lead("extortion_victim", "C-2"), lead("extortion_collection", "R-1")],
        [("C-1", "R-1", 0, ""), ("C-2", "R-1", 1, "")],
    )
    (group,) = find_groups(leads, payments)
    assert (group.kind, entities(group)) == ("extortion", {"C-2", "R-1"})


def test_a_household_without_a_common_receiver_is_a_group_and_says_so():
    leads, payments = payments_of(
        [lead("livestream_purchase", "C-1"), lead("livestream_purchase", "C-2")],
        [("C-1", "R-5", 0, "Remit One"), ("C-2", "R-6", 1, "Remit One")],
    )
    links = pl.DataFrame(
        [("originator", "C-1", "C-2", "household", 0.9, ["same device"], "identifier")], LINKS_SCHEMA, orient="row"
    )
    (group,) = find_groups(leads, payments, links)
    assert (group.whole, group.payments) == (True, 2)
    assert "as none is among them" in phrases.facts(group)
    assert find_groups(leads, payments) == []


def test_the_same_ids_in_both_roles_are_two_parties():
    leads, payments = payments_of(
        [lead("livestream_purchase", "7"), lead("facilitation", "7")], [("7", "8", 0, ""), ("9", "7", 1, "")]
    )
    assert find_groups(leads, payments) == []


def test_no_more_members_than_can_be_read_and_what_was_cut_is_said():
    payers = [lead("livestream_purchase", f"C-{number:03}", score=0.02 + number / 1000) for number in range(60)]
    leads, payments = payments_of(
        [*payers, lead("facilitation", "R-1", score=0.9)], [(one.entity_id, "R-1", 0, "") for one in payers]
    )
    (group,) = find_groups(leads, payments)
    assert (len(group.members), group.beyond) == (40, 21)
    assert min(member.score for member in group.members) == pytest.approx(0.02 + 21 / 1000)
    assert account_of_groups([group]) == {
        "found": 1, "by_kind": {"livestream": 1}, "leads": 40, "largest": 40, "ties_cut": 21,
    }  # fmt: skip


def test_its_id_stays_when_it_grows_and_when_an_account_joins_a_member(found):
    leads, payments, links = ring()
    without = [one for one in leads if one.entity_id != "C-4"]
    (fewer,) = find_groups(without, payments.filter(pl.col("lead_id").is_in([o.lead_id for o in without])), links)
    apart = [replace(one, entity_id="R-1", lead_id="L-R-1") if one.entity_id == HOUSEHOLD else one for one in leads]
    alone = payments.with_columns(
        beneficiary_entity=pl.col("beneficiary_entity").replace(HOUSEHOLD, "R-1"),
        lead_id=pl.col("lead_id").replace(f"L-facilitation-{HOUSEHOLD}", "L-R-1"),
    )
    (renamed,) = find_groups(apart, alone, links)
    assert len(fewer.members) == 4
    assert fewer.group_id == renamed.group_id == found[0].group_id


@given(chance=st.randoms(use_true_random=False))
def test_the_order_of_leads_payments_and_links_changes_nothing(chance: random.Random):
    leads, payments, links = ring()
    expected = find_groups(leads, payments, links, DEGREES)
    chance.shuffle(leads)
    shuffled = [
        frame.select(pl.all().gather(chance.sample(range(frame.height), frame.height))) for frame in (payments, links)
    ]
    assert find_groups(leads, shuffled[0], shuffled[1], DEGREES) == expected


@st.composite
def webs(draw):
    """Leads with scores, and ties among them."""
    names = [f"L-{number}" for number in range(draw(st.integers(2, 14)))]
    scores = {name: draw(st.sampled_from((0.02, 0.1, 0.5, 0.99))) for name in names}
    pairs = draw(st.lists(st.tuples(st.sampled_from(names), st.sampled_from(names)).filter(lambda p: p[0] < p[1])))
    return scores, [Tie("payment", *pair, payments=draw(st.integers(1, 3))) for pair in dict.fromkeys(pairs)]


@given(web=webs(), most=st.integers(2, 14), chance=st.randoms(use_true_random=False))
def test_the_laws_of_forming(web, most, chance):
    scores, ties = web
    formed = form(scores, ties, most)
    members = [lead for one in formed for lead in one.leads]
    assert len(members) == len(set(members))
    assert all(2 <= len(one.leads) <= most for one in formed)
    for one in formed:  # every member can be reached from every other along the group's own ties
        reached = {one.leads[0]}
        for _ in one.leads:
            reached |= {end for tie in one.ties if {tie.left, tie.right} & reached for end in (tie.left, tie.right)}
        assert reached == set(one.leads)
    kept = sum(len(one.ties) for one in formed)
    if most >= len(scores):
        assert kept == len(ties)
        assert all(one.beyond == 0 for one in formed)
    chance.shuffle(ties)
    assert form(dict(chance.sample(sorted(scores.items()), len(scores))), ties, most) == formed


@pytest.mark.parametrize(
    ("leads", "counterparties", "hub"),
    [(1, 30, False), (3, 31, True), (4, 31, False), (4, 312, True), (1, None, False)],
)
def test_where_a_hub_begins(leads, counterparties, hub):
    assert is_hub(leads, counterparties) is hub


def test_what_is_written_is_read_back_exactly_and_twice_the_same(folder, found, tmp_path):
    assert read_groups(folder) == found
    write_groups(tmp_path, found)
    for name in ("groups.parquet", "groups.csv"):
        assert (tmp_path / name).read_bytes() == (folder / name).read_bytes()
    assert read_groups(tmp_path / "no such run") == []
    write_groups(tmp_path, [])
    assert read_groups(tmp_path) == []


def test_the_spreadsheet_keeps_possible_victims_apart_and_runs_nothing(tmp_path):
    leads, payments = payments_of(
        [lead("livestream_purchase", "=1+1"), lead("livestream_purchase", "0012"), lead("facilitation", "@R-1")],
        [("=1+1", "@R-1", 0, "=HYPERLINK(1)"), ("0012", "@R-1", 1, "=HYPERLINK(1)")],
    )
    write_groups(tmp_path, find_groups(leads, payments))
    (row,) = csv.DictReader((tmp_path / "groups.csv").read_text(encoding="utf-8-sig").splitlines())
    assert tuple(row) == COLUMNS
    assert row["possible_victims"] == "'@R-1"
    assert row["subjects_of_review"] == "0012 | '=1+1"
    assert row["institutions"].startswith("'=HYPERLINK")
    assert not [cell for cell in row.values() if cell[:1] in set("=+@")]


def test_what_it_says_is_as_reviewed(folder, found, golden):
    text = group_text(found[0], folder, shield(folder))
    golden("leads/explain_group.txt", text)
    assert all(len(line) <= 96 for line in text.splitlines())


def test_a_group_is_explained_by_its_id(folder, found):
    group_id = found[0].group_id
    run = CliRunner().invoke(build(), ["explain", str(folder), group_id])
    assert run.output == group_text(found[0], folder, shield(folder))
    (data,) = [json.loads(CliRunner().invoke(build(), ["explain", str(folder), group_id, "--json"]).output)]
    assert [member["entity_id"] for member in data["members"]] == ["C-1", "C-2", "C-3", "C-4", HOUSEHOLD]
    refused = CliRunner().invoke(build(), ["explain", str(folder), group_id, "--role", "originator"])
    assert refused.exit_code != 0


def test_a_members_explanation_names_its_group(folder, found):
    (victim,) = (one for one in read_leads(folder) if one.entity_id == HOUSEHOLD)
    known = [Known(victim.role, HOUSEHOLD, victim.corridor, 8, (victim,), (), ())]
    text = as_text(known, shield(folder), group_of_lead(folder))
    assert found[0].group_id in text
    assert found[0].group_id not in as_text(known, shield(folder))
    assert as_json(known, shield(folder), group_of_lead(folder))[0]["leads"][0]["group_id"] == found[0].group_id


@pytest.fixture(scope="module")
def html(tmp_path_factory, found):
    leads, payments, _ = ring()
    path = tmp_path_factory.mktemp("report") / "report.html"
    write_report(path, RUN, leads, payments, found)
    return path.read_text(encoding="utf-8")


def test_the_report_shows_it_with_links_both_ways(html):
    tree = lxml.html.document_fromstring(html)
    (article,) = tree.xpath("//section[@id='groups']//article")
    assert article.xpath("string(.//h3)") == "4 payers and 1 receiver"
    leads_to = article.xpath(".//section[contains(@class, 'members')]//a/@href")
    assert len(leads_to) == 5
    assert all(tree.xpath(f"//article[@id='{target[1:]}']") for target in leads_to)
    assert len(tree.xpath("//article[not(contains(@class, 'group'))]//a[@href='#group-1']")) == 5
    sections = tree.xpath("//main/section/@id")
    assert sections.index("victims") < sections.index("groups") < sections.index("subjects")


def test_no_possible_victim_is_named_anywhere(folder, html, found):
    said = [html, group_text(found[0], folder, shield(folder)), (folder / "groups.csv").read_text(encoding="utf-8-sig")]
    for text in said:
        assert not [part for part in VICTIM_NAME.split() if part in text]
    assert PAYER_NAMES[0] in html
    rows = lxml.html.document_fromstring(html).xpath("//section[@id='groups']//tbody/tr[th//a]")
    standing = {row.xpath("string(.//bdi[@class='account'])"): row.xpath("string(td[1])") for row in rows}
    assert "possible victim" in standing["R-1, R-2"]
    assert "subject of review" not in standing["R-1, R-2"]


def test_what_a_reader_meets_of_it(html, golden):
    tree = lxml.html.document_fromstring(html)
    (section,) = tree.xpath("//section[@id='groups']")
    golden("leads/report_group.txt", visible(lxml.html.tostring(section, encoding="unicode")))


def test_hostile_texts_of_a_group_are_shown_as_text(tmp_path):
    leads, payments, links = ring()
    nasty = "<script>alert(1)</script>\u202e{{ 7*7 }}"
    payments = payments.with_columns(pl.col("institution", "beneficiary_country") + nasty)
    links = links.with_columns(pl.lit([nasty], dtype=pl.List(pl.String)).alias("why"))
    leads = [replace(one, name=nasty) for one in leads]
    write_report(tmp_path / "report.html", RUN, leads, payments, find_groups(leads, payments, links, DEGREES))
    html = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert html.count("<script>") == 1
    assert "\u202e" not in html
    assert "Remit One&lt;script&gt;" in html


def test_many_groups_stay_bounded_and_the_rest_is_named(tmp_path):
    leads = [
        lead(pattern, f"{side}-{number}", rank=2 * number + at)
        for number in range(45)
        for at, (pattern, side) in enumerate((("livestream_purchase", "C"), ("facilitation", "R")), 1)
    ]
    leads, payments = payments_of(leads, [(f"C-{number}", f"R-{number}", number, "") for number in range(45)])
    groups = find_groups(leads, payments)
    write_report(tmp_path / "report.html", RUN, leads, payments, groups)
    tree = lxml.html.parse(tmp_path / "report.html")
    assert len(groups) == 45
    assert len(tree.xpath("//section[@id='groups']//article")) == 40
    assert "5 further groups in groups.csv" in tree.xpath("string(//section[@id='groups'])")


def test_a_large_group_is_drawn_in_part_and_says_so(tmp_path):
    payers = [lead("livestream_purchase", f"C-{number:02}", rank=number + 2) for number in range(30)]
    leads, payments = payments_of(
        [*payers, lead("facilitation", "R-1")], [(one.entity_id, "R-1", 0, "") for one in payers]
    )
    write_report(tmp_path / "report.html", RUN, leads, payments, find_groups(leads, payments))
    (article,) = lxml.html.parse(tmp_path / "report.html").xpath("//section[@id='groups']//article")
    drawing = article.xpath(".//*[local-name()='svg' and @class='ring']")[0]
    assert len(drawing.xpath("./*[local-name()='use']")) == 15
    assert "16 more are not drawn" in article.text_content()
    assert len(article.xpath(".//section[contains(@class, 'members')]//tbody/tr")) == 31


def test_a_report_without_groups_has_no_such_section(tmp_path):
    leads, payments, _ = ring()
    write_report(tmp_path / "report.html", RUN, leads, payments)
    assert 'id="groups"' not in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_words_that_must_never_stand_in_it(html):
    text = lxml.html.document_fromstring(html).text_content().lower()
    for word in NEVER:
        assert not re.search(rf"\b{word}", text)
