"""Decisions: what may follow what, and that a second person is another person, whoever tries."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, connection
from django.db import transaction as db
from django.utils import timezone

from tanglaw.casework.decisions.deciding import Wish, approve, refuse, wake_watched, withdraw
from tanglaw.casework.decisions.deciding import propose as step
from tanglaw.casework.decisions.ordinary import OTHERS, explanations
from tanglaw.casework.decisions.outcomes import as_csv, outcomes
from tanglaw.casework.models import Decision, Entry, Lead
from tanglaw.casework.site.problems import RefusedError
from tanglaw.leads.known import read_known
from tanglaw.measures import catalogue
from tanglaw.patterns.loading import LIBRARY, load


@pytest.fixture
def team(imported, person):
    return {role: person(role) for role in ("analyst", "reviewer", "supervisor")}


@pytest.fixture
def lead(imported):

    return Lead.objects.order_by("pk").first()


def propose(lead, who, kind, **more):

    lead.refresh_from_db()
    wish = Wish(kind, more.pop("grounds", "Seven payers who do not know each other."), **more)
    return step(lead.lead_id, lead.revision, who.user, who.who, wish)


def refused(match):

    return pytest.raises(RefusedError, match=match)


@pytest.mark.parametrize("kind", ["file", "refer"])
def test_two_people_file_and_refer(team, lead, kind):

    proposal = propose(lead, team["analyst"], kind)
    lead.refresh_from_db()
    assert (lead.state, proposal.standing) == ("proposed", "proposed")
    approve(proposal.pk, team["reviewer"].user, team["reviewer"].who, "Agreed.")
    lead.refresh_from_db()
    proposal.refresh_from_db()
    assert lead.state == {"file": "filed", "refer": "referred"}[kind]
    assert (proposal.standing, proposal.second) == ("in_force", team["reviewer"].user)


def test_the_proposer_never_approves(team, lead):

    reviewer = team["reviewer"]
    proposal = propose(lead, reviewer, "file")
    with refused("second person"):
        approve(proposal.pk, reviewer.user, reviewer.who, "")
    with refused("second person"):
        refuse(proposal.pk, reviewer.user, reviewer.who, "I changed my mind.")


@pytest.mark.parametrize(
    ("changed", "law"),
    [
        ({"second": "proposer", "standing": "in_force"}, "decision_second_is_another_person"),
        ({"second": None, "standing": "in_force"}, "decision_filed_or_referred_by_two"),
        ({"second": None, "standing": "superseded"}, "decision_filed_or_referred_by_two"),
        ({"kind": "burn"}, "decision_kind_is_known"),
        ({"standing": "maybe"}, "decision_standing_is_known"),
    ],
)
def test_the_database_itself_refuses(team, lead, changed, law):
    """A second person who is the first, or none at all, cannot be written, whatever code or hand tries."""

    proposal = propose(lead, team["analyst"], "file")
    values = {name: (team["analyst"].user.pk if value == "proposer" else value) for name, value in changed.items()}
    values = {("second_id" if name == "second" else name): value for name, value in values.items()}
    sets = ", ".join(f"{name} = %s" for name in values)
    key = proposal.pk.hex if connection.vendor == "sqlite" else str(proposal.pk)
    with pytest.raises(IntegrityError, match=law), db.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE casework_decision SET {sets} WHERE id = %s", [*values.values(), key])
    assert Decision.objects.get().standing == "proposed"


def test_one_proposal_and_one_decision_in_force_a_lead(team, lead):

    propose(lead, team["analyst"], "file")
    with pytest.raises(IntegrityError), db.atomic():
        Decision.objects.create(lead=lead, kind="refer", standing="proposed", version=1, grounds="x",
                                proposed_by=team["reviewer"].user, proposed=timezone.now())  # fmt: skip


def test_what_was_not_approved_goes_back_to_where_it_was(team, lead):

    propose(lead, team["analyst"], "case")
    proposal = propose(lead, team["analyst"], "file")
    with refused("No reason"):
        refuse(proposal.pk, team["supervisor"].user, team["supervisor"].who, " ")
    refuse(proposal.pk, team["supervisor"].user, team["supervisor"].who, "The receivers are her cousins.")
    lead.refresh_from_db()
    assert lead.state == "case"


def test_an_answer_is_given_once(team, lead):

    proposal = propose(lead, team["analyst"], "file")
    approve(proposal.pk, team["reviewer"].user, team["reviewer"].who, "")
    with refused("no longer waits"):
        approve(proposal.pk, team["supervisor"].user, team["supervisor"].who, "")
    with refused("no longer waits"):
        withdraw(proposal.pk, team["analyst"].user, team["analyst"].who)


def test_only_the_proposer_withdraws(team, lead):

    proposal = propose(lead, team["analyst"], "refer")
    with refused("Not your proposal"):
        withdraw(proposal.pk, team["reviewer"].user, team["reviewer"].who)
    withdraw(proposal.pk, team["analyst"].user, team["analyst"].who)
    lead.refresh_from_db()
    assert lead.state == "open"


def test_who_decides_on_what_was_seen_before_somebody_else_acted_is_told_so(team, lead):

    propose(lead, team["analyst"], "case")
    with refused("meanwhile"):
        step(lead.lead_id, 0, team["reviewer"].user, team["reviewer"].who, Wish("file", "Seen an hour ago."))


@pytest.mark.parametrize(
    ("kind", "more", "said"),
    [
        ("dismiss", {}, "No explanation"),
        ("dismiss", {"explanation": "because"}, "No explanation"),
        ("watch", {}, "No day"),
        ("watch", {"watch_until": date(2020, 1, 1)}, "No day"),
        ("file", {"grounds": " short "}, "No grounds"),
        ("burn", {}, "No such decision"),
        ("reopen", {}, "cannot follow"),
    ],
)
def test_what_is_incomplete_is_refused_and_changes_nothing(filled, person, kind, more, said):

    lead = Lead.objects.first()
    with refused(said):
        propose(lead, person("analyst"), kind, **more)
    lead.refresh_from_db()
    assert (lead.state, lead.revision, Decision.objects.count()) == ("open", 0, 0)


def test_every_ordinary_explanation_can_be_chosen(filled, person):

    assert "family_support" in explanations("originator")
    assert set(OTHERS) < set(explanations("beneficiary"))
    lead = Lead.objects.filter(role="originator").first()
    assert propose(lead, person("analyst"), "dismiss", explanation="family_support").standing == "in_force"


def test_a_watched_lead_comes_back_on_its_day(filled, person):

    lead = Lead.objects.first()
    propose(lead, person("analyst"), "watch", watch_until=date(2098, 5, 4))
    assert wake_watched(date(2098, 5, 3)) == 0
    assert wake_watched(date(2098, 5, 4)) == 1
    lead.refresh_from_db()
    assert lead.state == "open"


def test_outcomes_are_what_detect_takes(team, lead, tmp_path):

    first, second, third, fourth, fifth = Lead.objects.order_by("pk")[:5]
    own = next(name for name in explanations(fifth.role) if name not in OTHERS)
    propose(fifth, team["analyst"], "dismiss", explanation=own)
    proposal = propose(first, team["analyst"], "file")
    approve(proposal.pk, team["reviewer"].user, team["reviewer"].who, "")
    propose(second, team["analyst"], "dismiss", explanation="other_ordinary")
    propose(third, team["analyst"], "case")
    propose(fourth, team["analyst"], "refer")
    (tmp_path / "known.csv").write_text(as_csv())
    known = read_known(tmp_path / "known.csv", load([LIBRARY], catalogue.bands()))
    assert sorted(known.outcomes.rows()) == sorted([
        (first.role, first.subject, first.pattern, "confirmed", None),
        (second.role, second.subject, second.pattern, "dismissed", None),
            (fifth.role, fifth.subject, fifth.pattern, "dismissed", own),
    ])  # fmt: skip


def test_every_step_is_in_the_log(team, lead):

    proposal = propose(lead, team["analyst"], "file")
    approve(proposal.pk, team["reviewer"].user, team["reviewer"].who, "")
    said = list(Entry.objects.filter(object=lead.lead_id).order_by("number").values_list("actor", "action"))
    assert said == [("analyst", "proposed"), ("reviewer", "approved")]


def test_an_outcome_holds_for_every_account_and_the_later_decision_counts(filled, person):
    ana = person("analyst")
    first, second = Lead.objects.filter(role="originator").order_by("pk")[:2]
    Lead.objects.filter(pk=second.pk).update(pattern=first.pattern)
    first.appearances.create(role="originator", party="C-ALSO", own=True, payments=0)
    second.appearances.create(role="originator", party="C-ALSO", own=True, payments=0)
    propose(first, ana, "dismiss", explanation="nothing_found")
    propose(second, ana, "dismiss", explanation="family_support")
    told = {row[1]: row[4] for row in outcomes()}
    assert told == {first.subject: "", second.subject: "family_support", "C-ALSO": "family_support"}
