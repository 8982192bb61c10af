"""Which one-byte or East Asian encoding a text is in, guessed by its letters."""

from __future__ import annotations

import re
from typing import Final

from charset_normalizer import from_bytes

_OTHERS: Final = [
    "cp1251", "cp1253", "cp1254", "cp1257", "cp850", "cp437", "mac_roman", "shift_jis", "euc_jp", "gb18030", "big5",
    "euc_kr", "cp874",
]  # fmt: skip
_SAMPLE: Final = 16_384

# Read as Windows-1252, Central European words show signs where no Western word has one: Pawe³, mo¿e; in ISO 8859-2, ±.
_CENTRAL: Final = re.compile(r"[^\W\d_][¹³¿¼¾£¥¯]|[¹³¿¼¾£¥¯][^\W\d_]")
_CENTRAL_ISO: Final = re.compile(r"[^\W\d_][±¶¦¡¬]|[±¶¦¡¬][^\W\d_]")
_CZECH: Final = re.compile(r"ø.*[ìèòïù]|[ìèòïù].*ø", re.DOTALL)


def guess(data: bytes) -> str:
    """Encoding of bytes that are not UTF-8, judged by the lines that hold more than ASCII.

    Names and references are too short for statistics of language, which call Spanish Polish; so Windows-1252 is taken
    unless its letters contradict it, and statistics decide only where most letters are beyond ASCII (Cyrillic, Greek,
    East Asian).
    """
    lines: list[bytes] = []
    size = 0
    for line in data.splitlines():
        if not line.isascii():
            lines.append(line[:1000])
            size += len(lines[-1])
            if size > _SAMPLE:
                break
    sample = b"\n".join(lines)
    runs = re.findall(rb"[\x80-\xff]{3,}", sample)
    if len(runs) * 2 > len(lines):
        best = from_bytes(sample, cp_isolation=_OTHERS, steps=5, chunk_size=512).best()
        if best:
            return best.encoding
    text = sample.decode("cp1252", "replace")
    if _CENTRAL_ISO.search(text):
        return "iso8859_2"
    return "cp1250" if _CENTRAL.search(text) or _CZECH.search(text) else "cp1252"
