"""A workspace with something of everything in it, for matrices of who may do what: names to ids."""

from __future__ import annotations

from types import SimpleNamespace

from django.utils import timezone
from tests.filings.invented import dossier

from tanglaw.casework.audit.chain import CONSOLE, Who
from tanglaw.casework.cases import referring, tasks
from tanglaw.casework.decisions import links
from tanglaw.casework.decisions.deciding import Wish, propose
from tanglaw.casework.filing import stepping
from tanglaw.casework.filing.kept import Kept
from tanglaw.casework.intake.content import unpack
from tanglaw.casework.models import Case, CaseLead, Filing, Lead, User
from tanglaw.casework.retention import early, holds
from tanglaw.casework.roles import Role
from tanglaw.casework.running import sources, starting
from tanglaw.casework.sealing.blind import blind as handle
from tanglaw.filings.dossier.files import to_json

from .conftest import bring_in
from .runs import write_run


def leads_and_runs(workspace, proposer, folder):
    """A lead with a hold, one that is proposed to be filed, one of several accounts, a wish, sources, a detection."""
    lead, proposed = Lead.objects.order_by("pk")[:2]
    decision = propose(proposed.lead_id, 0, proposer.user, proposer.who, Wish("file", "Seven unrelated payers."))
    hold = holds.place(lead, proposer.user, proposer.who, "A court asked for it.")
    wish = early.ask(Lead.objects.order_by("pk").last().lead_id, proposer.user, proposer.who, "A court ordered it.")
    busy, _ = (sources.keep(sources.Described(name, [workspace]), Who(CONSOLE))[0] for name in ("busy", "idle"))
    detection = starting.start(busy, None, starting.SCHEDULE)
    bring_in(write_run(folder / "joined", joined=True))
    joined = Lead.objects.order_by("pk").last()
    accounts = unpack(joined.versions.first().content, 1)[0].subject_ids
    (split, *_) = links.split(joined, accounts[:3], accounts[2:3], "They are two sisters.", proposer.user, proposer.who)
    return {
        "hold": hold.pk, "early": wish.pk, "joined": joined.lead_id, "account": handle(joined.role, accounts[0]), "handle": handle(lead.role, lead.subject),
        "link": str(split.pk), "lead": lead.lead_id, "proposed": proposed.lead_id, "decision": str(decision.pk), "detection": str(detection.pk),
    }  # fmt: skip


def cases_and_filings(workspace):
    """A case with everything in it, one that can be closed, one that is closed, and filings on their way, too."""
    held = Lead.objects.order_by("pk")[2]
    user = User.objects.get(username="proposer")
    who = SimpleNamespace(user=user, who=Who(user.username))
    propose(held.lead_id, 0, who.user, who.who, Wish("case", "Two households are involved."))
    case = CaseLead.objects.get(lead=held, current=True).case
    now = timezone.now()
    emptied, closed = (
        Case.objects.create(title="Another", opened=now, opened_by=who.user, **more)
        for more in ({}, {"state": "closed", "outcome": "explained", "closed": now, "closed_by": who.user})
    )
    wish = referring.Wish(
        "police", "Child protection desk", "", "vital", "", "Where a child may be.", "Danger to a child.", apart=True
    )
    referral, approved = (referring.propose(case.pk, who.user, who.who, wish) for _ in range(2))
    second = User.objects.make("second", "a-long-first-password", Role.REVIEWER)
    referring.approve(case.pk, approved.pk, second, Who("second"), "")
    task = tasks.add_task(case.pk, who.user, who.who, "Call the bank", "", now.date())
    return _filings(case, Lead.objects.order_by("pk")[3], who, second, workspace) | {
        "case": case.pk, "task": task.pk, "subject": case.subjects.get().pk, "held": held.lead_id,
        "referral": str(referral.pk), "approved": str(approved.pk), "emptied": emptied.pk, "closed": closed.pk,
    }  # fmt: skip


def _filings(case, lead, who, second, workspace):
    (workspace / "filing" / "box").mkdir(parents=True)
    (workspace / "filing" / "transport.toml").write_text('transport = "folder"\noutbox = "box"\ninbox = "box"\n')
    case.people.all().delete()  # so that a role is what counts
    made = {}
    for name in ("filing", "waiting", "unsigned", "signed", "rejected"):
        one = Filing.objects.create(
            case=case, lead=lead, authority="An authority", form="str", profile="str-generic", reference=name,
            begun=timezone.now(), begun_by=who.user, prepared_by=who.user, suspected=timezone.now().date(),
            dossier=to_json(dossier(reference=name)),
        )  # fmt: skip
        made[name] = one.pk
        if name != "filing":
            assert not stepping.validate(one.pk, 0, who.user, who.who).refused
        if name in {"unsigned", "signed", "rejected"}:
            stepping.approve(one.pk, second, Who("second"))
        if name in {"signed", "rejected"}:
            stepping.sign(one.pk, second, Who("second"))
        if name == "rejected":
            stepping.hand_over(one.pk, who.user, who.who)
            Kept(who.who).settle(one.pk, "no.json", b"no", "rejected", "second", None, ())
    return made | {"file": "rejected.json"}
