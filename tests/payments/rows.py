"""Invented payments, and files of them, for the tests of readers."""

from __future__ import annotations

from pathlib import Path

HEADER = (
    "payment_id", "executed_at", "amount", "currency", "originator_id", "originator_country", "beneficiary_id",
    "beneficiary_country", "originator_name", "reference",
)  # fmt: skip
ROW = ("P-1", "2025-03-08T22:41:07+10:00", "51.00", "AUD", "C-1", "AU", "R-1", "PH", "Alan Example", "school fees")


def row(**changes: str) -> tuple[str, ...]:
    values = dict(zip(HEADER, ROW, strict=True)) | changes
    return tuple(values[name] for name in HEADER)


def text(*rows: tuple[str, ...], delimiter: str = ",", header: tuple[str, ...] = HEADER) -> str:
    return "".join(delimiter.join(one) + "\n" for one in (header, *rows))


def write(path: Path, content: str | bytes, encoding: str = "utf-8") -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
    return path
