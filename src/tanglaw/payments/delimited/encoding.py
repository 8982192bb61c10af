"""Bytes of any encoding that banks send, to blocks of UTF-8."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import BinaryIO, Final

from tanglaw.payments.delimited.legacy import guess

_BOMS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))

_PIECE: Final = 1 << 16
"""Bytes read at a time: a stream that breaks takes the piece it was reading with it."""


class Utf8Blocks:
    r"""Iterates over a stream as blocks of UTF-8 with newlines `\n`; a block never ends within a letter.

    Without a stated encoding a byte order mark decides, then the pattern of zero bytes (UTF-16), then UTF-8 while it
    holds: the first bytes that are not UTF-8, in a file without UTF-8 letters so far, make it a legacy encoding from
    there on.

    Attributes:
        encoding: what the bytes are read as, so far.
        warnings: what was mended, and how often.
        broken: why the stream broke off, when it did with an error of type `breaks`.
    """

    def __init__(
        self,
        stream: BinaryIO,
        stated: str | None = None,
        block: int = 1 << 24,
        breaks: type[Exception] | tuple[()] = (),
    ) -> None:
        self.warnings: dict[str, int] = {}
        self.broken: str | None = None
        self._stream = stream
        self._breaks = breaks
        self._block = block
        self._stated = stated
        self._proven = False  # a letter beyond ASCII was read as UTF-8
        head = self._read()
        self.encoding, skip = _by_head(head, stated)
        self._head: bytes | None = head[skip:]
        self._carriage_returns = False

    def __iter__(self) -> Iterator[bytes]:
        """Yield blocks of about the given size."""
        decoder: codecs.IncrementalDecoder | None = None
        if self.encoding != "utf-8":
            decoder = codecs.getincrementaldecoder(self.encoding)("replace")
        rest, first = b"", True
        while True:
            taken, self._head = (self._head, None) if self._head is not None else (self._read(), None)
            final = not taken
            if decoder is None:
                data = rest + taken
                rest = b""
                if not data.isascii():
                    cut = len(data) if final else _whole_letters(data)
                    data, rest = data[:cut], data[cut:]
                    data, legacy = self._mended(data)
                    if legacy:
                        decoder = codecs.getincrementaldecoder(self.encoding)("replace")
                        data = self._decoded(decoder, data + rest, final)
                        rest = b""
            else:
                data = self._decoded(decoder, taken, final)
            if first and data:
                self._carriage_returns = b"\r" in data and b"\n" not in data
                first = False
            if data:
                yield self._cleaned(data)
            if final:
                return

    def _read(self) -> bytes:
        """A block, in pieces: what came before a break is kept."""
        pieces: list[bytes] = []
        left = 0 if self.broken else self._block
        try:
            while left and (piece := self._stream.read(min(left, _PIECE))):
                pieces.append(piece)
                left -= len(piece)
        except self._breaks as error:
            self.broken = str(error).splitlines()[0]
        return b"".join(pieces)

    def _mended(self, data: bytes) -> tuple[bytes, bool]:
        """Valid UTF-8; or the bytes as they are, with True, when they are another encoding."""
        try:
            data.decode()
        except UnicodeDecodeError:
            pass
        else:
            self._proven = True
            return data, False
        text = data.decode("utf-8", "replace")
        broken = text.count("\ufffd")
        letters = sum(not letter.isascii() for letter in text) - broken
        if self._stated is None and not self._proven and letters < broken:
            self.encoding = guess(data)
            return data, True
        self._proven = True
        self._warn("bytes that are not UTF-8, shown as \ufffd", broken)
        return text.encode(), False

    def _decoded(self, decoder: codecs.IncrementalDecoder, data: bytes, final: bool) -> bytes:
        text = decoder.decode(data, final)
        if "\ufffd" in text:
            self._warn(f"bytes that are not {self.encoding}, shown as \ufffd", text.count("\ufffd"))
        return text.encode("utf-8", "replace")

    def _cleaned(self, data: bytes) -> bytes:
        if zeros := data.count(b"\0"):
            self._warn("zero bytes, left out", zeros)
            data = data.replace(b"\0", b"")
        return data.replace(b"\r", b"\n") if self._carriage_returns else data

    def _warn(self, what: str, number: int) -> None:
        self.warnings[what] = self.warnings.get(what, 0) + number


def _by_head(head: bytes, stated: str | None) -> tuple[str, int]:
    """Encoding, and how many bytes of byte order mark to skip."""
    for mark, name in _BOMS:
        if head.startswith(mark):
            return name, len(mark)
    if stated:
        name = codecs.lookup(stated).name
        return ("utf-16-le" if name == "utf-16" else name), 0
    sample = head[:4096]
    half = max(len(sample) // 2, 1)
    if len(sample) >= 4 and sample[1::2].count(0) > 0.4 * half and sample[0::2].count(0) < 0.1 * half:
        return "utf-16-le", 0
    if len(sample) >= 4 and sample[0::2].count(0) > 0.4 * half and sample[1::2].count(0) < 0.1 * half:
        return "utf-16-be", 0
    return "utf-8", 0


def _whole_letters(data: bytes) -> int:
    """Length of `data` without an incomplete letter at its end."""
    for back in range(1, min(4, len(data)) + 1):
        byte = data[-back]
        if byte < 0x80:
            return len(data)
        if byte >= 0xC0:
            length = 2 if byte < 0xE0 else 3 if byte < 0xF0 else 4
            return len(data) - back if back < length else len(data)
    return len(data)
