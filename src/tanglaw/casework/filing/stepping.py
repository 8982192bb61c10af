"""The way of a filing, by the rules of :mod:`tanglaw.filings.submission.machine`."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.cases.holding import held, said
from tanglaw.casework.decisions.deciding import note_filed
from tanglaw.casework.filing import place
from tanglaw.casework.filing.kept import Kept
from tanglaw.casework.filing.refusing import refusing
from tanglaw.casework.models import Filing, FilingHand, FilingStep, User
from tanglaw.casework.permissions import hands
from tanglaw.casework.sealing.fields import sealed
from tanglaw.casework.site.problems import RefusedError
from tanglaw.filings.dossier.files import from_json, to_json
from tanglaw.filings.filing import render, with_filer
from tanglaw.filings.rendering import Rendering
from tanglaw.filings.submission import machine
from tanglaw.filings.submission.machine import Received
from tanglaw.filings.submission.states import State


def validate(number: int, revision: int, user: User, who: Who) -> Rendering:
    """Put a draft into its form; where the form takes it, it waits for a second person.

    Returns:
        What came of it: faults, each with the field to mend, or the files.

    Raises:
        RefusedError: no draft any more, somebody wrote meanwhile, or another one is on its way.
    """
    with refusing(), transaction.atomic():
        filing = _locked(number)
        if filing.state != "draft" or filing.revision != revision:
            raise RefusedError("Somebody acted on it meanwhile", "Nothing was changed. Look at it as it is now.")
        profile = place.profile(filing.profile)
        dossier = with_filer(from_json(filing.dossier), place.filer(), profile)
        made = render(dossier, filing.form, profile)
        if made.refused:
            return made
        kept = Kept(who, filing.pk)
        # The institution's own profiles may carry any id; the name that finds it again is the one to keep.
        named = profile.model_copy(update={"id": filing.profile})
        machine.prepare(
            kept, dossier, named, made, user.username, suspected=filing.suspected, corrects=filing.corrects_id
        )
    return made


def approve(number: int, user: User, who: Who) -> None:
    """Approve as somebody who did not write on it; its leads count as filed from then on.

    Raises:
        RefusedError: one wrote on it oneself, or it does not wait.
    """
    with refusing(), transaction.atomic():
        filing = _locked(number)
        if user.pk in hands(filing):
            raise RefusedError("A second person decides", "You wrote on this filing; somebody else approves it.", 403)
        machine.approve(Kept(who), number, user.username)
        for lead in filing.leads.order_by("pk").values_list("pk", flat=True):
            note_filed(lead, filing.prepared_by, user, who, f"Decided in case {filing.case_id}.")


def back_to_draft(number: int, user: User, who: Who, why: str) -> None:
    """Bring a filing back to draft, with the reason; it loses approval and signatures.

    Raises:
        RefusedError: no reason, or it left already.
    """
    with refusing():
        Kept(who).move(number, "draft", user.username, said(why, "The reason", 1_000, 10))


def withdraw(number: int, user: User, who: Who, why: str) -> None:
    """Withdraw a filing that has not left.

    Raises:
        RefusedError: no reason, or it left already.
    """
    with refusing():
        machine.send_back(Kept(who), number, user.username, said(why, "The reason", 1_000, 10))


def sign(number: int, user: User, who: Who) -> None:
    """Sign each file of an approved filing.

    Raises:
        RefusedError: not approved, changed since, or the key cannot be used.
    """
    with refusing(), transaction.atomic():
        _locked(number)
        machine.sign_submission(Kept(who), number, place.key(), user.username)


def hand_over(number: int, user: User, who: Who, *, again: bool = False) -> None:
    """Hand a signed filing over, once. Not in one transaction: that it is leaving is written down before it leaves.

    Raises:
        RefusedError: no way is set up, not signed, the way failed, or nobody knows whether it arrived.
    """
    with refusing():
        machine.hand_over(Kept(who), number, place.transport(), user.username, again=again)


def receive(user: User, who: Who) -> list[Received]:
    """Read the answers that came back.

    Raises:
        RefusedError: no way is set up, or it failed.
    """
    with refusing():
        return machine.receive(Kept(who), place.transport(), user.username)


def correct(number: int, user: User, who: Who) -> Filing:
    """Begin the next version of a filing that was answered.

    Raises:
        RefusedError: it was not answered, the case is closed, or a correction is under way.
    """
    with refusing(), transaction.atomic():
        old = _locked(number)
        with held(old.case_id):
            if (under_way := old.corrections.exclude(state="withdrawn").first()) is not None:
                raise RefusedError("It is being corrected", f"By filing {under_way.pk}.")
            dossier = machine.correction(Kept(who), number, user.username)
            known = Filing.objects.filter(authority=old.authority, reference=old.reference)
            version = max(known.values_list("version", flat=True)) + 1
            dossier = dossier.model_copy(update={"version": version, "dated": timezone.now().date()})
            filing = Filing.objects.create(
                case_id=old.case_id, lead_id=old.lead_id, authority=old.authority, form=old.form, profile=old.profile,
                reference=old.reference, version=version, begun=timezone.now(), begun_by=user, prepared_by=user,
                suspected=old.suspected, due=old.due, corrects=old, **sealed(dossier=to_json(dossier)),
            )  # fmt: skip
            filing.leads.set(old.leads.all())
            FilingHand.objects.create(filing=filing, user=user)
            what = f"corrects filing {old.pk}"
            FilingStep.objects.create(
                filing=filing, at=timezone.now(), who=user.username, what="begun", **sealed(detail=what)
            )
            append(who, Action.FILING_STEP, "filing", filing.pk, {"step": "begun"})
    return filing


@dataclass(frozen=True, slots=True)
class Next:
    """What somebody can do with a filing as it stands."""

    edit: bool = False
    validate: bool = False
    approve: bool = False
    back: bool = False
    sign: bool = False
    hand_over: bool = False
    again: bool = False
    correct: bool = False
    withdraw: bool = False


def what_next(filing: Filing, user: User, *, second: bool) -> Next:
    """Tell what a page may offer; each step looks again."""
    state: State = filing.state  # type: ignore[assignment]  # the database holds no other
    left = state in {"handing over", "handed over", "acknowledged", "rejected", "corrected", "withdrawn"}
    return Next(
        edit=state == "draft", validate=state == "draft",
        approve=state == "validated" and second and user.pk not in hands(filing),
        back=state in {"validated", "approved", "signed"}, sign=state == "approved" and second,
        hand_over=state in {"signed", "handing over"}, again=state == "handing over",
        correct=state in {"rejected", "acknowledged"} and not filing.corrections.exclude(state="withdrawn").exists(),
        withdraw=not left,
    )  # fmt: skip


def _locked(number: int) -> Filing:
    """Lock a filing and what it corrects, the earlier one first as everywhere."""
    corrects = Filing.objects.filter(pk=number).values_list("corrects", flat=True).first()
    both = [one for one in (corrects, number) if one is not None]
    list(Filing.objects.select_for_update().filter(pk__in=both).order_by("pk"))
    return Filing.objects.select_related("prepared_by").get(pk=number)
