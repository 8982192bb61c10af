"""What stands around a lead: its network, its places, its accounts and how they are split, its group, its people's past."""

from __future__ import annotations

import csv
from dataclasses import replace

import polars as pl
import pytest
from tests.leads.sample import sample

from tanglaw.casework.audit.reasons import opened
from tanglaw.casework.decisions import deciding, links
from tanglaw.casework.decisions.deciding import Wish
from tanglaw.casework.intake.content import unpack
from tanglaw.casework.models import Appearance, Entry, Group, Lead, Link, ProtectedParty
from tanglaw.casework.reading.places import places
from tanglaw.casework.running import carrying_out, detecting, starting
from tanglaw.casework.sealing.blind import blind as handle
from tanglaw.casework.sealing.fields import sealed
from tanglaw.identities.decided import read_links
from tanglaw.leads.groups.files import write_groups
from tanglaw.leads.groups.group import Group as Finding
from tanglaw.leads.groups.group import Member, Tie, View
from tanglaw.leads.shield import WITHHELD, Shield

from .conftest import bring_in
from .runs import write_run

GROUNDS = "Two sisters who share one phone."


def payments_of(lead):
    return unpack(lead.versions.get(number=lead.version).content, 1)[1]


# The network


def test_the_network_sums_the_payments_of_every_lead_once(filled, person):
    client = person("analyst").client
    lead = Lead.objects.filter(role="originator").order_by("-payments").first()
    data = client.get(f"/leads/{lead.lead_id}/network.json").json()
    payments = payments_of(lead)
    assert data["middle"] == [handle("originator", lead.subject)]
    assert sum(edge["payments"] for edge in data["edges"]) == payments["payment_id"].n_unique()
    assert len(data["nodes"]) == 1 + payments["beneficiary_id"].n_unique()
    assert {edge["payer"] for edge in data["edges"]} == set(data["middle"])
    assert client.get(f"/leads/{lead.lead_id}/network").status_code == 200


def test_a_step_on_shows_what_other_leads_hold_of_an_account(filled, person):
    client = person("analyst").client
    one = next(
        one for one in Appearance.objects.filter(own=False).select_related("lead__key")
        if Appearance.objects.filter(index=one.index).count() > 1
    )  # fmt: skip
    shared = (one.role, one.party)
    held = list(Lead.objects.filter(appearances__index=one.index))
    data = client.get(f"/leads/{held[0].lead_id}/network/{handle(*shared)}.json").json()
    assert set(data["from_leads"]) == {lead.lead_id for lead in held}
    assert sum(edge["payments"] for edge in data["edges"]) == len(
        {
            payment
            for lead in held
            for payment in payments_of(lead).filter(pl.col(f"{shared[0]}_id") == shared[1])["payment_id"]
        }
    )
    assert Entry.objects.filter(action="neighbour seen", object=held[0].lead_id).count() == 1


def test_names_are_withheld_in_the_network_and_the_reason_covers_one_lead_only(filled, person):
    analyst = person("analyst")
    names = {name for one in ProtectedParty.objects.all() for name in one.names}
    assert names
    for lead in Lead.objects.all():
        text = analyst.client.get(f"/leads/{lead.lead_id}/network.json").content.decode()
        assert not [name for name in names if f'"{name}"' in text]
        for node in analyst.client.get(f"/leads/{lead.lead_id}/network.json").json()["nodes"]:
            assert node["name"] == WITHHELD if node["protected"] and node["name"] != "not recorded" else True
    lead = Lead.objects.filter(protect=True, appearances__own=False).first()
    analyst.client.post(f"/leads/{lead.lead_id}/names", {"reason": "To compare with our records."})
    assert analyst.client.get(f"/leads/{lead.lead_id}/network.json").json()["names_shown"]
    inside = set(lead.appearances.values_list("index", flat=True))
    for node in analyst.client.get(f"/leads/{lead.lead_id}/network.json").json()["nodes"][1:]:
        beyond = analyst.client.get(f"{node['address']}.json")
        for end in beyond.json()["nodes"]:
            assert end["handle"] in inside or end["name"] in {WITHHELD, "not recorded"} or end["name"].endswith(".")


def test_an_account_that_is_out_of_reach_does_not_exist(filled, person):
    client = person("analyst").client
    lead = Lead.objects.first()
    for wanted in (handle("originator", "nobody"), "zz", "0" * 16):
        assert client.get(f"/leads/{lead.lead_id}/network/{wanted}").status_code == 404
        assert client.get(f"/leads/{lead.lead_id}/network/{wanted}.json").status_code == 404


