"""``backtest``: reads payments once, then stands at the end of each period and sees what was known then."""

from __future__ import annotations

import dataclasses
import json
import platform
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import polars as pl

import tanglaw
from tanglaw.common.outputs import atomic_folder
from tanglaw.common.progress import Progress
from tanglaw.engines.engine import Engine, choose
from tanglaw.engines.layout import bucket_count
from tanglaw.identities.resolving import resolve
from tanglaw.inference.counts import Counts
from tanglaw.leads.backtesting.as_of import History
from tanglaw.leads.backtesting.early import Found, follow
from tanglaw.leads.backtesting.page import write_page
from tanglaw.leads.backtesting.periods import Period, periods
from tanglaw.leads.backtesting.ranked import RANKED, ranked
from tanglaw.leads.detection import expected_bytes
from tanglaw.leads.known import NOTHING_KNOWN, read_known
from tanglaw.leads.learning.using import bring
from tanglaw.leads.weighing import weigh
from tanglaw.measures import catalogue
from tanglaw.measures.intake import Intake, take_in
from tanglaw.measures.joining import join_accounts
from tanglaw.measures.rows import Enrichment
from tanglaw.patterns.loading import LIBRARY, load
from tanglaw.patterns.pattern_set import PatternSet
from tanglaw.payments.mapping import Mapping
from tanglaw.payments.rates import Rates

FIRST: Final = 50
"""Leads that people look at in each period, unless they say otherwise; assumed."""

_MEMORY: Final = 2 << 30


@dataclass(frozen=True, slots=True)
class OfPeriod:
    """What one period would have shown.

    Attributes:
        period: its name.
        payments, payers, receivers: what was known at its end.
        leads: how many; `new` were none at the end of the period before, `kept` were, and `gone` were and are not.
        patterns: leads by pattern.
        seconds: wall-clock time it took.
    """

    period: str
    payments: int
    payers: int
    receivers: int
    leads: int
    new: int
    kept: int
    gone: int
    patterns: dict[str, int]
    seconds: float


@dataclass(frozen=True, slots=True)
class Backtest:
    """All periods, what became of known subjects, and the run's account."""

    periods: tuple[OfPeriod, ...]
    found: tuple[Found, ...]
    first: int
    leads: pl.DataFrame
    run: dict[str, Any]

    def as_json(self) -> dict[str, Any]:
        """Give everything but the leads, which are in ``leads_by_period.parquet``."""
        return {
            "run": self.run,
            "looked_at": self.first,
            "periods": [dataclasses.asdict(one) for one in self.periods],
            "known": [dataclasses.asdict(one) for one in self.found],
        }


def backtest(
    inputs: Sequence[Path],
    out: Path,
    *,
    every: str = "month",
    since: str | None = None,
    until: str | None = None,
    first: int = FIRST,
    engine: str = "local",
    mapping: Mapping | None = None,
    rates: Path | None = None,
    pattern_folders: Sequence[Path] = (),
    known: Path | None = None,
    updates: Sequence[Path] = (),
    identities: bool = True,
    progress: Progress | None = None,
) -> Backtest:
    """Try patterns on past payments as if they had been running then.

    Payments after a period's end are invisible, and so is everything that is worked out from payments or was recorded
    with them: accounts are joined by what was on record of their holders by then. Known outcomes are only looked up in
    what was found. Pattern files and updates are those of today.

    Args:
        inputs: files, folders or patterns of payments.
        out: folder for ``backtest.html``, ``backtest.json`` and ``leads_by_period.parquet``.
        every: ``week``, ``month`` or ``quarter``.
        since: month or day in the first period; by default there are three months of payments before its end.
        until: month or day in the last period.
        first: how many leads people look at in each period.
        engine: ``local`` or ``spark``.
        mapping: the institution's own column names.
        rates: exchange rates that go before the reference rates.
        pattern_folders: folders with further pattern files.
        known: outcomes, to see how early their subjects would have been found.
        updates: files that ``tanglaw learn`` wrote.
        identities: whether accounts of one person or household are looked for and joined.
        progress: where to report.

    Raises:
        FaultsError: inputs, rates, patterns, outcomes or updates that cannot be used.
        UsageError: no period to try.
        TanglawError: nothing to measure, or the folder cannot be written.
    """
    progress = progress or Progress(enabled=False)
    patterns = load([LIBRARY, *pattern_folders], catalogue.bands())
    outcomes = read_known(known, patterns) if known else NOTHING_KNOWN
    learned = bring(updates, patterns)
    table, visitor = Rates.load(rates), choose(engine)
    with atomic_folder(out) as folder, tempfile.TemporaryDirectory(prefix=".work-", dir=folder) as scratch:
        work = Path(scratch)
        buckets = bucket_count(expected_bytes(inputs), _MEMORY)
        intake = take_in(inputs, work, Enrichment(table), buckets=buckets, mapping=mapping, progress=progress)
        when = periods(intake.since, intake.until, every, since, until)
        with progress.stage("looking when what was known"):
            history = History(intake)
        player = _Player(history, visitor, patterns, learned.counts, work, linked_on=engine if identities else None)
        results, leads = [], list[pl.DataFrame]()
        with progress.stage("playing periods", total=len(when)) as stage:
            for period in when:
                result, frame = player.play(period, leads[-1] if leads else None)
                results.append(result)
                leads.append(frame)
                stage.advance(1)
        protected = {pattern.id for pattern in patterns if pattern.protect}
        found = follow(outcomes, intake, leads, when, first, protected)
        every_lead = pl.concat(
            frame.select(pl.lit(period.name).alias("period"), pl.all())
            for period, frame in zip(when, leads, strict=True)
        )
        notes = [*learned.notes, *_notes(updates, player.notes, identities=identities)]
        run = _run(inputs, intake, patterns, learned.record, notes, table, progress)
        made = Backtest(tuple(results), tuple(found), first, every_lead, run)
        every_lead.write_parquet(folder / "leads_by_period.parquet")
        text = json.dumps(made.as_json(), indent=2, ensure_ascii=False)
        (folder / "backtest.json").write_text(text + "\n", encoding="utf-8")
        write_page(folder / "backtest.html", made.as_json(), {pattern.id: pattern.title for pattern in patterns})
    return made


