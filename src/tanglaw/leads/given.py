"""What people give a run besides payments: patterns, rates, outcomes, links; read before anything else is done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from tanglaw.common.errors import Fault, FaultsError
from tanglaw.identities.decided import NOTHING_DECIDED, Decided, read_links
from tanglaw.leads.known import NOTHING_KNOWN, Known, read_known
from tanglaw.leads.learning.using import Updates, bring
from tanglaw.measures import catalogue
from tanglaw.patterns.loading import LIBRARY, load
from tanglaw.patterns.pattern_set import PatternSet
from tanglaw.payments.rates import Rates

Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class Given:
    """What was given, read and found sound."""

    patterns: PatternSet
    rates: Rates
    outcomes: Known
    decided: Decided
    learned: Updates


def read_given(
    pattern_folders: Sequence[Path] = (),
    rates: Path | None = None,
    known: Path | None = None,
    links: Path | None = None,
    updates: Sequence[Path] = (),
) -> Given:
    """Read everything.

    Args:
        pattern_folders: folders with further pattern files.
        rates: exchange rates that go before the reference rates.
        known: subjects that people have confirmed or dismissed.
        links: accounts that people have joined or split.
        updates: files that ``tanglaw learn`` wrote.

    Raises:
        FaultsError: the faults of all files together, so that one look mends them all.
    """
    refused: list[FaultsError] = []

    def tried(read: Callable[[], Read]) -> Read | None:
        try:
            return read()
        except FaultsError as error:
            refused.append(error)
            return None

    patterns = tried(lambda: load([LIBRARY, *pattern_folders], catalogue.bands()))
    table = tried(lambda: Rates.load(rates))
    # Outcomes and updates name patterns: with a faulty pattern file every line about it would look wrong.
    outcomes = tried(lambda: read_known(known, patterns)) if known and patterns else NOTHING_KNOWN
    learned = tried(lambda: bring(updates, patterns)) if patterns else None
    decided = tried(lambda: read_links(links)) if links else NOTHING_DECIDED
    if len(refused) == 1:
        raise refused[0]
    if refused or patterns is None or table is None or outcomes is None or decided is None or learned is None:
        faults: list[Fault] = [fault for error in refused for fault in error.faults]
        raise FaultsError("\n".join(error.headline for error in refused), faults)
    return Given(patterns, table, outcomes, decided, learned)
