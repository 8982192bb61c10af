"""Gathers everything about one person: leads, payments, decisions, notes, looks, cases, and lines of the log.

Nothing that would tip somebody off goes along: filings, referrals and proposals of either, the words written around
them, and states that would give them away, unless law allows it. The document never says whether anything was left out.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import polars as pl
from django.db.models import Q
from django.utils import timezone

from tanglaw.casework.access.others import Others
from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.reasons import opened
from tanglaw.casework.intake.content import unpack
from tanglaw.casework.models import CaseSubject, Decision, Entry, Lead, Link, ProtectedParty, User, Version
from tanglaw.casework.models.decision import Kind
from tanglaw.casework.models.lead import State
from tanglaw.casework.reading import visible
from tanglaw.casework.sealing.blind import SEARCH, blind
from tanglaw.filings.dossier.money import exact
from tanglaw.leads.lead import Lead as Finding
from tanglaw.leads.report.parties import OTHER_SIDE
from tanglaw.leads.shield import Party

STANDING_NOTICE: Final = (
    "Law may require that some records are left out of such an answer. This document does not say whether any were."
)
_SECRET_KINDS: Final = (Kind.FILE, Kind.REFER)
_SECRET_STATES: Final = (State.PROPOSED, State.FILED, State.REFERRED, State.CASE)
_TOLD: Final = frozenset(
    {
        Action.LEAD_SEEN, Action.LEAD_CLAIMED, Action.LEAD_RELEASED, Action.LEAD_ASSIGNED, Action.NAMES_UNMASKED,
        Action.NOTE_ADDED, Action.DECIDED, Action.QUEUE_SEEN, Action.ACCESS_EXPORTED, Action.ACCOUNTS_SPLIT,
        Action.SPLIT_UNDONE,
    }
)  # fmt: skip
"""What the log says of a lead that reveals nothing of a filing; every other line needs law to allow it."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """The document, as plain data, and what its maker should know: how many records were left out, and of whom."""

    document: dict[str, Any]
    leads: int
    left_out: int
    protected: bool


def gather(accounts: Sequence[str], reader: User, *, everything: bool, now: datetime | None = None) -> Gathered:
    """Gather what there is about the holder of some accounts.

    Args:
        accounts: ids as in the payments, under either role.
        reader: the supervisor who answers; what does not exist for them does not stand in the document.
        everything: law allows filings, referrals and proposals to be told.
        now: when; for the document.
    """
    theirs = frozenset((role, account) for role in OTHER_SIDE for account in accounts)
    indexes = [blind(*party) for party in sorted(theirs)]
    leads = list(
        visible.leads(reader)
        .filter(Q(appearances__index__in=indexes) | Q(subject_index__in=indexes))
        .select_related("key").distinct().order_by("pk")
    )  # fmt: skip
    staff = {user.username: user.get_role_display() for user in User.objects.all()}
    others = Others(theirs)
    files = [_read(lead) for lead in leads]
    for file in files:  # everybody is met before the first word is struck out
        for _, _, rows in file.versions:
            others.meet(rows)
        for one in _splits(file.lead, theirs):
            others.meet_accounts((one.role, account) for account in (one.left, one.right))
    told = [_lead(file, theirs, others, staff, everything=everything) for file in files]
    searched = [blind(SEARCH, account) for account in accounts]
    lines, silent = _log(leads, searched, others, staff, everything=everything)
    cases, cases_left = _cases(indexes, others, reader, everything=everything)
    document = {
        "about": list(accounts),
        "made": (now or timezone.now()).isoformat(timespec="seconds"),
        "notice": STANDING_NOTICE,
        "leads": [one for one, _ in told],
        "cases": cases,
        "log": lines,
    }
    left_out = sum(left for _, left in told) + silent + cases_left
    protected = ProtectedParty.objects.filter(index__in=indexes).exists()
    return Gathered(document, len(leads), left_out, protected)


@dataclass(frozen=True, slots=True)
class _File:
    """A lead with every version of it unpacked."""

    lead: Lead
    versions: list[tuple[Version, Finding, pl.DataFrame]]


def _read(lead: Lead) -> _File:
    versions = lead.versions.select_related("run").order_by("number")
    return _File(lead, [(version, *unpack(version.content, lead.pk)) for version in versions])


def _lead(
    file: _File, theirs: frozenset[Party], others: Others, staff: dict[str, str], *, everything: bool
) -> tuple[dict[str, Any], int]:
    lead = file.lead
    own = any(blind(*party) == lead.subject_index for party in theirs) or lead.appearances.filter(
        own=True, index__in=[blind(*party) for party in theirs]
    ).exists()  # fmt: skip
    splits = _splits(lead, theirs)
    apart = {account for one in splits if not one.undone for account in (one.left, one.right)}
    apart -= {account for _, account in theirs}
    payments: dict[str, dict[str, Any]] = {}
    for _, _, rows in file.versions:
        for row in rows.iter_rows(named=True):
            if any((role, row[f"{role}_id"]) in theirs for role in OTHER_SIDE):
                payments[row["payment_id"]] = row
    decisions = list(lead.decisions.select_related("proposed_by", "second").order_by("proposed"))
    secret = [one for one in decisions if one.kind in _SECRET_KINDS]
    hush = not everything and (bool(secret) or lead.filings.exists())
    shown = [one for one in decisions if everything or one not in secret]
    notes = [] if hush else list(lead.notes.select_related("author"))
    looks = lead.looks.select_related("user").order_by("since")
    told: dict[str, Any] = {
        "number": lead.pk,
        "is_about_this_person": own,
        "state": lead.get_state_display() if everything or lead.state not in _SECRET_STATES else "Under review",
        "came_in": lead.opened.isoformat(timespec="seconds"),
        "payments": [_payment(row, theirs, others) for row in sorted(payments.values(), key=_order)],
        "notes": [
            {"at": one.written.isoformat(timespec="seconds"), "by": staff[one.author.username],
             "text": others.scrub(one.text)}
            for one in notes
        ],
        "decisions": [_decision(one, others, staff, hush=hush) for one in shown],
        "told_apart": [_split(one, theirs, others, staff, hush=hush) for one in splits],
        "names_shown_to_staff": [
            {"at": one.since.isoformat(timespec="seconds"), "by": staff[one.user.username],
             "reason": "" if hush else others.scrub(one.reason)}
            for one in looks
        ],
    }  # fmt: skip
    if own:
        told["findings"] = [
            {
                "run_of": version.run.imported.date().isoformat(),
                "pattern": finding.pattern_title,
                "probability": round(finding.score, 4),
                "names_recorded": [name for name in finding.names if name not in _names_of(apart, lead.role, rows)],
                "accounts": [
                    others.called((lead.role, account)) if account in apart else account
                    for account in finding.subject_ids
                ],
                "speaks_for": [others.scrub(reason.text) for reason in finding.reasons],
                "speaks_against": [others.scrub(reason.text) for reason in finding.against],
            }
            for version, finding, rows in file.versions
        ]
    left = 0 if everything else len(secret) + (lead.notes.count() if hush else 0)
    return told, left


def _order(row: dict[str, Any]) -> tuple[datetime, str]:
    return row["executed_at"], row["payment_id"]


def _payment(row: dict[str, Any], theirs: frozenset[Party], others: Others) -> dict[str, Any]:
    said: dict[str, Any] = {
        "payment": row["payment_id"],
        "at": row["executed_at"].isoformat(),
        "amount": f"{exact(row['amount']):f}",
        "currency": row["currency"],
        "reference": others.scrub(row["reference"] or ""),
        "through": row["rail"] or "",
        "institution": row["institution"] or "",
    }
    for role in OTHER_SIDE:
        party = (role, row[f"{role}_id"])
        mine = party in theirs
        said[role] = {
            "account": party[1] if mine else others.called(party),
            "name": (row[f"{role}_name"] or "") if mine else "",
            "city": (row[f"{role}_city"] or "") if mine else "",
            "country": row[f"{role}_country"],
        }
    return said


def _decision(one: Decision, others: Others, staff: dict[str, str], *, hush: bool) -> dict[str, Any]:
    return {
        "kind": one.get_kind_display(),
        "standing": one.get_standing_display(),
        "at": one.proposed.isoformat(timespec="seconds"),
        "by": staff[one.proposed_by.username],
        "grounds": "" if hush else others.scrub(one.grounds),
        "explanation": one.explanation,
        "answered_by": staff[one.second.username] if one.second else None,
        "answer": "" if hush else others.scrub(one.answer),
    }


def _splits(lead: Lead, theirs: frozenset[Party]) -> list[Link]:
    """Return what people said of the person's accounts: that others are not theirs."""
    indexes = [blind(*party) for party in theirs]
    about = Q(left_index__in=indexes) | Q(right_index__in=indexes)
    return list(lead.links.filter(about).select_related("decided_by", "undone_by"))