def test_no_account_stands_in_an_address(filled, person):
    lead = Lead.objects.first()
    for node in person("analyst").client.get(f"/leads/{lead.lead_id}/network.json").json()["nodes"]:
        assert lead.subject not in node["address"]


# The map


def placed(**columns):
    leads, payments = sample()
    lead = next(one for one in leads if one.role == "originator" and not one.protect)
    return replace(lead, protect=False), payments.filter(lead_id=lead.lead_id).with_columns(
        **{name: pl.lit(value) for name, value in columns.items()}
    )


def test_a_city_is_placed_at_its_middle_and_what_is_none_by_country():
    lead, payments = placed(beneficiary_city="Cebu City", beneficiary_country="PH", originator_city="Nowhereville")
    found = {one.role: one for one in places(lead, payments, Shield.over({}))}
    assert (round(found["beneficiary"].latitude), round(found["beneficiary"].longitude)) == (10, 124)
    assert found["beneficiary"].country_name == "Philippines"
    assert found["beneficiary"].numeric == "608"
    assert found["originator"].latitude is None
    assert found["originator"].payments == payments.height


def test_a_city_of_the_same_name_elsewhere_is_not_meant():
    lead, payments = placed(beneficiary_city="Sydney", beneficiary_country="PH")
    assert next(one for one in places(lead, payments, Shield.over({})) if one.role == "beneficiary").latitude is None


def test_a_possible_victim_is_placed_by_country_alone():
    lead, payments = placed(beneficiary_city="Cebu City", beneficiary_country="PH", originator_city="Perth")
    covered = {("beneficiary", party): frozenset({"Mia"}) for party in payments["beneficiary_id"].unique()}
    found = places(replace(lead, protect=True), payments, Shield.over(covered))
    assert {(one.city, one.latitude) for one in found} == {("", None)}


def test_an_unknown_country_is_said_as_it_stands():
    lead, payments = placed(beneficiary_country="ZZ", beneficiary_city=None)
    found = next(one for one in places(lead, payments, Shield.over({})) if one.role == "beneficiary")
    assert (found.country_name, found.city, found.latitude) == ("ZZ", "", None)


# Accounts, and splitting them


@pytest.fixture
def joined(workspace, tmp_path):
    bring_in(write_run(tmp_path / "joined", joined=True))
    return Lead.objects.order_by("pk").last()


def test_a_split_is_pending_goes_to_the_next_run_and_can_be_taken_back(joined, person, tmp_path):
    analyst = person("analyst")
    page = analyst.client.get(f"/leads/{joined.lead_id}").content.decode()
    assert "The same phone" in page
    data = analyst.client.get(f"/leads/{joined.lead_id}.json").json()
    assert len(data["accounts"]) == 3
    form = {"apart": [data["accounts"][2]["handle"]], "grounds": GROUNDS}
    assert analyst.client.post(f"/leads/{joined.lead_id}/links", form).status_code == 302
    data = analyst.client.get(f"/leads/{joined.lead_id}.json").json()
    assert [(one["pending"], one["decided_by"], one["grounds"]) for one in data["splits"]] == [
        (True, "analyst", GROUNDS)
    ] * 2
    assert "pending until the next run" in analyst.client.get(f"/leads/{joined.lead_id}").content.decode()
    level = "person" if joined.role == "originator" else "household"
    rows = list(csv.DictReader(links.as_csv().splitlines()))
    assert {(row["role"], row["level"], row["decision"]) for row in rows} == {(joined.role, level, "split")}
    (tmp_path / "links.csv").write_text(links.as_csv())
    assert read_links(tmp_path / "links.csv").of("split").height == 2, "detection reads what is written"
    assert analyst.client.post(f"/leads/{joined.lead_id}/links", form).status_code == 409, "twice is once"
    number = data["splits"][0]["number"]
    assert analyst.client.post(f"/leads/{joined.lead_id}/links/{number}/undo").status_code == 302
    assert analyst.client.post(f"/leads/{joined.lead_id}/links/{number}/undo").status_code == 404
    assert len(links.as_csv().splitlines()) == 2
    said = Entry.objects.filter(object=joined.lead_id, action__in=["accounts split", "split undone"]).order_by("number")
    assert [(one.actor, one.action) for one in said] == [("analyst", "accounts split"), ("analyst", "split undone")]
    assert GROUNDS not in said[0].detail  # sealed under the lead's key, and opened for who reads the log
    assert GROUNDS in opened(said)[said[0].number]


