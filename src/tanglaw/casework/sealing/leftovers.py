"""Space in the database's files that is no longer used, and what still lies in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper


def scour(connection: BaseDatabaseWrapper, tables: Iterable[str]) -> None:
    """Rewrite tables so that deleted and replaced rows leave the database's own files; outside a transaction.

    SQLite overwrites what it deletes (``secure_delete``), yet its write-ahead log keeps copies until it is cut.
    PostgreSQL keeps replaced rows until a table is rewritten, and its write-ahead log for as long as it is set up to.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return
        for table in tables:
            cursor.execute(f"VACUUM FULL {connection.ops.quote_name(table)}")
