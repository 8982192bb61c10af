"""Brings a run into the workspace: all of it or nothing, and twice the same as once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from django.db import connection, transaction
from django.db.models import Exists, F, OuterRef
from django.utils import timezone

from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.intake import folder as run_folder
from tanglaw.casework.intake.changes import changes, material
from tanglaw.casework.intake.content import unpack
from tanglaw.casework.intake.deadlines import due
from tanglaw.casework.intake.folder import Found, RunFolder
from tanglaw.casework.intake.groups import keep as keep_groups
from tanglaw.casework.intake.joining import join
from tanglaw.casework.intake.keeping import keep_material
from tanglaw.casework.intake.making import (
    Ready,
    appearances,
    gather,
    make_protected,
    make_ready,
    protected,
    repeat,
    version,
)
from tanglaw.casework.intake.making import new as make
from tanglaw.casework.models import Appearance, Decision, Deletion, Lead, ProtectedParty, Run, User, Version
from tanglaw.casework.models.decision import Standing
from tanglaw.casework.models.lead import CLOSED, State
from tanglaw.casework.models.record_key import keep
from tanglaw.leads.shield import Party

_BATCH = 500
_LOCK = 7_241_002
_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did; ``again`` when the run had been there already and nothing was changed."""

    run: Run
    again: bool


def import_run(folder: Path, who: Who, user: User | None = None, *, detection: int | None = None) -> Imported:
    """Import the folder of a finished run.

    A lead that is known keeps its number, its history and its decision; a version is added where its evidence differs.
    An interrupted import leaves the workspace as it was. `detection` is the one in the workspace that made the run, if
    one did: it is newer than every other even where it finds again what an earlier run had found.

    Raises:
        FaultsError: the folder is no finished run.
    """
    imported = _import(folder, who, user, _mark(run_folder.fingerprint(folder), detection))
    if detection is not None:  # its folder goes as soon as it is brought in
        keep_material(folder, imported.run)
    return imported


def _import(folder: Path, who: Who, user: User | None, mark: str) -> Imported:
    found = Run.objects.filter(fingerprint=mark).first()
    if found:
        return Imported(found, again=True)
    read = replace(run_folder.read(folder), fingerprint=mark)
    now = timezone.now()
    run = Run(
        fingerprint=read.fingerprint, folder=str(folder.absolute()), period_from=read.since, period_to=read.until,
        account=read.account, found=len(read.leads), new=0, changed=0, imported=now, imported_by=user,
    )  # fmt: skip
    ready = make_ready(read.leads, run, now)
    with transaction.atomic():
        _one_import_at_a_time()
        found = Run.objects.filter(fingerprint=read.fingerprint).first()
        if found:
            return Imported(found, again=True)
        run.save()
        _write(read, run, ready, who)
        counted = {"leads": run.found, "new": run.new, "changed": run.changed}
        append(who, Action.RUN_IMPORTED, "run", run.pk, counted | {"fingerprint": run.fingerprint})
    return Imported(run, again=False)


def _mark(fingerprint: str, detection: int | None) -> str:
    """Tell a run that finds again what an earlier one found, with others between, from that earlier one.

    So it is where people split accounts that had been joined meanwhile. On the console nobody can tell the two apart.
    """
    newest = Run.objects.order_by("-pk").values_list("fingerprint", flat=True).first()
    if detection is None or newest == fingerprint or not Run.objects.filter(fingerprint=fingerprint).exists():
        return fingerprint
    return hashlib.sha256(f"{fingerprint} {detection}".encode()).hexdigest()


def _one_import_at_a_time() -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def _write(read: RunFolder, run: Run, ready: Ready, who: Who) -> None:
    now = run.imported
    known = {lead.lead_id: lead for lead in _known([found.row["lead_id"] for found in read.leads])}
    gone = _deleted(found.row["lead_id"] for found in read.leads)
    new = [
        found
        for found in read.leads
        if found.row["lead_id"] not in known and not found.row["last_seen"] <= gone.get(found.row["lead_id"], _NEVER)
    ]
    again = [found for found in read.leads if found.row["lead_id"] in known]
    rows = [ready.leads.get(found.row["lead_id"]) or make(found, run, now) for found in new]
    keep([one.lead.key for one in rows])
    made = Lead.objects.bulk_create([one.lead for one in rows], batch_size=_BATCH)
    Version.objects.bulk_create([one.version for one in rows], batch_size=_BATCH)
    changed = _renew(run, known, again, now)
    _appear([one for row in rows for one in row.appearances], changed)
    _protect(read.leads, ready.people)
    every = [*zip(made, new, strict=True), *((known[one.row["lead_id"]], one) for one in again)]
    join(run, [pair for pair in every if pair[0].last_run == run], {lead.pk for lead in made}, now, who)
    keep_groups(read.groups, run, {lead.lead_id: lead for lead, _ in every})
    run.new, run.changed = len(new), len(changed)
    run.save(update_fields=["new", "changed"])


