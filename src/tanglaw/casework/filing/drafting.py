"""A draft: the dossier of one lead of a case, from the run it was found by, with what the case knows of its people."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.cases.holding import held
from tanglaw.casework.filing import place
from tanglaw.casework.filing.refusing import refusing
from tanglaw.casework.intake.folder import fingerprint
from tanglaw.casework.models import Appearance, Case, Filing, FilingHand, FilingStep, Lead, User
from tanglaw.casework.models.case_subject import SubjectRole
from tanglaw.casework.sealing.fields import sealed
from tanglaw.casework.site.problems import RefusedError
from tanglaw.common.errors import FaultsError
from tanglaw.filings.dossier.dossier import Dossier, Earlier
from tanglaw.filings.dossier.drafting import draft as drafted
from tanglaw.filings.dossier.files import from_json, to_json
from tanglaw.filings.dossier.from_run import dossier_from_run
from tanglaw.filings.dossier.narrative import Narrative
from tanglaw.filings.dossier.party import Party
from tanglaw.filings.due import due_on


def begin(case: int, lead: Lead, profile_name: str, user: User, who: Who) -> Filing:
    """Begin a filing about one lead of a case.

    Raises:
        RefusedError: the case is closed or does not hold the lead, its run is gone or changed, or no such profile.
    """
    with refusing(), held(case) as found:
        if not found.holdings.filter(lead=lead, current=True).exists():
            raise RefusedError("Not in this case", "A filing is about a lead of the case.", 422)
        profile = place.profile(profile_name)
        today = timezone.now().date()
        made = dossier_from_run(
            _run_folder(lead), lead.lead_id, dated=today, filer=place.filer() or profile.filer,
            reference=_reference(lead, profile.authority), earlier=_earlier(lead),
        )  # fmt: skip
        made = _with_the_case(made, found)
        filing = Filing.objects.create(
            case=found, lead=lead, authority=profile.authority, form=profile.form, profile=profile_name,
            reference=made.reference, begun=timezone.now(), begun_by=user, prepared_by=user, suspected=today,
            due=due_on(profile.deadline, today) if profile.deadline else None, **sealed(dossier=to_json(made)),
        )  # fmt: skip
        FilingHand.objects.create(filing=filing, user=user)
        FilingStep.objects.create(filing=filing, at=timezone.now(), who=user.username, what="begun")
        append(who, Action.FILING_STEP, "filing", filing.pk, {"step": "begun"})
    return filing


def amend(filing: int, revision: int, user: User, who: Who, changes: Mapping[str, Any], *, what: str) -> Filing:
    """Change fields of a draft's dossier; the draft of the narrative cannot be changed.

    Args:
        filing: which.
        revision: as the page showed it.
        user: writes.
        who: for the log.
        changes: fields of the dossier, as JSON holds them.
        what: was changed, in a word.

    Raises:
        RefusedError: no draft any more, somebody wrote meanwhile, or the values do not fit: all of them at once.
    """
    with refusing(), transaction.atomic():
        draft = Filing.objects.select_for_update().get(pk=filing)
        if draft.state != "draft":
            raise RefusedError("No draft any more", f"It is {draft.state}. Bring it back to draft to change it.")
        if draft.revision != revision:
            raise RefusedError("Somebody wrote meanwhile", "Nothing was changed. Look at it as it is now.")
        held_now = from_json(draft.dossier).model_dump(mode="json")
        draft.dossier = to_json(from_json(json.dumps(held_now | dict(changes)), "The filing"))
        draft.revision += 1
        draft.save(update_fields=["sealed_dossier", "revision"])
        FilingHand.objects.get_or_create(filing=draft, user=user)
        FilingStep.objects.create(filing=draft, at=timezone.now(), who=user.username, what=f"{what} changed")
        append(who, Action.FILING_STEP, "filing", draft.pk, {"step": f"{what} changed"})
    return draft


def _run_folder(lead: Lead) -> Path:
    """Return the folder of the run that found the lead last, if it is still what was brought in."""
    run = lead.last_run
    folder = Path(run.folder)
    try:
        same = fingerprint(folder) == run.fingerprint
    except FaultsError:
        same = False
    if not same:
        raise RefusedError(
            "The run is not where it was",
            f"Run {run.pk} was brought in from {folder}; its tables are gone or were changed since, so that a filing "
            "would not say what was decided on. Put them back, or bring in a newer run.",
        )
    return folder


def _reference(lead: Lead, authority: str) -> str:
    stem = f"{lead.lead_id}-{timezone.now().date():%Y%m%d}"
    known = set(
        Filing.objects.filter(authority=authority, reference__startswith=stem).values_list("reference", flat=True)
    )
    return next(one for one in (stem, *(f"{stem}-{n}" for n in range(2, 1_000))) if one not in known)


def _earlier(lead: Lead) -> tuple[Earlier, ...]:
    """Name what was acknowledged about the same accounts before."""
    own = Appearance.objects.filter(lead=lead, own=True).values("index")
    same = Lead.objects.filter(role=lead.role, appearances__own=True, appearances__index__in=own)
    found = Filing.objects.filter(lead__in=same, receipt__isnull=False).distinct().order_by("pk")
    return tuple(
        Earlier(reference=one.receipt or one.reference, authority=one.authority, filed_on=one.begun.date())
        for one in found
    )


def _with_the_case(dossier: Dossier, case: Case) -> Dossier:
    """Take over what people found out: who may be a victim, names and words about accounts of the dossier."""
    known = {(one.side, one.party): one for one in case.subjects.exclude(index="")}
    parties = []
    for party in dossier.parties:
        one = next((known[party.side, account] for account in party.ids if (party.side, account) in known), None)
        changes: dict[str, object] = {}
        if one is not None and one.name and one.name not in party.names:
            changes["names"] = (*party.names, one.name)
        if one is not None and one.about:
            changes["note"] = " ".join(text for text in (party.note, one.about) if text)
        if one is not None and one.role == SubjectRole.VICTIM:
            because = party.protected_because or "a possible victim, as people found out"
            changes |= {"protected": True, "protected_because": because}
            changes |= {"standing": "possible victim"} if party.standing != "counterparty's counterparty" else {}
        parties.append(Party.model_validate(party.model_dump() | changes))
    changed = dossier.model_copy(update={"parties": tuple(parties)})
    return changed.model_copy(update={"narrative": Narrative(draft=drafted(changed))})
