"""Whatever encoding a file has or claims, as UTF-8 that an XML parser can take, piece by piece.

All documents of a file are put under one root of ours. So files with several documents, or fragments of one, can be
read; and a DOCTYPE, which may stand before a root only, can never be obeyed, whatever follows.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO, Final

if TYPE_CHECKING:
    from typing_extensions import Buffer

PIECE: Final = 1 << 16
"""Bytes that are read at a time."""

_ENOUGH: Final = 1_000
"""Bytes that tell the encoding."""

ROOT: Final = "tanglaw-file"

_DECLARED: Final = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']")
_DECLARATION: Final = re.compile(r"<\?xml\s[^>]{0,500}\?>")
_NAMESPACE: Final = re.compile(r"(<[A-Za-z_][^<>]{0,2000}?)\sxmlns=")
"""A default namespace makes every name five times as long; names are told without it, and reading is faster so."""
_OPENED: Final = re.compile(r"<(?:\?(?:x(?:m(?:l(?:\s[^>]{0,500})?)?)?)?)?\Z")
_WESTERN: Final = re.compile(r"us-ascii|ascii|iso-?8859-?1|latin-?1|l1|windows-?1252|cp-?1252")
_OTHER: Final = re.compile(
    r"iso-?8859-?\d{1,2}|windows-?12\d\d|cp-?\d{3,4}|ibm-?\d{3,4}|koi8-?[ru]"
    r"|gb(2312|k|18030)|big5|shift-?jis|euc-?(jp|kr)|mac-?roman|tis-?620"
)
"""Only these are looked up: Python also knows "encodings" that unpack or execute."""
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"<\0\0\0", "utf-32-le"), (b"\0\0\0<", "utf-32-be"), (b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"),
)  # fmt: skip
_ESCAPED: Final = re.compile("[\udc80-\udcff]")
_AS_WESTERN: Final = {0xDC00 + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)}
_CONTROL: Final = bytes(range(0x20)).translate(None, b"\t\n\r")
_WITHOUT_CONTROL: Final = bytes.maketrans(_CONTROL, b" " * len(_CONTROL))


class PlainUtf8:
    """An XML file as UTF-8 pieces under one root.

    Attributes:
        mended: what was not as it should have been, and how often.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.mended: Counter[str] = Counter()

    def __iter__(self) -> Iterator[bytes]:
        """Give the pieces, without XML declarations, BOMs and control characters that XML forbids."""
        yield f"<{ROOT}>".encode()
        start = b""
        while len(start) < _ENOUGH and (piece := self._stream.read(PIECE)):
            start += piece
        decoder = self._decoder(start)
        piece = start
        held = ""
        while True:
            text = held + decoder.decode(piece, not piece)
            held = ""
            if "<?xml" in text:
                text = _DECLARATION.sub(_blank, text)
            if " xmlns=" in text:
                text = _NAMESPACE.sub(r"\1 xmlns:not-looked-at=", text)
            if piece and (opened := _OPENED.search(text, max(0, len(text) - 600))):
                held = text[opened.start() :]
                text = text[: opened.start()]
            yield self._clean(text)
            if not piece:
                return
            piece = self._stream.read(PIECE)

    def _decoder(self, start: bytes) -> codecs.IncrementalDecoder:
        """Bytes tell more truly than a declaration: a BOM, zero bytes, then UTF-8 wherever it can be."""
        for mark, name in _MARKS:
            if start.startswith(mark):
                return codecs.getincrementaldecoder(name)("replace")
        found = _DECLARED.search(start[:1000])
        declared = found[1].decode("ascii").lower().replace("_", "-") if found else "utf-8"
        if _WESTERN.fullmatch(declared):
            return _Utf8OrWestern(Counter())
        if _OTHER.fullmatch(declared):
            try:
                return codecs.getincrementaldecoder(declared)("replace")
            except LookupError:
                pass
        if declared not in {"utf-8", "utf8"}:
            self.mended[f"encoding declared as {declared}, read as UTF-8"] += 1
        return _Utf8OrWestern(self.mended)

    def _clean(self, text: str) -> bytes:
        raw = text.encode("utf-8", "replace")
        clean = raw.translate(_WITHOUT_CONTROL)
        if clean != raw:
            self.mended["control characters that XML forbids, read as spaces"] += len(raw) - len(
                raw.translate(None, _CONTROL)
            )
        return clean


class _Utf8OrWestern(codecs.IncrementalDecoder):
    """UTF-8; a byte that cannot be UTF-8 is read as Windows-1252, which is what such files hold."""

    def __init__(self, mended: Counter[str]) -> None:
        super().__init__()
        self._mended = mended
        self._decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")

    def decode(self, piece: Buffer, final: bool = False) -> str:
        """Decode one piece."""
        text = self._decoder.decode(piece, final)
        try:  # far quicker than a search for what could not be decoded
            text.encode()
        except UnicodeEncodeError:
            wrong = len(_ESCAPED.findall(text))
        else:
            return text
        self._mended["bytes that are not UTF-8, read as Windows-1252"] += wrong
        return text.translate(_AS_WESTERN)


def _blank(declaration: re.Match[str]) -> str:
    """Keep the lines of what is taken out, so that line numbers in messages stay true."""
    return "\n" * declaration[0].count("\n")
