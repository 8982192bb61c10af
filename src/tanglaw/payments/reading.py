"""Reads any mix of inputs as one stream of checked batches."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import BinaryIO, Final

from tanglaw.common.errors import Fault, FaultsError
from tanglaw.payments.batch import Batch, RawBatch
from tanglaw.payments.checks import check
from tanglaw.payments.columns import BY_NAME
from tanglaw.payments.conventions import Conventions, decide
from tanglaw.payments.counts import Counts
from tanglaw.payments.delimited.reader import Delimited, open_delimited
from tanglaw.payments.inputs import Input, find_inputs, kind_of
from tanglaw.payments.layout import Layout, lay_out
from tanglaw.payments.mapping import Mapping
from tanglaw.payments.parquet import parquet_header, read_parquet

_HEAD: Final = 4096


class Reading(Iterator[Batch]):
    """Checked batches, one after another, and what became of every row so far.

    Attributes:
        counts: of all sources.
        by_source: of each source.
        notes: what was left out or decided, in words.
    """

    def __init__(self, parts: Sequence[Callable[[], Iterator[Batch]]], notes: Sequence[str]) -> None:
        self.counts = Counts()
        self.by_source: dict[str, Counts] = {}
        self.notes = list(notes)
        self._batches = chain.from_iterable(part() for part in parts)

    def __next__(self) -> Batch:
        """Give the next batch."""
        batch = next(self._batches)
        self.counts.add(batch)
        for frame in (batch.accepted, batch.rejected):
            if frame.height:
                self.by_source.setdefault(frame["source"][0], Counts())
        if source := _source(batch):
            self.by_source[source].add(batch)
        return batch


def read(inputs: Sequence[Path], mapping: Mapping | None = None) -> Reading:
    """Read files, folders and patterns, of any mix of formats, in the order given.

    Headers of all files are looked at before anything is yielded.

    Raises:
        FaultsError: at once, with every fault of every input: not found, no payment file, missing required columns.
    """
    mapping = mapping or Mapping()
    files, notes = find_inputs(inputs)
    faults: list[Fault] = []
    parts: list[Callable[[], Iterator[Batch]]] = []
    for file in files:
        part, found = _prepare(file, mapping)
        parts.append(part)
        faults += found
    if faults:
        raise FaultsError("Some inputs cannot be read as payments.", faults)
    return Reading(parts, notes)


def _prepare(file: Input, mapping: Mapping) -> tuple[Callable[[], Iterator[Batch]], list[Fault]]:
    """How to read one file, and what stands in the way."""
    try:
        with file.path.open("rb") as stream:
            kind, unfit = kind_of(stream.read(_HEAD))
    except OSError as error:
        return _nothing, [Fault(file.source, str(error), "a file that can be read")]
    if unfit:
        return _nothing, [Fault(file.source, unfit, "CSV, Parquet or ISO 20022 XML", "Export it as CSV.")]
    if kind == "parquet":
        schema, faults = parquet_header(file.path, file.source)
        layout, more = lay_out(file.source, list(schema), mapping, file.partitions) if schema else (Layout({}, {}), [])
        return (lambda: _checked(_parquet(file, layout), mapping)), faults + more
    if kind == "text":
        with file.path.open("rb") as stream:
            _, faults = _open_text(stream, file.source, file, mapping, block=1 << 20)
        return (lambda: _plain(file, mapping)), faults
    return (lambda: _members(file, mapping)), _faults_of_members(file, mapping)


def _nothing() -> Iterator[Batch]:
    return iter(())


def _parquet(file: Input, layout: Layout) -> Iterator[RawBatch]:
    for raw in read_parquet(file.path, file.source, layout.needed):
        yield RawBatch(raw.source, layout.apply(raw.rows), raw.rejected)


def _plain(file: Input, mapping: Mapping) -> Iterator[Batch]:
    with file.path.open("rb") as stream:
        yield from _checked(_text(stream, file.source, file, mapping), mapping)


def _open_text(
    stream: BinaryIO, source: str, file: Input, mapping: Mapping, block: int | None = None
) -> tuple[tuple[Delimited, Layout], list[Fault]]:
    known = {*BY_NAME, *(name.lower() for names in mapping.columns.values() for name in names)}
    text = open_delimited(
        stream, source, known=known, encoding=mapping.encoding, delimiter=mapping.delimiter,
        skip_lines=mapping.skip_lines, **({"block": block} if block else {}),
    )  # fmt: skip
    layout, faults = lay_out(source, text.dialect.header, mapping, file.partitions)
    return (text, layout), faults


def _text(stream: BinaryIO, source: str, file: Input, mapping: Mapping) -> Iterator[RawBatch]:
    (text, layout), faults = _open_text(stream, source, file, mapping)
    if faults:
        raise FaultsError("An input changed while it was read.", faults)
    for raw in text.batches(layout.needed):
        rows = layout.apply(raw.rows) if raw.rows.width > 1 else raw.rows
        yield RawBatch(raw.source, rows, raw.rejected, raw.raw_of, raw.warnings)


def _checked(raws: Iterator[RawBatch], mapping: Mapping) -> Iterator[Batch]:
    """Check batches of one source under conventions settled by its first rows."""
    conventions: Conventions | None = None
    for raw in raws:
        if conventions is None and raw.rows.height:
            conventions, faults = decide(
                raw.source, raw.rows, mark=mapping.decimal, date_formats=_date_formats(mapping),
                timezone=mapping.timezone, values=mapping.values,
            )  # fmt: skip
            if faults:
                raise FaultsError("Some values can be read in two ways.", faults)
        yield check(raw, conventions)


def _date_formats(mapping: Mapping) -> dict[str, str]:
    stated = {"executed_at": mapping.date_format, "originator_birth_date": mapping.birth_date_format}
    return {name: form for name, form in stated.items() if form}


def _source(batch: Batch) -> str | None:
    for frame in (batch.accepted, batch.rejected):
        if frame.height:
            return str(frame["source"][0])
    return None


def _faults_of_members(file: Input, mapping: Mapping) -> list[Fault]:
    return []


def _members(file: Input, mapping: Mapping) -> Iterator[Batch]:
    """Read XML, and whatever an archive holds."""
    from tanglaw.payments.archives import open_members  # noqa: PLC0415

    for source, stream in open_members(file.path):
        yield from _checked(_member(stream, source, file, mapping), mapping)


def _member(stream: BinaryIO, source: str, file: Input, mapping: Mapping) -> Iterator[RawBatch]:
    from tanglaw.payments.iso20022.reader import read_iso20022  # noqa: PLC0415

    return read_iso20022(stream, source)
