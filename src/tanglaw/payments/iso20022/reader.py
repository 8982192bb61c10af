"""Read ISO 20022 payment messages as a stream: memory stays bounded however long the file is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, Final

from lxml import etree

from tanglaw.common.errors import Fault, FaultsError
from tanglaw.payments.archives import DamagedArchiveError
from tanglaw.payments.batch import RawBatch
from tanglaw.payments.iso20022.elements import STATEMENTS
from tanglaw.payments.iso20022.messages import Messages
from tanglaw.payments.iso20022.plain_utf8 import ROOT, PlainUtf8
from tanglaw.payments.iso20022.rows import BATCH, Rows

LARGEST: Final = 2 << 20
"""Bytes that may stand between the ends of two transactions; five hundred times an ordinary transaction."""

_WATCHED: Final = ("CdtTrfTxInf", "TxDtls", "Ntry", "PmtInf", "GrpHdr", "Document", *sorted(STATEMENTS))
_DOCTYPE: Final = b"<!DOCTYPE"
_TOO_LARGE: Final = "found more than 2 MiB without the end of a transaction; expected far smaller transactions"
_CUT_OFF: Final = "found the end of the file in the middle of an element; expected the file to be whole"


def read_iso20022(stream: BinaryIO, source: str, batch: int = BATCH) -> Iterator[RawBatch]:
    """Read every payment of a file.

    Args:
        stream: the file, open for reading bytes.
        source: what to call it in messages.
        batch: rows a batch, about.

    Yields:
        Batches whose rows and rejected rows together are the file's transactions, and one rejected row more if the file
        breaks off or holds a message of another kind.

    Raises:
        FaultsError: the file is no ISO 20022 message that is read here, or it has a DOCTYPE.
    """
    text = PlainUtf8(stream)
    rows = Rows(source, batch, text.mended)
    messages = Messages(source, rows)
    broken: str | None = None
    try:
        for _ in _parse(text, messages, source):
            if rows.full:
                yield rows.batch()
    except _BrokenOffError as error:
        broken = str(error)
    if broken is None:
        messages.finish()
    if not messages.recognised:
        raise _not_iso20022(source, broken, messages.foreign)
    if broken:
        messages.break_off(broken)
    yield rows.batch()


class _BrokenOffError(Exception):
    """The file cannot be read further."""


def _parse(text: PlainUtf8, messages: Messages, source: str) -> Iterator[None]:
    """Parse piece by piece; what was parsed has been handled before each step and before anything is raised."""
    parser = _parser()
    since = 0
    recent = b""
    ended = False
    try:
        for piece in text:
            recent = recent[-len(_DOCTYPE) :] + piece
            parser.feed(piece)
            since = 0 if _take(parser, messages) else since + len(piece)
            if since > LARGEST:
                raise _BrokenOffError(_TOO_LARGE)
            yield
        ended = True
        parser.feed(f"</{ROOT}>".encode())
        parser.close()
    except etree.XMLSyntaxError as error:
        _take(parser, messages)
        if ended:
            raise _BrokenOffError(_CUT_OFF) from error
        raise _BrokenOffError(_doctype(source, messages) if _DOCTYPE in recent else _words(error)) from error
    except DamagedArchiveError as error:
        raise _BrokenOffError(
            "; ".join(f"found {fault.found}; expected {fault.expected}" for fault in error.faults)
        ) from error


def _parser() -> etree.XMLPullParser:
    """A parser that obeys nothing a file says: no entity, no DTD, no network, no huge text, no depth beyond 256."""
    return etree.XMLPullParser(
        events=("start", "end"),
        tag=[f"{{*}}{name}" for name in _WATCHED],
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def _take(parser: etree.XMLPullParser, messages: Messages) -> bool:
    """Handle what has been parsed so far; tell whether anything came to its end and was let go."""
    ended = False
    for event, element in parser.read_events():
        assert isinstance(element, etree._Element)  # noqa: SLF001 -- the only name lxml has for it
        if event == "start":
            messages.start(element)
        else:
            messages.end(element)
            ended = True
    return ended


def _doctype(source: str, messages: Messages) -> str:
    found = "a DOCTYPE, which can make a reader open other files or swell until the machine stops"
    if messages.recognised:
        return f"found {found}; expected none"
    raise FaultsError(
        f"{source} was refused.",
        [
            Fault(
                source,
                found,
                "an ISO 20022 message, which never has one",
                "Ask the sender for the file without a DOCTYPE.",
            )
        ],
    )


def _words(error: etree.XMLSyntaxError) -> str:
    line, column = error.position
    return f"found XML that cannot be read at line {line}, column {column} ({error.msg}); expected well-formed XML"


def _not_iso20022(source: str, broken: str | None, foreign: list[str]) -> FaultsError:
    found = "no payment message"
    if foreign:
        found = f"the message {foreign[0]}" if foreign[0] else "a Document without a message"
    elif broken:
        found = broken.removeprefix("found ").partition("; expected")[0]
    return FaultsError(
        f"{source} could not be read as ISO 20022.",
        [Fault(source, found, "a pacs.008, pain.001, camt.052, camt.053 or camt.054 message", "Is it the right file?")],
    )
