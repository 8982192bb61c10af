"""Submissions in one SQLite file: every change is a transaction with its line in the audit, or did not happen."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from tanglaw.common.errors import TanglawError, UsageError
from tanglaw.filings.submission.states import State, step
from tanglaw.filings.submission.submission import Event, Reason, Submission
from tanglaw.filings.submission.visibility import Reader

_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS submission (
  id INTEGER PRIMARY KEY, authority TEXT NOT NULL, form TEXT NOT NULL, profile TEXT NOT NULL, reference TEXT NOT NULL,
  version INTEGER NOT NULL, state TEXT NOT NULL, prepared_by TEXT NOT NULL, approved_by TEXT, due TEXT,
  content_sha256 TEXT NOT NULL, receipt TEXT, corrects INTEGER REFERENCES submission(id), dossier TEXT NOT NULL,
  UNIQUE (authority, reference, version)
);
CREATE TABLE IF NOT EXISTS file (
  submission INTEGER NOT NULL REFERENCES submission(id), name TEXT NOT NULL, data BLOB NOT NULL,
  PRIMARY KEY (submission, name)
);
CREATE TABLE IF NOT EXISTS reason (
  submission INTEGER NOT NULL REFERENCES submission(id), code TEXT, text TEXT, element TEXT, field TEXT
);
CREATE TABLE IF NOT EXISTS receipt (
  sha256 TEXT PRIMARY KEY, name TEXT NOT NULL, submission INTEGER REFERENCES submission(id), data BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS event (
  number INTEGER PRIMARY KEY, submission INTEGER, at TEXT NOT NULL, who TEXT NOT NULL, what TEXT NOT NULL,
  detail TEXT NOT NULL, hash TEXT NOT NULL
);
"""
_COLUMNS: Final = (
    "id, authority, form, profile, reference, version, state, prepared_by, approved_by, due, content_sha256, receipt, "
    "corrects"
)
_BUSY: Final = 10.0