class _Player:
    """Plays one period after another over the same laid-out payments."""

    def __init__(
        self,
        history: History,
        engine: Engine,
        patterns: PatternSet,
        learned: Counts | None,
        work: Path,
        *,
        linked_on: str | None,
    ) -> None:
        self._history, self._engine, self._patterns, self._learned = history, engine, patterns, learned
        self._work, self._linked_on = work, linked_on
        self.notes: tuple[str, ...] = ()
        """What the linkage said of the last period played."""

    def play(self, period: Period, before: pl.DataFrame | None) -> tuple[OfPeriod, pl.DataFrame]:
        begun = time.perf_counter()
        intake = self._history.as_of(period.end)
        if intake is None:
            return self._told(period, (0, 0, 0), RANKED.to_frame(), before, begun), RANKED.to_frame()
        with tempfile.TemporaryDirectory(prefix="period-", dir=self._work) as scratch:
            if self._linked_on:
                entities = resolve(intake.parties.read(), engine=self._linked_on)
                self.notes = entities.notes
                intake = join_accounts(intake, entities, Path(scratch))
            scorings, _ = weigh(intake, self._engine, Path(scratch), self._patterns, NOTHING_KNOWN, self._learned)
        leads = ranked(scorings, intake.until)
        payers, receivers = scorings
        known = (int(payers.subjects["rows"].sum()), len(payers.starts), len(receivers.starts))
        return self._told(period, known, leads, before, begun), leads

    def _told(
        self,
        period: Period,
        known: tuple[int, int, int],
        leads: pl.DataFrame,
        before: pl.DataFrame | None,
        begun: float,
    ) -> OfPeriod:
        names = set(leads["lead_id"])
        old = set() if before is None else set(before["lead_id"])
        counts = dict(leads.group_by("pattern").len().iter_rows())
        return OfPeriod(
            period.name, *known, len(names), len(names - old), len(names & old), len(old - names),
            {p.id: counts.get(p.id, 0) for p in self._patterns if p.kind == "pattern"},
            round(time.perf_counter() - begun, 3),
        )  # fmt: skip


def _notes(updates: Sequence[Path], linkage: Sequence[str], *, identities: bool) -> list[str]:
    notes = ["Pattern files are those of today: they may rest on what was published after these payments."]
    if not identities:
        notes.append("Accounts were taken one by one: nobody's were joined.")
    notes += [f"At the end of the last period: {said}." for said in linkage]
    if updates:
        notes.append("Updates may have been learned from these very subjects; then this is no test of them.")
    return notes


def _run(  # noqa: PLR0917 -- the run's account names everything that took part
    inputs: Sequence[Path],
    intake: Intake,
    patterns: PatternSet,
    updates: list[dict[str, Any]],
    notes: list[str],
    rates: Rates,
    progress: Progress,
) -> dict[str, Any]:
    counts = intake.counts
    return {
        "version": {"tanglaw": tanglaw.__version__, "polars": pl.__version__, "python": platform.python_version(),
                    "rates": rates.version},
        "inputs": [{"name": str(path)} for path in inputs],
        "counts": {"read": counts.read, "accepted": counts.accepted, "rejected": counts.rejected,
                   "duplicates": counts.duplicates},
        "patterns": patterns.hashes,
        "updates": updates,
        "notes": [*intake.notes, *rates.notes, *notes],
        "seconds": {name: round(took, 3) for name, took in progress.seconds.items()},
        "peak_memory_bytes": progress.peak_memory,
    }  # fmt: skip