def _names_of(apart: Collection[str], role: str, rows: pl.DataFrame) -> set[str]:
    """Return the names recorded with accounts that people told apart from the person's, and with none of theirs."""
    by_account = rows.select(f"{role}_id", f"{role}_name").drop_nulls().unique()
    theirs = by_account.filter(pl.col(f"{role}_id").is_in(list(apart)))
    rest = by_account.filter(~pl.col(f"{role}_id").is_in(list(apart)))
    return set(theirs[f"{role}_name"]) - set(rest[f"{role}_name"])


def _split(one: Link, theirs: frozenset[Party], others: Others, staff: dict[str, str], *, hush: bool) -> dict[str, Any]:
    parties = [(one.role, account) for account in (one.left, one.right)]
    return {
        "accounts": [party[1] if party in theirs else others.called(party) for party in parties],
        "not_one": one.level,
        "at": one.decided.isoformat(timespec="seconds"),
        "by": staff[one.decided_by.username],
        "grounds": "" if hush else others.scrub(one.grounds),
        "taken_back": one.undone.isoformat(timespec="seconds") if one.undone else None,
        "taken_back_by": staff[one.undone_by.username] if one.undone_by else None,
    }


def _cases(
    indexes: Iterable[str], others: Others, reader: User, *, everything: bool
) -> tuple[list[dict[str, Any]], int]:
    """Tell what cases say of the person, where law allows it: that there is a case may itself tip somebody off."""
    here = CaseSubject.objects.filter(index__in=list(indexes), case__in=visible.cases(reader))
    found = list(here.select_related("case__key").order_by("pk"))
    if not everything:
        return [], len(found)
    return [
        {
            "number": one.case_id,
            "state": one.case.get_state_display(),
            "in_it_as": one.get_role_display(),
            "name": one.name,
            "about": others.scrub(one.about),
            "referrals": [
                {"to": referral.get_kind_display(), "standing": referral.get_standing_display(),
                 "told": others.scrub(referral.told)}
                for referral in one.case.referrals.order_by("proposed")
            ],
            "filings": [
                {"authority": filing.authority, "state": filing.state, "begun": filing.begun.date().isoformat()}
                for filing in one.case.filings.order_by("begun")
            ],
        }
        for one in found
    ], 0  # fmt: skip


def _log(
    leads: Sequence[Lead], searched: Sequence[str], others: Others, staff: dict[str, str], *, everything: bool
) -> tuple[list[dict[str, Any]], int]:
    about = Q(kind="lead", object__in=[lead.lead_id for lead in leads])
    for index in searched:
        about |= Q(detail__contains=f'"{index}"')
    entries = list(Entry.objects.filter(about).order_by("number"))
    told = {action.value for action in _TOLD}
    kept = [one for one in entries if everything or (one.action in told and not _gives_away(one))]
    details = opened(kept)
    lines = []
    for one in kept:
        detail = json.loads(details[one.number]) if details[one.number] else {}
        reason = str(detail.get("reason", "")) if everything else ""
        lines.append(
            {
                "at": one.at.isoformat(timespec="seconds"),
                "by": staff.get(one.actor, "Somebody at the machine itself"),
                "what": one.action,
                "reason": others.scrub(reason),
            }
        )
    return lines, len(entries) - len(kept)


def _gives_away(entry: Entry) -> bool:
    return any(f'"kind": "{kind}"' in entry.detail for kind in _SECRET_KINDS)