class Store:
    """The file. Use it in a ``with`` block; every method is one transaction."""

    def __init__(self, path: Path) -> None:
        """Open or make the file, readable by its owner alone.

        Raises:
            UsageError: it is no store, or cannot be opened.
        """
        self._path = path
        try:
            if not path.exists():
                os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
            self._db = sqlite3.connect(path, timeout=_BUSY, isolation_level=None)
            self._db.execute("PRAGMA foreign_keys = ON")
            self._db.execute("PRAGMA trusted_schema = OFF")
            self._db.executescript(_SCHEMA)
        except (sqlite3.Error, OSError) as error:
            raise UsageError(f"{path} cannot be used as a store of submissions: {error}") from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._db.close()

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield self._db
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    def add(  # noqa: PLR0917 -- one submission is all of this
        self, authority: str, form: str, profile: str, reference: str, version: int, who: str, due: date | None,
        files: Mapping[str, bytes], dossier: str, corrects: int | None,
    ) -> Submission:  # fmt: skip
        """Take in a draft. The same content again gives the submission there is; another content is refused.

        Raises:
            TanglawError: there is one of that authority, reference and version with other content, or another version
                that is still on its way.
        """
        digest = content_hash(files)
        with self._transaction() as db:
            found = db.execute(
                "SELECT id, content_sha256 FROM submission WHERE authority = ? AND reference = ? AND version = ?",
                (authority, reference, version),
            ).fetchone()
            if found:
                if found[1] == digest:
                    return self._one(found[0])
                raise TanglawError(
                    f"There is a submission of {reference}, version {version}, to {authority} already (number "
                    f"{found[0]}) with other content. Correct that one, or give this one another reference."
                )
            waiting = db.execute(
                "SELECT id, version, state FROM submission WHERE authority = ? AND reference = ? AND state NOT IN "
                "('rejected', 'acknowledged', 'corrected', 'withdrawn')",
                (authority, reference),
            ).fetchone()
            if waiting:
                raise TanglawError(
                    f"Submission {waiting[0]} of {reference}, version {waiting[1]}, is {waiting[2]}: a second one "
                    "could reach the authority as a duplicate. Finish or withdraw that one first."
                )
            cursor = db.execute(
                "INSERT INTO submission (authority, form, profile, reference, version, state, prepared_by, due, "
                "content_sha256, corrects, dossier) VALUES (?, ?, ?, ?, ?, 'draft', ?, ?, ?, ?, ?)",
                (authority, form, profile, reference, version, who, due.isoformat() if due else None, digest, corrects,
                 dossier),
            )  # fmt: skip
            number = int(cursor.lastrowid or 0)
            db.executemany("INSERT INTO file VALUES (?, ?, ?)", [(number, *item) for item in files.items()])
            self._log(number, who, "draft", f"content {digest}")
            return self._one(number)

    def move(self, number: int, then: State, who: str, detail: str = "", **changes: object) -> Submission:
        """Bring a submission into another state.

        Args:
            number: of the submission.
            then: the state.
            who: does it.
            detail: for the audit.
            changes: columns that change with it.

        Raises:
            TanglawError: the state may not follow.
        """
        with self._transaction() as db:
            now = self._one(number).state
            step(now, then)
            db.execute("UPDATE submission SET state = ? WHERE id = ?", (then, number))
            for column, value in changes.items():
                assert column in {"approved_by", "receipt"}, column
                db.execute(f"UPDATE submission SET {column} = ? WHERE id = ?", (value, number))  # noqa: S608 -- above
            self._log(number, who, then, detail)
            return self._one(number)

    def put_file(self, number: int, name: str, data: bytes) -> None:
        """Put a signature beside a submission's files."""
        with self._transaction() as db:
            db.execute("INSERT OR REPLACE INTO file VALUES (?, ?, ?)", (number, name, data))

    def settle(  # noqa: PLR0917 -- a receipt and all that follows from it, or nothing
        self, number: int, name: str, data: bytes, then: State | None, who: str, receipt: str | None,
        reasons: tuple[Reason, ...],
    ) -> bool:  # fmt: skip
        """Keep a receipt and do what follows from it, in one transaction; gives whether the receipt is new.

        Args:
            number: whose it is.
            name: of the file it came in.
            data: the file.
            then: the state that follows; left out, the receipt is only kept.
            who: read it.
            receipt: the authority's own reference.
            reasons: why it was refused, or what was remarked.

        Raises:
            TanglawError: the state may not follow.
        """
        digest = hashlib.sha256(data).hexdigest()
        with self._transaction() as db:
            if db.execute("SELECT 1 FROM receipt WHERE sha256 = ?", (digest,)).fetchone():
                return False
            db.execute("INSERT INTO receipt VALUES (?, ?, ?, ?)", (digest, name, number, data))
            self._log(number, who, "receipt", f"{name}, SHA-256 {digest}")
            if then is not None:
                step(self._one(number).state, then)
                db.execute("UPDATE submission SET state = ? WHERE id = ?", (then, number))
                db.execute("DELETE FROM reason WHERE submission = ?", (number,))
                rows = [(number, one.code, one.text, one.element, one.field) for one in reasons]
                db.executemany("INSERT INTO reason VALUES (?, ?, ?, ?, ?)", rows)
                if receipt is not None:
                    db.execute("UPDATE submission SET receipt = ? WHERE id = ?", (receipt, number))
                self._log(number, who, then, receipt or f"{len(reasons)} reasons")
            return True

    def knows_receipt(self, data: bytes) -> bool:
        """Tell whether a receipt was read before."""
        digest = hashlib.sha256(data).hexdigest()
        return self._db.execute("SELECT 1 FROM receipt WHERE sha256 = ?", (digest,)).fetchone() is not None

    def note(self, number: int | None, who: str, what: str, detail: str = "") -> None:
        """Write a line into the audit."""
        with self._transaction():
            self._log(number, who, what, detail)

    def get(self, number: int, reader: Reader) -> Submission:
        """Give a submission to somebody who may know of it.

        Raises:
            UsageError: there is none, or the reader may not know; the words are the same.
        """
        found = self._row(number) if reader.may_know else None
        if found is None:
            raise UsageError(f"There is no submission {number}.")
        return found

    def every(self, reader: Reader) -> list[Submission]:
        """Give all submissions, oldest first; none to a reader who may not know."""
        if not reader.may_know:
            return []
        rows = self._db.execute("SELECT id FROM submission ORDER BY id").fetchall()
        return [self._one(number) for (number,) in rows]

    def of_lead(self, lead: str, authority: str) -> list[int]:
        """Give the numbers of submissions about a lead to an authority, withdrawn ones left out."""
        rows = self._db.execute(
            "SELECT id FROM submission WHERE authority = ? AND state <> 'withdrawn' AND "
            "(json_extract(dossier, '$.assessment.lead_id') = ? OR EXISTS (SELECT 1 FROM "
            "json_each(dossier, '$.further') WHERE json_extract(value, '$.assessment.lead_id') = ?)) ORDER BY id",
            (authority, lead, lead),
        )
        return [number for (number,) in rows]

    def files(self, number: int) -> dict[str, bytes]:
        """Give a submission's files."""
        rows = self._db.execute("SELECT name, data FROM file WHERE submission = ? ORDER BY name", (number,))
        return {name: bytes(data) for name, data in rows}

    def dossier(self, number: int) -> str:
        """Give the dossier that a submission was made from, as JSON."""
        return str(self._db.execute("SELECT dossier FROM submission WHERE id = ?", (number,)).fetchone()[0])

    def events(self, number: int | None = None) -> list[Event]:
        """Give the audit, of one submission or of all."""
        where, values = ("", ()) if number is None else (" WHERE submission = ?", (number,))
        rows = self._db.execute(f"SELECT number, at, who, what, detail, hash FROM event{where} ORDER BY number", values)  # noqa: S608
        return [Event(n, datetime.fromisoformat(at), *rest) for n, at, *rest in rows]

    def audit_is_whole(self) -> bool:
        """Tell whether no line of the audit was changed, removed or put in."""
        before = ""
        rows = self._db.execute("SELECT number, submission, at, who, what, detail, hash FROM event ORDER BY number")
        for expected, (number, *line, digest) in enumerate(rows, 1):
            if number != expected or _chained(before, number, line) != digest:
                return False
            before = digest
        return True

    def _log(self, number: int | None, who: str, what: str, detail: str) -> None:
        last = self._db.execute("SELECT number, hash FROM event ORDER BY number DESC LIMIT 1").fetchone() or (0, "")
        line = [number, datetime.now(UTC).isoformat(timespec="microseconds"), who, what, detail]
        self._db.execute(
            "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?)", (last[0] + 1, *line, _chained(last[1], last[0] + 1, line))
        )

    def _one(self, number: int) -> Submission:
        found = self._row(number)
        if found is None:
            raise UsageError(f"There is no submission {number}.")
        return found

    def _row(self, number: int) -> Submission | None:
        row = self._db.execute(f"SELECT {_COLUMNS} FROM submission WHERE id = ?", (number,)).fetchone()  # noqa: S608
        if row is None:
            return None
        reasons = self._db.execute("SELECT code, text, element, field FROM reason WHERE submission = ?", (number,))
        values: dict[str, Any] = dict(zip(_COLUMNS.split(", "), row, strict=True))
        values["due"] = date.fromisoformat(values["due"]) if values["due"] else None
        return Submission(**values, reasons=tuple(Reason(*one) for one in reasons))


def content_hash(files: Mapping[str, bytes]) -> str:
    """Give the SHA-256 of some files together: of their names and hashes, sorted."""
    listed = [[name, hashlib.sha256(data).hexdigest()] for name, data in sorted(files.items())]
    return hashlib.sha256(json.dumps(listed).encode()).hexdigest()


def _chained(before: str, number: int, line: list[Any]) -> str:
    return hashlib.sha256(json.dumps([before, number, *line], ensure_ascii=False).encode()).hexdigest()
