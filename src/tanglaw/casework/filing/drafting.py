"""A draft: the dossier of leads of a case, each from the run that found it last, with what the case knows of people."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.cases.holding import held
from tanglaw.casework.filing import place
from tanglaw.casework.filing.named import with_the_case
from tanglaw.casework.filing.refusing import refusing
from tanglaw.casework.intake.folder import fingerprint
from tanglaw.casework.models import Appearance, Case, Filing, FilingHand, FilingStep, Lead, Material, Run, User
from tanglaw.casework.reading import visible
from tanglaw.casework.sealing.fields import sealed
from tanglaw.casework.site.problems import RefusedError
from tanglaw.common.errors import FaultsError
from tanglaw.filings.dossier.dossier import Earlier
from tanglaw.filings.dossier.files import from_json, to_json
from tanglaw.filings.dossier.from_run import dossier_of
from tanglaw.filings.dossier.run_folder import RunFolder, read_run
from tanglaw.filings.dossier.run_material import run_of
from tanglaw.filings.due import due_on


def begin(case: int, leads: Lead | Sequence[Lead], profile_name: str, user: User, who: Who) -> Filing:
    """Begin a filing about leads of a case.

    Args:
        case: which.
        leads: of the case; of none, all that it holds and its drafter may see, parts of joined leads left out.
        profile_name: for whom.
        user: drafts.
        who: for the log.

    Raises:
        RefusedError: the case is closed or does not hold a lead, a run is gone or changed, or no such profile.
    """
    wanted = [leads] if isinstance(leads, Lead) else list(leads)
    with refusing(), held(case) as found:
        chosen = _chosen(found, wanted, user)
        profile = place.profile(profile_name)
        today = timezone.now().date()
        made = dossier_of(
            _runs(chosen), dated=today, filer=place.filer() or profile.filer, earlier=_earlier(chosen),
            reference=_reference(chosen, profile.authority),
        )  # fmt: skip
        made = with_the_case(made, found)
        filing = Filing.objects.create(
            case=found, lead=chosen[0], authority=profile.authority, form=profile.form, profile=profile_name,
            reference=made.reference, begun=timezone.now(), begun_by=user, prepared_by=user, suspected=today,
            due=due_on(profile.deadline, today, profile.country) if profile.deadline else None,
            **sealed(dossier=to_json(made)),
        )  # fmt: skip
        filing.leads.set(chosen)
        FilingHand.objects.create(filing=filing, user=user)
        FilingStep.objects.create(filing=filing, at=timezone.now(), who=user.username, what="begun")
        append(who, Action.FILING_STEP, "filing", filing.pk, {"step": "begun"})
    return filing


def _chosen(case: Case, wanted: Sequence[Lead], user: User) -> list[Lead]:
    """Give the leads to report, the most urgent first.

    Raises:
        RefusedError: the case does not hold one of them, or holds none at all.
    """
    holds = list(visible.leads(user).filter(holdings__case=case, holdings__current=True).select_related("last_run"))
    held_now = {lead.pk for lead in holds}
    if lost := [lead for lead in wanted if lead.pk not in held_now]:
        which = ", ".join(str(lead.pk) for lead in lost)
        raise RefusedError("Not in this case", f"A filing is about leads of the case; lead {which} is not there.", 422)
    asked = {lead.pk for lead in wanted}
    chosen = [lead for lead in holds if (lead.pk in asked if asked else lead.part_of_id not in held_now)]
    if not chosen:
        raise RefusedError("No lead", "A filing is about leads of the case; it holds none.", 422)
    return sorted(chosen, key=lambda lead: (-lead.urgency, -lead.score, lead.pk))


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


def _runs(leads: Sequence[Lead]) -> list[RunFolder]:
    """Give of each lead the run that found it last: what was kept of it, or its folder if it is still what it was.

    Raises:
        RefusedError: neither is there.
    """
    found = {
        one.lead_id: run_of(bytes(one.data))
        for one in Material.objects.filter(lead__in=leads, run=F("lead__last_run")).select_related("lead__key")
    }
    by_run: dict[Run, list[Lead]] = {}
    for lead in leads:
        if lead.pk not in found:
            by_run.setdefault(lead.last_run, []).append(lead)
    for run, theirs in by_run.items():
        read = read_run(_folder(run), [lead.lead_id for lead in theirs])
        found |= {lead.pk: one for lead, one in zip(theirs, read, strict=True)}
    return [found[lead.pk] for lead in leads]


def _folder(run: Run) -> Path:
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


def _reference(leads: Sequence[Lead], authority: str) -> str:
    more = f"-and-{len(leads) - 1}-more" if len(leads) > 1 else ""
    stem = f"{leads[0].lead_id}{more}-{timezone.now().date():%Y%m%d}"
    known = set(
        Filing.objects.filter(authority=authority, reference__startswith=stem).values_list("reference", flat=True)
    )
    return next(one for one in (stem, *(f"{stem}-{n}" for n in range(2, 1_000))) if one not in known)


def _earlier(leads: Sequence[Lead]) -> tuple[Earlier, ...]:
    """Name what was acknowledged about the same accounts before."""
    same: set[int] = set()
    for role in {lead.role for lead in leads}:
        own = Appearance.objects.filter(lead__in=leads, lead__role=role, own=True).values("index")
        found = Lead.objects.filter(role=role, appearances__own=True, appearances__index__in=own)
        same |= set(found.values_list("pk", flat=True))
    filed = Filing.objects.filter(leads__in=same, receipt__isnull=False).distinct().order_by("pk")
    return tuple(
        Earlier(reference=one.receipt or one.reference, authority=one.authority, filed_on=one.begun.date())
        for one in filed
    )
