"""What happened in a case, in order of time, each with where it is known from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Any, Final

from tanglaw.casework.models import Case, CaseNote, Decision, Filing, Referral, Task, User, Version
from tanglaw.casework.models.decision import Kind
from tanglaw.casework.models.referral import ReferralStanding
from tanglaw.casework.reading import visible
from tanglaw.casework.reading.case_names import CaseNames
from tanglaw.casework.reading.case_parties import Held
from tanglaw.leads import words
from tanglaw.leads.report.parties import OTHER_SIDE

KINDS: Final = {
    "payment": "Payments",
    "lead": "Leads and runs",
    "decision": "Decisions",
    "entry": "Entries by hand",
    "note": "Notes",
    "task": "Tasks",
    "referral": "Referrals",
    "filing": "Filings",
    "case": "The case itself",
}
_NEW_SIDES: Final = 6  # first payments to a new account that are told one by one


@dataclass(frozen=True, slots=True)
class Happening:
    """One line of the chronology.

    Attributes:
        day_only: the time of day is not known.
        source: where it is known from, in words; ``address``: where to read it.
    """

    at: datetime
    kind: str
    what: str
    source: str
    address: str = ""
    day_only: bool = False

    def data(self) -> dict[str, Any]:
        """Write it as plain data."""
        return {
            "at": self.at.isoformat(), "kind": self.kind, "what": self.what, "source": self.source,
            "address": self.address, "day_only": self.day_only,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Kept:
    """What a case's page has at hand already, its words as the reader may see them.

    Attributes:
        filings: those that the reader needs to know of.
    """

    notes: Sequence[CaseNote]
    tasks: Sequence[Task]
    referrals: Sequence[Referral]
    filings: Sequence[Filing]


def chronology(case: Case, held: Sequence[Held], kept: Kept, names: CaseNames, reader: User) -> list[Happening]:
    """Tell a case, the earliest first."""
    told = [
        *_payments(held, names),
        *_leads(case, held, reader),
        *_decisions(held, names),
        *_words(case, kept.notes, names),
        *_tasks(kept.tasks),
        *_referrals(kept.referrals, names),
        *_filings(kept.filings),
        *_itself(case, names),
    ]
    return sorted(told, key=lambda one: (one.at, one.kind))


def _payments(held: Sequence[Held], names: CaseNames) -> Iterator[Happening]:
    """Tell the payments that mark something: the first, the first with each account, the largest, the last."""
    for one in held:
        rows = sorted(one.payments, key=lambda row: (row["executed_at"], row["payment_id"]))
        if not rows:
            continue
        told: dict[int, list[str]] = {}
        side = f"{OTHER_SIDE[one.finding.role]}_id"
        accounts = [row[side] for row in rows]
        firsts = sorted({account: place for place, account in reversed([*enumerate(accounts)])}.values())
        for place in firsts[:_NEW_SIDES]:
            told.setdefault(place, []).append("first payment with another account" if place else "first payment")
        if len(firsts) > _NEW_SIDES:
            told.setdefault(firsts[-1], []).append(f"the last of {len(firsts)} accounts is met for the first time")
        largest = max(range(len(rows)), key=lambda place: rows[place]["usd"] or 0)
        told.setdefault(largest, []).append("largest payment")
        told.setdefault(len(rows) - 1, []).append(f"last of {len(rows):,} payments")
        for place, marks in sorted(told.items()):
            yield _payment(one, rows[place], "; ".join(marks), names)


def _payment(one: Held, row: Mapping[str, Any], what: str, names: CaseNames) -> Happening:
    amount = f"{row['currency']} {row['amount']:,.2f}"
    ends = f"{names.account(str(row['originator_id']))} to {names.account(str(row['beneficiary_id']))}"
    source = f"payment {row['payment_id']}, lead {one.lead.pk}"
    told = f"{what[0].upper()}{what[1:]}: {amount}, {ends}."
    return Happening(row["executed_at"].astimezone(UTC), "payment", told, source, f"/leads/{one.lead.lead_id}")


def _leads(case: Case, held: Sequence[Held], reader: User) -> Iterator[Happening]:
    versions: dict[int, list[Version]] = {}
    for found in (
        Version.objects.filter(lead__in=[one.lead for one in held]).defer("sealed_content").select_related("run")
    ):
        versions.setdefault(found.lead_id, []).append(found)
    for one in held:
        for version in versions[one.lead.pk]:
            what = "found" if version.number == 1 else f"found again with changed evidence (version {version.number})"
            figures = f"{words.probability(version.score)}, urgency {words.urgency(version.urgency)}"
            address = f"/leads/{one.lead.lead_id}?version={version.number}"
            told = f"Lead {one.lead.pk} {what}: {figures}."
            yield Happening(version.run.imported, "lead", told, f"run {version.run_id}", address)
    holdings = visible.of_leads(case.holdings.all(), reader)
    for holding in holdings.select_related("lead", "added_by", "taken_out_by"):
        address = f"/leads/{holding.lead.lead_id}"
        yield Happening(
            holding.added, "lead", f"Lead {holding.lead_id} added to the case.", holding.added_by.name, address
        )
        if holding.taken_out and holding.taken_out_by:
            what = f"Lead {holding.lead_id} taken out of the case."
            yield Happening(holding.taken_out, "lead", what, holding.taken_out_by.name)


def _decisions(held: Sequence[Held], names: CaseNames) -> Iterator[Happening]:
    leads = {each.lead.pk: each.lead for each in held}
    decisions: dict[int, list[Decision]] = {}
    for found in Decision.objects.filter(lead__in=leads).select_related("proposed_by", "second"):
        found.lead = leads[found.lead_id]  # its key is at hand
        decisions.setdefault(found.lead_id, []).append(found)
    for lead in leads.values():
        address = f"/leads/{lead.lead_id}"
        for one in decisions.get(lead.pk, ()):
            label = Kind(one.kind).label.lower()
            verb = "Proposed" if one.second_id or one.kind in {Kind.FILE, Kind.REFER} else "Decided"
            what = f"{verb} on lead {lead.pk}: {label}. {names.text(one.grounds)}"
            yield Happening(one.proposed, "decision", what, one.proposed_by.name, address)
            if one.answered and one.second:
                what = f"Lead {lead.pk}: {label} – {one.get_standing_display().lower()}. {names.text(one.answer)}"
                yield Happening(one.answered, "decision", what, one.second.name, address)


def _words(case: Case, notes: Sequence[CaseNote], names: CaseNames) -> Iterator[Happening]:
    for note in notes:
        yield Happening(note.written, "note", note.text, note.author.name)
    for event in case.events.select_related("author"):
        source = f"{names.text(event.source)}; entered by {event.author.name}"
        yield Happening(event.at, "entry", names.text(event.what), source, day_only=event.day_only)


def _tasks(tasks: Sequence[Task]) -> Iterator[Happening]:
    for task in tasks:
        to = f" for {task.to.name}" if task.to else ""
        what = f"Task{to} until {words.day(datetime.combine(task.due, time(), UTC))}: {task.what}"
        yield Happening(task.made, "task", what, task.made_by.name)
        if task.done and task.done_by:
            what = f"Task done: {task.what} {task.result}".rstrip()
            yield Happening(task.done, "task", what, task.done_by.name)


def _referrals(referrals: Sequence[Referral], names: CaseNames) -> Iterator[Happening]:
    for one in referrals:
        to = f"{one.get_kind_display()} ({one.recipient})"
        yield Happening(one.proposed, "referral", f"Referral to {to} proposed.", one.proposed_by.name)
        if one.answered and one.second:
            what = "not approved" if one.standing == ReferralStanding.REFUSED else "approved"
            yield Happening(one.answered, "referral", f"Referral to {to} {what}.", one.second.name)
        if one.made and one.made_by:
            reference = f", reference {one.reference}" if one.reference else ""
            what = f"{to} told of it by {names.text(one.means)}{reference}. Basis: {one.get_basis_display().lower()}."
            yield Happening(one.made, "referral", what, one.made_by.name)


def _filings(filings: Sequence[Filing]) -> Iterator[Happening]:
    for filing in filings:
        for step in filing.steps.all():
            what = f"Filing {filing.pk} to {filing.authority}: {step.what}."
            yield Happening(step.at, "filing", what, step.who, f"/filings/{filing.pk}")


def _itself(case: Case, names: CaseNames) -> Iterator[Happening]:
    yield Happening(case.opened, "case", "Case opened.", case.opened_by.name)
    if case.closed and case.closed_by:
        what = f"Case closed: {case.get_outcome_display().lower()}. {names.text(case.closing)}"
        yield Happening(case.closed, "case", what, case.closed_by.name)
