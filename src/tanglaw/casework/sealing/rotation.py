"""A new master key: every record's key is wrapped anew, and the old master can go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.db import connection, transaction

from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.models import RecordKey
from tanglaw.casework.sealing import masters
from tanglaw.casework.site.current import current

_BATCH: Final = 500


@dataclass(frozen=True, slots=True)
class Rotated:
    """What was done: keys wrapped anew, the new master's id, and files of old masters that were destroyed or stay."""

    records: int
    master: str
    destroyed: tuple[str, ...]
    kept: tuple[str, ...]


def rotate(who: Who, *, destroy_old: bool) -> Rotated:
    """Make a new master key and wrap every record's key under it; what is sealed stays as it is.

    May be called while the workspace serves, and again where it was interrupted: until the keys are wrapped anew, in
    one transaction, the old master stays.

    Args:
        who: for the log.
        destroy_old: remove the old masters' files. Backups of the database from before open no more without them.
    """
    masters.add(current())
    with transaction.atomic():
        _wait_for_new_records()
        ring = masters.ring()
        count = 0
        while batch := list(RecordKey.objects.exclude(master=ring.newest)[:_BATCH]):
            for key in batch:
                key.wrap(key.data)
            RecordKey.objects.bulk_update(batch, ["master", "wrapped"])
            count += len(batch)
        append(who, Action.MASTER_KEY_ROTATED, detail={"records": count, "destroyed_old": destroy_old})
    old = {name: path for name, path in ring.files.items() if name != ring.newest}
    if destroy_old:
        for path in old.values():
            path.unlink()
    names = tuple(sorted(path.name for path in old.values()))
    return Rotated(count, ring.newest, names if destroy_old else (), () if destroy_old else names)


def _wait_for_new_records() -> None:
    """Let who is saving a new record finish, and others wait. SQLite has one writer at a time anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE casework_recordkey IN SHARE ROW EXCLUSIVE MODE")


def missing_masters() -> list[str]:
    """Return ids of master keys that records are wrapped under and that are not in the folder."""
    used = RecordKey.objects.order_by().values_list("master", flat=True).distinct()
    return sorted(set(used) - set(masters.ring().keys))
