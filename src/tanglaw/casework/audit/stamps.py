"""RFC 3161 time stamps over signed heads: what an authority outside says of when the log stood as it did.

Request and answer are files: nothing is sent from here. A stamp is kept together with its head, so that the file alone
says what was stamped; it is as good a head as any kept elsewhere, and its time does not come from this machine.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from tanglaw.casework.audit import heads
from tanglaw.casework.audit.verifying import head_of
from tanglaw.casework.models import Head
from tanglaw.common.errors import TanglawError
from tanglaw.common.outputs import write_whole
from tanglaw.filings.pack.stamping import check_stamp, stamp_request

_WHAT = "any head of this log"


@dataclass(frozen=True, slots=True)
class Stamped:
    """A head of the log, with the authority's answer over it."""

    head: Mapping[str, Any]
    stamp: bytes

    def as_line(self) -> str:
        """Write it as a line of the file of stamps."""
        return json.dumps({**self.head, "stamp": base64.b64encode(self.stamp).decode("ascii")}, sort_keys=True)


def kept(data: Path) -> Path:
    """Return the file that stamps are kept in, beside the exported heads."""
    return data / "log-stamps.jsonl"


def request() -> tuple[bytes, Head]:
    """Sign the log as it stands, and write the request over that head.

    Raises:
        TanglawError: the log is empty, or the library is not installed.
    """
    head = heads.sign_last()
    if head is None:
        raise TanglawError("The log is empty: there is nothing to stamp yet.")
    return stamp_request(heads.message(heads.as_line(head))), head


def add(response: bytes, path: Path, authority: Path | None) -> tuple[Head, datetime]:
    """Find the head that an answer is over, check it, and keep it in the file; twice is once.

    Raises:
        TanglawError: it is no stamp, of no head of this log, or not by that authority.
    """
    for head in Head.objects.order_by("-number").iterator():
        line = heads.as_line(head)
        try:
            at = check_stamp(heads.message(line), response, None, _WHAT)
        except TanglawError as error:
            if _WHAT not in str(error):
                raise
            continue
        if authority is not None:
            check_stamp(heads.message(line), response, authority, _WHAT)
        there = path.read_text(encoding="utf-8") if path.is_file() else ""
        said = Stamped(line, response).as_line()
        if said not in there.splitlines():
            write_whole(path, there + said + "\n")
        return head, at
    raise TanglawError(f"The time stamp is of something else than {_WHAT}.")


def read(path: Path) -> list[Stamped]:
    """Read a file of stamps.

    Raises:
        TanglawError: a line that is none.
    """
    found = []
    for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            line = json.loads(text)
            found.append(Stamped(head_of(line), base64.b64decode(line["stamp"], validate=True)))
        except (ValueError, KeyError, TypeError, binascii.Error) as error:
            raise TanglawError(f"{path}:{number}: found {text[:60]!r}; expected a stamped head as JSON.") from error
    return found


def faults(stamps: Iterable[Stamped], authority: Path | None) -> Iterator[str]:
    """Say what is wrong with stamps themselves; whether their heads fit the log is asked with the other heads."""
    for one in stamps:
        try:
            check_stamp(heads.message(one.head), one.stamp, authority, "the head it is kept with")
        except TanglawError as error:
            yield f"The stamp over entry {one.head['number']}: {error}"


def latest(stamps: Iterable[Stamped]) -> tuple[int, datetime] | None:
    """Return the newest entry that is stamped, and when, by the authority's clock."""
    newest = max(stamps, key=lambda one: int(one.head["number"]), default=None)
    if newest is None:
        return None
    return int(newest.head["number"]), check_stamp(heads.message(newest.head), newest.stamp, None, _WHAT)
