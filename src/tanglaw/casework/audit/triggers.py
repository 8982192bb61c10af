"""Triggers that keep the log append-only and gapless in the database itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

TABLES: Final = ("casework_entry", "casework_head")

_SQLITE_GUARD: Final = """
CREATE TRIGGER {table}_{verb}_refused BEFORE {verb} ON {table}
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END
"""

_SQLITE_NEXT: Final = """
CREATE TRIGGER casework_entry_follows BEFORE INSERT ON casework_entry
WHEN NEW.number <> COALESCE((SELECT MAX(number) FROM casework_entry), 0) + 1
  OR NEW.previous <> COALESCE((SELECT hash FROM casework_entry ORDER BY number DESC LIMIT 1), '{beginning}')
BEGIN SELECT RAISE(ABORT, 'an entry follows the last one'); END
"""

_POSTGRESQL: Final = """
CREATE FUNCTION casework_log_refused() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the log is append-only'; END $$;

CREATE FUNCTION casework_entry_follows() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE last_number bigint; last_hash text;
BEGIN
  SELECT number, hash INTO last_number, last_hash FROM casework_entry ORDER BY number DESC LIMIT 1;
  IF NEW.number <> COALESCE(last_number, 0) + 1 OR NEW.previous <> COALESCE(last_hash, '{beginning}') THEN
    RAISE EXCEPTION 'an entry follows the last one';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER casework_entry_follows BEFORE INSERT ON casework_entry
  FOR EACH ROW EXECUTE FUNCTION casework_entry_follows();
"""

_POSTGRESQL_GUARD: Final = """
CREATE TRIGGER {table}_refused BEFORE UPDATE OR DELETE ON {table}
  FOR EACH ROW EXECUTE FUNCTION casework_log_refused();
CREATE TRIGGER {table}_truncate_refused BEFORE TRUNCATE ON {table}
  FOR EACH STATEMENT EXECUTE FUNCTION casework_log_refused();
"""


def statements(vendor: str) -> Sequence[str]:
    """Return the SQL that makes the triggers of a database, ``sqlite`` or ``postgresql``."""
    beginning = "0" * 64
    if vendor == "sqlite":
        guards = [_SQLITE_GUARD.format(table=table, verb=verb) for table in TABLES for verb in ("UPDATE", "DELETE")]
        return [*guards, _SQLITE_NEXT.format(beginning=beginning)]
    if vendor == "postgresql":
        guards = [_POSTGRESQL_GUARD.format(table=table) for table in TABLES]
        return [_POSTGRESQL.format(beginning=beginning), *guards]
    raise ValueError(vendor)


def expected(vendor: str) -> frozenset[str]:
    """Return the names of the triggers there must be."""
    follows = {"casework_entry_follows"}
    if vendor == "sqlite":
        return frozenset(follows | {f"{table}_{verb}_refused" for table in TABLES for verb in ("UPDATE", "DELETE")})
    return frozenset(follows | {f"{table}{part}_refused" for table in TABLES for part in ("", "_truncate")})


def present(vendor: str) -> str:
    """Return the query that lists the names of the triggers there are, enabled ones only."""
    if vendor == "sqlite":
        return "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    return "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled IN ('O', 'A')"
