"""Reads any mix of inputs as one stream of checked batches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from tanglaw.common.errors import Fault, FaultsError
from tanglaw.payments.batch import Batch
from tanglaw.payments.counts import Counts
from tanglaw.payments.inputs import find_inputs
from tanglaw.payments.mapping import Mapping
from tanglaw.payments.sources import Source, open_source


class Reading(Iterator[Batch]):
    """Checked batches, one after another, and what became of every row so far.

    Attributes:
        counts: of all sources.
        by_source: of each source that had rows.
        notes: what was left out or decided, in words.
    """

    def __init__(self, sources: Sequence[Source], notes: Sequence[str]) -> None:
        self.counts = Counts()
        self.by_source: dict[str, Counts] = {}
        self.notes = list(notes)
        self._batches = chain.from_iterable(source.batches(self.notes) for source in sources)

    def __next__(self) -> Batch:
        """Give the next batch."""
        batch = next(self._batches)
        self.counts.add(batch)
        for frame in (batch.accepted, batch.rejected):
            if frame.height:
                self.by_source.setdefault(frame["source"][0], Counts()).add(batch)
                break
        return batch


def read(inputs: Sequence[Path], mapping: Mapping | None = None) -> Reading:
    """Read files, folders and patterns, of any mix of formats, in the order given and by name within a folder.

    Headers of all files are looked at before anything is yielded.

    Raises:
        FaultsError: at once, with every fault of every input: not found, no payment file, missing required columns.
            Later, when a file turns out to be written in a way that can be read as two things.
    """
    files, notes = find_inputs(inputs)
    sources: list[Source] = []
    faults: list[Fault] = []
    for file in files:
        source = open_source(file, mapping or Mapping())
        faults += source.faults()
        sources.append(source)
    if faults:
        raise FaultsError("Some inputs cannot be read as payments.", faults)
    return Reading(sources, notes)