def _deleted(ids: Iterable[str]) -> dict[str, datetime]:
    """Return leads that were deleted, with their last payment of then: without newer ones they do not come back."""
    ids = list(ids)
    found: dict[str, datetime] = {}
    for start in range(0, len(ids), _BATCH):
        there = Deletion.objects.filter(lead_id__in=ids[start : start + _BATCH], last_seen__isnull=False)
        for lead_id, last in there.values_list("lead_id", "last_seen"):
            found[lead_id] = max(cast("datetime", last), found.get(lead_id, _NEVER))
    return found


def _known(ids: Sequence[str]) -> Iterable[Lead]:
    for start in range(0, len(ids), _BATCH):
        # Locked, so that a decision under way is waited for and not written over.
        yield from (
            Lead.objects.select_for_update(of=("self",))
            .select_related("last_run", "key")
            .filter(lead_id__in=ids[start : start + _BATCH])
        )


_REPEATED = (
    "pattern_title", "attention", "score", "urgency", "holder", "corridor", "first_seen", "last_seen", "payments",
    "counterparties", "total_usd", "protect", "version", "last_run", "state", "watch_until", "news", "opened", "due",
    "revision",
)  # fmt: skip


def _renew(run: Run, known: Mapping[str, Lead], again: Sequence[Found], now: datetime) -> list[tuple[Lead, Found]]:
    """Bring known leads up to date; return those whose evidence differs."""
    changed: list[tuple[Lead, Found]] = []
    versions: list[Version] = []
    woken: list[Lead] = []
    for start in range(0, len(again), _BATCH):
        part = again[start : start + _BATCH]
        leads = [known[found.row["lead_id"]] for found in part]
        current = Version.objects.filter(lead__in=leads, number=F("lead__version"))
        newest = {version.lead_id: version for version in current}
        for lead, found in zip(leads, part, strict=True):
            before = newest[lead.pk]
            if _is_older(run, lead.last_run):
                continue  # an older run brought in late must not turn the lead back
            lead.last_run = run
            if before.digest == found.digest:
                continue
            before.lead = lead  # its key is at hand
            was, _ = unpack(before.content, lead.pk)
            now_found, _ = unpack(found.content, lead.pk)
            lead.version += 1
            versions.append(version(lead, found, run, lead.version, changes(was, now_found)))
            repeat(lead, found.row)
            if material(was, now_found) and _wake(lead, now):
                woken.append(lead)
            changed.append((lead, found))
    Version.objects.bulk_create(versions, batch_size=_BATCH)
    Lead.objects.bulk_update(known.values(), _REPEATED, batch_size=_BATCH)
    Decision.objects.filter(lead__in=woken, standing=Standing.IN_FORCE).update(standing=Standing.SUPERSEDED)
    return changed


def _is_older(run: Run, than: Run) -> bool:
    return run.period_to is not None and than.period_to is not None and run.period_to < than.period_to


def _wake(lead: Lead, now: datetime) -> bool:
    """Bring a watched lead back to the queue, and mark a decided one; return whether its decision ends."""
    lead.revision += 1
    if lead.state == State.WATCHING:
        lead.state, lead.watch_until, lead.opened = State.OPEN, None, now
        lead.due = due(now, lead.protect, lead.urgency)
        return True
    if lead.state in CLOSED:
        lead.news = True
    return False


def _appear(rows: Sequence[Appearance], changed: Sequence[tuple[Lead, Found]]) -> None:
    for start in range(0, len(changed), _BATCH):
        part = changed[start : start + _BATCH]
        Appearance.objects.filter(lead__in=[lead for lead, _ in part]).delete()
    every = [*rows, *(one for lead, found in changed for one in appearances(lead, found))]
    Appearance.objects.bulk_create(every, batch_size=2_000)


def _protect(leads: Sequence[Found], ready: Mapping[Party, ProtectedParty]) -> None:
    """Remember everybody who is protected, with every name that any lead records of them."""
    names = protected(leads)
    there = {(one.role, one.party): one for one in ProtectedParty.objects.select_related("key")}
    earlier = {party: set(one.names) for party, one in there.items() if party not in names}
    gather(earlier, leads)
    names |= earlier
    new, renamed = [], []
    for party, held in sorted(names.items()):
        known = there.get(party)
        if known is None:
            new.append(ready.get(party) or make_protected(party, held))
        elif not held <= set(known.names):
            known.names = sorted(held | set(known.names))
            renamed.append(known)
    keep([one.key for one in new])
    ProtectedParty.objects.bulk_create(new, batch_size=_BATCH)
    ProtectedParty.objects.bulk_update(renamed, ["sealed_names"], batch_size=_BATCH)
    # The protection belongs to the person: it covers their leads under every other pattern, too.
    theirs = ProtectedParty.objects.filter(index=OuterRef("subject_index"))
    Lead.objects.filter(Exists(theirs), protect=False).update(protect=True)
