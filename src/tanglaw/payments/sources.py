"""One file as a source of checked batches, whatever its format: Parquet, text, XML, or an archive of these."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final, Protocol, cast

import polars as pl

from tanglaw.common.errors import Fault, FaultsError
from tanglaw.payments.batch import Batch, RawBatch
from tanglaw.payments.checks import check
from tanglaw.payments.columns import BY_NAME
from tanglaw.payments.conventions import Conventions, decide
from tanglaw.payments.delimited.reader import BLOCK, Delimited, open_delimited
from tanglaw.payments.inputs import HEAD, Input, kind_of
from tanglaw.payments.layout import Layout, lay_out
from tanglaw.payments.mapping import Mapping
from tanglaw.payments.parquet import parquet_header, read_parquet

_LOOK: Final = 1 << 20
"""Bytes that a first look at a text reads."""


class Source(Protocol):
    """Something that payments can be read from."""

    def faults(self) -> list[Fault]:
        """What keeps it from being read, found without reading it whole."""

    def batches(self, notes: list[str]) -> Iterator[Batch]:
        """Read it; what was decided or left out is added to `notes`."""


def open_source(file: Input, mapping: Mapping) -> Source:
    """Tell by a file's first bytes how it is read."""
    try:
        with file.path.open("rb") as stream:
            kind, unfit = kind_of(stream.read(HEAD))
    except OSError as error:
        return Unfit(file.source, f"a file that cannot be opened ({error.strerror})")
    if unfit:
        return Unfit(file.source, unfit)
    if kind == "empty":
        return Empty(file.source)
    return ParquetFile(file, mapping) if kind == "parquet" else Streams(file, mapping)


@dataclass(frozen=True, slots=True)
class Unfit:
    """A file that holds no payments that can be read."""

    source: str
    what: str

    def faults(self) -> list[Fault]:
        """Say what it is."""
        return [_unfit(self.source, self.what)]

    def batches(self, notes: list[str]) -> Iterator[Batch]:  # noqa: ARG002 -- a source like any other
        """Nothing."""
        return iter(())


@dataclass(frozen=True, slots=True)
class Empty:
    """A file of no bytes: a day without payments."""

    source: str

    def faults(self) -> list[Fault]:
        """None."""
        return []

    def batches(self, notes: list[str]) -> Iterator[Batch]:
        """Nothing, and a note of it."""
        notes.append(f"{self.source}: empty, nothing read")
        return iter(())


@dataclass(frozen=True, slots=True)
class ParquetFile:
    """A Parquet file."""

    file: Input
    mapping: Mapping

    def faults(self) -> list[Fault]:
        """A damaged file, or missing columns."""
        schema, faults = parquet_header(self.file.path, self.file.source)
        if faults:
            return faults
        layout, faults = self._layout(schema)
        return faults + [
            Fault(self.file.source, f"a column {name} of type {schema[name]}", "text, numbers, dates or times")
            for name in layout.needed
            if schema[name].is_nested()
        ]

    def batches(self, notes: list[str]) -> Iterator[Batch]:
        """Read it."""
        layout, _ = self._layout(parquet_header(self.file.path, self.file.source)[0])
        raws = (
            RawBatch(raw.source, layout.apply(raw.rows))
            for raw in read_parquet(self.file.path, self.file.source, layout.needed)
        )
        yield from _checked(raws, self.mapping, notes)

    def _layout(self, schema: dict[str, pl.DataType]) -> tuple[Layout, list[Fault]]:
        return lay_out(self.file.source, list(schema), self.mapping, self.file.partitions)


