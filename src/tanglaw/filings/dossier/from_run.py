"""Makes a dossier from one or several leads, each with the folder of the run that found it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

from tanglaw.common.errors import UsageError
from tanglaw.filings.dossier.contrast import closest_ordinary
from tanglaw.filings.dossier.dossier import AtRisk, Dossier, Earlier, Label, Origin
from tanglaw.filings.dossier.drafting import draft
from tanglaw.filings.dossier.filer import Filer
from tanglaw.filings.dossier.grounds import Assessment, Ground
from tanglaw.filings.dossier.labels import labels_for
from tanglaw.filings.dossier.markings import Markings
from tanglaw.filings.dossier.matter import Matter
from tanglaw.filings.dossier.narrative import Narrative
from tanglaw.filings.dossier.people import Keys, parties_of
from tanglaw.filings.dossier.recorded_payments import payments_of, rows_of
from tanglaw.filings.dossier.run_folder import RunFolder, read_run
from tanglaw.filings.dossier.same_party import SameParty
from tanglaw.filings.dossier.wider_circle import circle_of
from tanglaw.leads.lead import Reason

_CHILDREN: Final = {
    "livestream_purchase": ("children near the receivers", "beneficiary"),
    "facilitation": ("children in or near the receiver's household", "beneficiary"),
    "minor_purchase": ("the receivers, who may be minors", "beneficiary"),
    "minor_recipient": ("the account holder, who may be a minor", "beneficiary"),
    "extortion_victim": ("the account holder, who may be a minor and may harm themselves", "originator"),
    "extortion_collection": ("the payers, who may be minors and may harm themselves", "originator"),
}


def dossier_from_run(
    folder: Path,
    wanted: str | Sequence[str],
    *,
    dated: date,
    reference: str | None = None,
    filer: Filer | None = None,
    markings: Markings | None = None,
    earlier: tuple[Earlier, ...] = (),
) -> Dossier:
    """Make the dossier of one or several leads of a run, narrative drafted.

    Args:
        folder: where ``detect`` wrote.
        wanted: of each lead, its id, its rank, or the id of a subject that has one lead; the first is the first that
            the filing is about.
        dated: the day the filing is prepared.
        reference: the filer's own reference; left out, the first lead's id and the day.
        filer: who files.
        markings: how it may be shared.
        earlier: reports filed before about the same people.

    Raises:
        UsageError: no finished run there, or no such lead.
    """
    runs = read_run(folder, [wanted] if isinstance(wanted, str) else wanted)
    return dossier_of(runs, dated=dated, reference=reference, filer=filer, markings=markings, earlier=earlier)


def dossier_of(
    runs: Sequence[RunFolder],
    *,
    dated: date,
    reference: str | None = None,
    filer: Filer | None = None,
    markings: Markings | None = None,
    earlier: tuple[Earlier, ...] = (),
) -> Dossier:
    """Make one dossier of leads that one or several runs found; see :func:`dossier_from_run`.

    Args:
        runs: one a lead, in the order in which the leads are told.
        dated: the day the filing is prepared.
        reference: the filer's own reference.
        filer: who files.
        markings: how it may be shared.
        earlier: reports filed before about the same people.

    Raises:
        UsageError: no lead at all.
    """
    if not runs:
        raise UsageError("No lead is named; expected one at least.")
    same = SameParty(runs)
    rows = rows_of(runs)
    keys, parties = parties_of(runs, rows, same)
    payments = payments_of(rows, keys, same)
    circles, ties = circle_of(runs, keys, payments, same)
    matters = [_matter(run, keys, same) for run in runs]
    lead = runs[0].lead
    more = f"-and-{len(runs) - 1}-more" if len(runs) > 1 else ""
    bare = Dossier(
        reference=reference or f"{lead.lead_id}{more}-{dated:%Y%m%d}",
        dated=dated,
        filer=filer,
        markings=markings or Markings(),
        subject=matters[0].subject,
        side=matters[0].side,
        parties=tuple(parties),
        payments=payments,
        circles=circles,
        ties=ties,
        assessment=matters[0].assessment,
        further=tuple(matters[1:]),
        narrative=Narrative(draft=()),
        earlier=earlier,
        origin=_origin(runs),
    )
    told = bare.model_copy(update={"labels": _labels(bare), "at_risk": _at_risk(bare)})
    return told.model_copy(update={"narrative": Narrative(draft=draft(told))})


def _matter(run: RunFolder, keys: Keys, same: SameParty) -> Matter:
    lead = run.lead
    return Matter(
        subject=keys[same.of(lead.role, lead.entity_id)], side=lead.role, assessment=_assessment(run),
        payments_recorded=lead.payments,
    )  # fmt: skip


def _labels(dossier: Dossier) -> tuple[Label, ...]:
    """Give the labels of every lead, each once."""
    found: dict[Label, None] = {}
    for matter in dossier.matters:
        payments = dossier.payments_of(matter)
        payers = [dossier.party(key) for key in dict.fromkeys(payment.payer for payment in payments)]
        first_day = payments[0].at.date() if payments else dossier.dated
        found |= dict.fromkeys(labels_for(matter.assessment.pattern, payers, first_day))
    return tuple(found)


def _at_risk(dossier: Dossier) -> tuple[AtRisk, ...]:
    """Say who may be at risk by each lead; the same people by several leads stand once, with all places."""
    where: dict[str, dict[str, None]] = {}
    why: dict[str, dict[str, None]] = {}
    for matter in dossier.matters:
        pattern = matter.assessment.pattern
        if pattern not in _CHILDREN:
            continue
        who, side = _CHILDREN[pattern]
        end = "payer" if side == "originator" else "receiver"
        places = where.setdefault(who, {})
        for payment in dossier.payments_of(matter):
            city, country = getattr(payment, f"{end}_city"), getattr(payment, f"{end}_country")
            places[f"{city}, {country}" if city else country] = None
        why.setdefault(who, {})[f"Payment pattern consistent with: {matter.assessment.pattern_title}."] = None
    return tuple(AtRisk(who=who, where="; ".join(where[who]), why=" ".join(why[who])) for who in where)


def _assessment(run: RunFolder) -> Assessment:
    lead = run.lead
    return Assessment(
        lead_id=lead.lead_id,
        rank=lead.rank,
        pattern=lead.pattern,
        pattern_title=lead.pattern_title,
        pattern_sha256=str(run.run.get("patterns", {}).get(lead.pattern, "")),
        score=lead.score,
        log_odds=lead.log_odds,
        prior=lead.prior,
        competition=lead.competition,
        urgency=lead.urgency,
        urgency_reasons=lead.urgency_reasons,
        account_holder=lead.account_holder,
        reasons=tuple(_ground(reason) for reason in lead.reasons),
        against=tuple(_ground(reason) for reason in lead.against),
        ordinary=closest_ordinary(lead, run.measured, run.model),
        abstained=lead.abstained,
    )


def _ground(reason: Reason) -> Ground:
    return Ground(**{name: getattr(reason, name) for name in Ground.model_fields})


def _origin(runs: Sequence[RunFolder]) -> Origin:
    """Say what it was made from; of several runs, the inputs and patterns of all, and the data from first to last."""
    told: list[dict[str, Any]] = [run.run for run in runs]
    version = told[0].get("version", {})
    periods = [one.get("period", {}) for one in told]
    inputs = [Path(str(item.get("name", ""))).name for one in told for item in one.get("inputs", ())]
    return Origin(
        made_by=f"tanglaw {version.get('tanglaw', '')}".strip(),
        engine=str(told[0].get("engine", {}).get("name", "")),
        rates=str(version.get("rates", "")),
        inputs=tuple(dict.fromkeys(inputs)),
        data_from=min(str(period.get("from", "")) for period in periods),
        data_to=max(str(period.get("to", "")) for period in periods),
        patterns={str(name): str(sha) for one in told for name, sha in one.get("patterns", {}).items()},
        payments_recorded=runs[0].lead.payments,
    )