@pytest.mark.parametrize("chosen", [[], [0, 1, 2]])
def test_none_and_all_of_the_accounts_is_no_split(joined, person, chosen):
    client = person("analyst").client
    accounts = client.get(f"/leads/{joined.lead_id}.json").json()["accounts"]
    form = {"apart": [accounts[place]["handle"] for place in chosen], "grounds": GROUNDS}
    assert client.post(f"/leads/{joined.lead_id}/links", form).status_code == 422
    form = {"apart": [accounts[0]["handle"]], "grounds": "no"}
    assert client.post(f"/leads/{joined.lead_id}/links", form).status_code == 422
    assert not Link.objects.exists()


def test_a_split_is_known_to_the_run_that_it_went_along_with(source, person, monkeypatch, tmp_path):
    analyst = person("analyst")
    bring_in(write_run(tmp_path / "joined", joined=True))
    lead = Lead.objects.order_by("pk").last()
    accounts = unpack(lead.versions.get().content, 1)[0].subject_ids
    (first, second) = links.split(lead, accounts, accounts[:1], GROUNDS, analyst.user, analyst.who)
    links.undo(lead, second.pk, analyst.user, analyst.who)

    def done(arguments, *_):
        folder = write_run(tmp_path / "made", later=True)
        folder.rename(arguments[arguments.index("--out") + 1])
        return detecting.Ended.DONE

    monkeypatch.setattr(carrying_out, "detect", done)
    detection = starting.start(source, None, starting.SCHEDULE)
    carrying_out.carry_out(detection.pk, detection.task)
    for one in (first, second, detection):
        one.refresh_from_db()
    assert (detection.course, first.run, second.run) == ("done", detection.run, None)


# Its people's past


def test_what_was_decided_of_the_people_on_the_other_side_is_said(filled, person):
    ana, rey = person("analyst"), person("reviewer")
    lead = Lead.objects.filter(role="originator").first()
    other = Lead.objects.filter(role="beneficiary").first()
    party = lead.appearances.filter(own=False).first().party
    Appearance.objects.filter(lead=other, index=handle("beneficiary", party)).delete()
    Appearance.objects.create(lead=other, role="beneficiary", own=True, payments=1, **sealed(party=party))
    made = deciding.propose(other.lead_id, other.revision, ana.user, ana.who, Wish("file", "Seven unrelated payers."))
    deciding.approve(made.pk, rey.user, rey.who, "")
    (said,) = [
        one
        for one in ana.client.get(f"/leads/{lead.lead_id}.json").json()["relatives"]
        if one["lead_id"] == other.lead_id
    ]
    assert (said["state"], said["told_outside"], said["decisions"]) == ("filed", True, 1)
    page = ana.client.get(f"/leads/{lead.lead_id}").content.decode()
    assert "reached somebody outside" in page
    assert "Seven unrelated payers." in page


# Its group


def test_a_lead_shows_its_group_with_members_and_why_and_no_account_in_the_database(workspace, person, tmp_path):
    folder = write_run(tmp_path / "grouped")
    leads, _ = sample()
    payer = next(one for one in leads if one.role == "originator")
    receiver = next(one for one in leads if one.role == "beneficiary")
    members = tuple(
        Member(one.lead_id, one.rank, one.role, one.pattern, one.entity_id, one.subject_ids, one.score, one.urgency, one.protect,
               1, 2, 3, ("Bank\x00 A",)) for one in (payer, receiver)
    )  # fmt: skip
    write_groups(folder, [Finding(
        "G-1", 1, "livestream", "Live-streamed abuse", 0.7, 0.8, 0.5, True, members,
        (Tie("payment", payer.lead_id, receiver.lead_id, 4, 120.0),), 2, (), (), False, ("P1",), 4, 120.0, payer.first_seen,
        payer.last_seen, 1, 1, 0, (View("Bank\x00 A", 1, 1, 4, 120.0),), (View("AU→PH", 1, 1, 4, 120.0),),
    )])  # fmt: skip
    bring_in(folder)
    client = person("analyst").client
    shown = {lead.lead_id: lead for lead in Lead.objects.all()}
    group = client.get(f"/leads/{payer.lead_id}.json").json()["group"]
    assert group["leads"] == [receiver.lead_id]
    assert group["ties"] == [
        f"lead {shown[payer.lead_id].pk} paid lead {shown[receiver.lead_id].pk}: 4 payments, US$120"
    ]
    page = client.get(f"/leads/{receiver.lead_id}").content.decode()
    assert f'href="/leads/{payer.lead_id}"' in page
    assert "2 ties to further leads were cut" in page
    assert client.get(f"/leads/{leads[-1].lead_id}.json").json()["group"] is None
    content = str(Group.objects.get().content)
    assert not [account for one in members for account in one.subject_ids if account in content]
    # The next run finds no group: none is shown, though the earlier one is kept.
    bring_in(write_run(tmp_path / "later", later=True))
    assert client.get(f"/leads/{leads[1].lead_id}.json").json()["group"] is None