@dataclass(frozen=True, slots=True)
class Streams:
    """A text or an XML file, or an archive of several."""

    file: Input
    mapping: Mapping

    def faults(self) -> list[Fault]:
        """Missing columns of any text in it, and what keeps an archive from being opened."""
        from tanglaw.payments.archives import open_members  # noqa: PLC0415 -- see archives

        faults: list[Fault] = []
        try:
            for source, stream in open_members(self.file.path):
                peeked, kind, unfit = _peek(stream)
                if unfit or kind == "parquet":
                    faults.append(_unfit(source, unfit or "a Parquet file within an archive"))
                elif kind == "text":
                    faults += self._open(peeked, source, _LOOK)[2]
        except FaultsError as error:
            faults += error.faults
        return faults

    def batches(self, notes: list[str]) -> Iterator[Batch]:
        """Read it, one member after another."""
        from tanglaw.payments.archives import open_members  # noqa: PLC0415

        for source, stream in open_members(self.file.path):
            peeked, kind, _ = _peek(stream)
            if kind == "empty":
                notes.append(f"{source}: empty, nothing read")
            elif kind == "xml":
                yield from self._xml(peeked, source)
            else:
                text, layout, faults = self._open(peeked, source, BLOCK)
                if faults:
                    raise FaultsError("An input changed while it was read.", faults)
                raws = (_laid_out(raw, layout) for raw in text.batches(layout.needed))
                yield from _checked(raws, self.mapping, notes)
                if text.blocks.encoding != "utf-8" and self.mapping.encoding is None:
                    notes.append(f"{source}: read as {text.blocks.encoding}; a mapping can state another encoding")

    def _open(self, stream: BinaryIO, source: str, block: int) -> tuple[Delimited, Layout, list[Fault]]:
        from tanglaw.payments.archives import DamagedArchiveError  # noqa: PLC0415

        stated = self.mapping
        known = {*BY_NAME, *(name.lower() for names in stated.columns.values() for name in names)}
        text = open_delimited(
            stream, source, known=known, encoding=stated.encoding, delimiter=stated.delimiter,
            skip_lines=stated.skip_lines, block=block, breaks=DamagedArchiveError,
        )  # fmt: skip
        layout, faults = lay_out(source, text.dialect.header, stated, self.file.partitions)
        return text, layout, faults

    def _xml(self, stream: BinaryIO, source: str) -> Iterator[Batch]:
        from tanglaw.payments.iso20022.reader import read_iso20022  # noqa: PLC0415 -- lxml is slow to load

        conventions = Conventions(timezone=self.mapping.timezone, values=self.mapping.values)
        for raw in read_iso20022(stream, source):
            absent = {name: value for name, value in self.mapping.constants.items() if name not in raw.rows.columns}
            rows = raw.rows.with_columns(pl.lit(value).alias(name) for name, value in absent.items())
            yield check(RawBatch(raw.source, rows, raw.rejected, raw.raw_of, raw.warnings), conventions)


def _peek(stream: BinaryIO) -> tuple[BinaryIO, str, str]:
    """The stream, as if untouched, and what its first bytes say it is."""
    buffered = io.BufferedReader(cast("io.RawIOBase", stream), 1 << 17)
    return cast("BinaryIO", buffered), *kind_of(buffered.peek(HEAD)[:HEAD])


def _laid_out(raw: RawBatch, layout: Layout) -> RawBatch:
    rows = layout.apply(raw.rows) if raw.rows.height else raw.rows
    return RawBatch(raw.source, rows, raw.rejected, raw.raw_of, raw.warnings)


def _checked(raws: Iterator[RawBatch], mapping: Mapping, notes: list[str]) -> Iterator[Batch]:
    """Check the batches of one source under conventions settled by its first rows."""
    conventions: Conventions | None = None
    stated = {"executed_at": mapping.date_format, "originator_birth_date": mapping.birth_date_format}
    for raw in raws:
        if conventions is None and raw.rows.height:
            conventions, faults = decide(
                raw.source, raw.rows, mark=mapping.decimal,
                date_formats={name: form for name, form in stated.items() if form},
                timezone=mapping.timezone, values=mapping.values,
            )  # fmt: skip
            if faults:
                raise FaultsError("Some values can be read in two ways.", faults)
            notes.extend(conventions.notes(raw.source))
        yield check(raw, conventions)


def _unfit(source: str, what: str) -> Fault:
    return Fault(source, what, "CSV, Parquet or ISO 20022 XML, or a gzip or zip of CSV or XML", "Export it as CSV.")
