"""``detect``, from inputs to a folder of explained leads. The command line and the web are thin shells over this."""

from __future__ import annotations

import json
import platform
import shutil
import tempfile
from collections.abc import Mapping as AnyMapping
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import polars as pl
import pyarrow.parquet as pq

import tanglaw
from tanglaw.common.mapped import slices
from tanglaw.common.outputs import atomic_folder
from tanglaw.common.progress import Progress
from tanglaw.engines.engine import choose
from tanglaw.engines.layout import bucket_count
from tanglaw.identities.entities import NOBODY_LINKED, Entities
from tanglaw.identities.resolving import resolve
from tanglaw.inference.network import Settled
from tanglaw.inference.relation_table import library_table
from tanglaw.leads.behind import lead_payments
from tanglaw.leads.files import write_leads
from tanglaw.leads.given import read_given
from tanglaw.leads.groups.counting import account_of_groups
from tanglaw.leads.groups.files import write_groups
from tanglaw.leads.groups.finding import find_groups
from tanglaw.leads.groups.tying import degrees_of
from tanglaw.leads.joined import account_of_identities, write_tables
from tanglaw.leads.known import OUTCOMES, Known
from tanglaw.leads.lead import Lead
from tanglaw.leads.neighbours import lead_neighbours
from tanglaw.leads.report.html import write_report
from tanglaw.leads.role_scoring import RoleScoring, part_of
from tanglaw.leads.weighing import weigh
from tanglaw.leads.weights import write_weights
from tanglaw.leads.writing import make_leads
from tanglaw.measures import catalogue
from tanglaw.measures.intake import Intake, take_in
from tanglaw.measures.joining import join_accounts
from tanglaw.measures.parties import tells_who
from tanglaw.measures.rows import Enrichment, decode_corridor
from tanglaw.patterns.pattern_set import PatternSet
from tanglaw.payments.columns import REJECTED_SCHEMA
from tanglaw.payments.mapping import Mapping
from tanglaw.payments.rates import Rates

_OWNER_ONLY: Final = 0o600
"""Mode of the files that hold people's own words and names as they came, possible victims' too."""

_MEMORY: Final = 2 << 30
_ROW_BYTES: Final = 130
_DISK: Final = 5
"""Disk that a run takes, as a multiple of what its payments take once laid out; about half of it where compressed."""

_INPUT_BYTES_PER_ROW: Final = (
    40  # a compressed Parquet row at its smallest; text files make more buckets than they need
)


@dataclass(frozen=True, slots=True)
class Detection:
    """What a run found, for the shell that started it."""

    leads: tuple[Lead, ...]
    run: AnyMapping[str, object]
    out: Path


def detect(
    inputs: Sequence[Path],
    out: Path,
    *,
    engine: str = "local",
    mapping: Mapping | None = None,
    rates: Path | None = None,
    pattern_folders: Sequence[Path] = (),
    known: Path | None = None,
    updates: Sequence[Path] = (),
    links: Path | None = None,
    identities: bool = True,
    progress: Progress | None = None,
) -> Detection:
    """Find the leads in payments and write them, with everything behind them, into a folder.

    Args:
        inputs: files, folders or patterns of payments.
        out: folder for the results; filled whole or not at all.
        engine: ``local`` or ``spark``.
        mapping: the institution's own column names.
        rates: exchange rates that go before the reference rates.
        pattern_folders: folders with further pattern files.
        known: file of subjects that people have confirmed or dismissed.
        updates: files that ``tanglaw learn`` wrote; their counts add up. With one, `known` speaks of its own subjects
            only and no longer sharpens what is expected.
        links: file of accounts that people have joined or split; it wins over what the linkage finds.
        identities: whether accounts of one person or household are looked for and joined.
        progress: where to report.

    Raises:
        FaultsError: inputs, rates or patterns that cannot be used, all faults at once.
        TanglawError: nothing to measure, or the folder cannot be written.
    """
    progress = progress or Progress(enabled=False)
    given = read_given(pattern_folders, rates, known, links, updates)
    patterns, table, learned = given.patterns, given.rates, given.learned
    visitor = choose(engine)
    with atomic_folder(out) as folder, tempfile.TemporaryDirectory(prefix=".work-", dir=folder) as scratch:
        work = Path(scratch)
        laid_out = expected_bytes(inputs)
        intake = take_in(
            inputs,
            work,
            Enrichment(table),
            buckets=bucket_count(laid_out, _MEMORY),
            mapping=mapping,
            compressed=shutil.disk_usage(work).free < laid_out * _DISK,
            progress=progress,
        )
        entities = NOBODY_LINKED
        if identities and (tells_who(intake.columns) or given.decided.pairs.height):
            entities = resolve(intake.parties.read, decided=given.decided, engine=engine, progress=progress, work=work)
            with progress.stage("joining accounts"):
                intake = join_accounts(intake, entities, work)
        scorings, settled = weigh(intake, visitor, work, patterns, given.outcomes, learned.counts, progress)
        # Tables of everybody are written while the leads among them are made and put into words. Once these are made,
        # nobody reads the payments again, and to remove so many gigabytes takes as long as the report.
        with ThreadPoolExecutor(2) as beside:
            with progress.stage("writing leads"):
                list(beside.map(RoleScoring.weigh_patterns, scorings))
                everybody = beside.submit(_write_everybody, folder, work, scorings)
                leads, behind, left_out = make_leads(scorings, intake)
                payments = lead_payments(behind, intake, table)
                _write_rejected(folder / "rejected.parquet", intake)
                payments.write_parquet(folder / "lead_payments.parquet")
                lead_neighbours(leads, payments, intake).write_parquet(folder / "lead_neighbours.parquet")
                beside.submit(intake.delete)
                for verbatim in ("lead_payments.parquet", "lead_neighbours.parquet", "rejected.parquet"):
                    (folder / verbatim).chmod(_OWNER_ONLY)
                write_leads(folder, leads)
                write_tables(folder, entities)
                degrees = degrees_of({scoring.role: scoring.subjects for scoring in scorings}, payments)
                groups = find_groups(leads, payments, entities.links, degrees)
                write_groups(folder, groups)
            run = _run(inputs, intake, scorings, patterns, leads, table, engine, left_out, settled, entities)
            run["notes"] = [*({"text": note} for note in learned.notes), *run["notes"]]
            run |= {
                "updates": learned.record,
                "known": _known(given.outcomes, scorings),
                "groups": account_of_groups(groups),
            }
            with progress.stage("writing the report"):
                write_report(folder / "report.html", run, leads, payments, groups)
                everybody.result()
        run |= {"seconds": {name: round(took, 3) for name, took in progress.seconds.items()},
                "peak_memory_bytes": progress.peak_memory}  # fmt: skip
        (folder / "run.json").write_text(json.dumps(run, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        (folder / "model.json").write_text(_model(scorings) + "\n", encoding="utf-8")
    return Detection(tuple(leads), run, out)


def expected_bytes(inputs: Sequence[Path]) -> int:
    """Guess how many bytes the payments of some inputs take once they are laid out."""
    files = [
        file for path in inputs for file in ([path] if path.is_file() else path.rglob("*") if path.is_dir() else [])
    ]
    return sum(file.stat().st_size for file in files if file.is_file()) // _INPUT_BYTES_PER_ROW * _ROW_BYTES


def _write_everybody(folder: Path, work: Path, scorings: Sequence[RoleScoring]) -> None:
    pl.concat([scoring.scores(work) for scoring in scorings]).write_parquet(folder / "scores.parquet")
    _write_measures(folder / "measures.parquet", scorings)
    write_weights(folder / "weights.parquet", scorings)


def _write_measures(path: Path, scorings: Sequence[RoleScoring]) -> None:
    """Write all measures of everybody, some subjects at a time."""
    empty = pl.concat([_measures(scoring, slice(0, 0)) for scoring in scorings], how="diagonal")
    schema = empty.to_arrow().schema
    with pq.ParquetWriter(path, schema, compression="zstd", use_dictionary=["role", "part", "corridor"]) as writer:
        for scoring in scorings:
            for part in slices(scoring.subjects.height):
                found = pl.concat([empty, _measures(scoring, part)], how="diagonal")
                writer.write_table(found.to_arrow().cast(schema))


def _measures(scoring: RoleScoring, part: slice) -> pl.DataFrame:
    some = scoring.subjects[part].rename({"subject_id": "entity_id"})
    return scoring.accounts.spread(some.with_columns(part_of(some["key"]))).select(
        pl.lit(scoring.role).alias("role"),
        "subject_id",
        "entity_id",
        "part",
        pl.col("corridor").replace_strict(
            {packed: decode_corridor(packed) for packed in scoring.subjects["corridor"].unique()},
            return_dtype=pl.String,
        ),
        pl.col("rows").alias("payments_counted"),
        *(m.id for m in catalogue.of_role(scoring.role)),
    )


def _write_rejected(path: Path, intake: Intake) -> None:
    schema = REJECTED_SCHEMA.to_frame().to_arrow().schema
    with pq.ParquetWriter(path, schema) as writer:
        for part in intake.rejected:
            writer.write_table(pl.read_parquet(part).cast(REJECTED_SCHEMA).to_arrow().cast(schema))


def _run(  # noqa: PLR0917 -- the run's account names everything that took part
    inputs: Sequence[Path],
    intake: Intake,
    scorings: Sequence[RoleScoring],
    patterns: PatternSet,
    leads: Sequence[Lead],
    rates: Rates,
    engine: str,
    left_out: Sequence[str],
    settled: Settled,
    entities: Entities,
) -> dict[str, Any]:
    counts = intake.counts
    unrated = [
        f"no exchange rate for {n:,} payments in {c}: their value was not measured"
        for c, n in sorted(rates.missing.items())
    ]
    corridors = (
        scorings[0]
        .subjects.group_by("corridor")
        .agg(payments=pl.col("rows").sum())
        .sort("payments", "corridor", descending=[True, False])
    )
    return {
        "version": {"tanglaw": tanglaw.__version__, "polars": pl.__version__, "python": platform.python_version(),
                    "rates": rates.version},
        "engine": {"name": engine},
        "inputs": [{"name": str(path)} for path in inputs],
        "counts": {"read": counts.read, "accepted": counts.accepted, "rejected": counts.rejected,
                   "duplicates": counts.duplicates, "warnings": dict(sorted(counts.warnings.items()))},
        "rejected_by": _rejected_by(intake),
        "period": {"from": _instant(intake.since), "to": _instant(intake.until)},
        "subjects": {"originators": scorings[0].height, "beneficiaries": scorings[1].height},
        "identities": account_of_identities(entities, intake.joined),
        "corridors": [{"corridor": decode_corridor(c), "payments": n} for c, n in corridors.head(50).iter_rows()],
        "abstained": [{"what": m.label, "why": f"no column {' or '.join(m.needs)}"}
                      for scoring in scorings for m in catalogue.of_role(scoring.role) if m not in scoring.measures],
        "notes": [{"text": text} for text in (*intake.notes, *rates.notes, *entities.notes, *unrated,
                  *_network_notes(settled, patterns), *left_out)],
        "leads": {pattern.id: sum(lead.pattern == pattern.id for lead in leads)
                  for pattern in patterns if pattern.kind == "pattern"},
        "patterns": patterns.hashes,
        "network": {"rounds": settled.rounds, "last_change_nats": round(settled.change, 4), "settled": settled.settled},
    }  # fmt: skip


def _known(outcomes: Known, scorings: Sequence[RoleScoring]) -> dict[str, object] | None:
    if not outcomes.sha256:
        return None
    return {
        "sha256": outcomes.sha256,
        **{name: outcomes.outcomes.filter(outcome=name).height for name in OUTCOMES},
        "not_in_the_payments": sum(
            outcomes.of_entities(one.role, one.accounts).missing(one.role, one.subjects["subject_id"])
            for one in scorings
        ),
    }


def _network_notes(settled: Settled, patterns: PatternSet) -> list[str]:
    notes = []
    if not settled.settled:
        notes.append(
            f"the network did not settle in {settled.rounds} rounds: what counterparties tell each other still changed "
            f"by up to {settled.change:.2g} nats, so that scores of subjects who pay each other round about may be off"
        )
    named = {*library_table().named("payers"), *library_table().named("receivers")}
    notes += [
        f"{pattern.id} is in no relation of the network's table: counterparties say nothing of it"
        for pattern in patterns
        if pattern.id not in named
    ]
    return notes


def _rejected_by(intake: Intake) -> list[dict[str, object]]:
    if not intake.rejected:
        return []
    fields = pl.concat([pl.read_parquet(part, columns=["field"]) for part in intake.rejected])
    counted = fields.group_by("field").len().sort("len", "field", descending=[True, False]).head(20)
    return [{"problem": name or "the whole row", "rows": count} for name, count in counted.iter_rows()]


def _instant(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat()


def _model(scorings: Sequence[RoleScoring]) -> str:
    """Write down what each explanation expected and how much each measure weighed."""
    said = {
        scoring.role: {
            "weights": {m.id: round(float(w), 6) for m, w in zip(scoring.measures, scoring.model.weights, strict=True)},
            "offsets": {p.id: round(float(o), 6)
                        for p, o in zip(scoring.model.patterns, scoring.scored.offsets, strict=True)},
            "bands": {m.id: list(m.bands) for m in scoring.measures},
            "expected": {
                p.id: {m.id: [round(float(s), 6) for s in shares]
                       for m, shares in zip(scoring.measures, row, strict=True) if shares is not None}
                for p, row in zip(scoring.model.patterns, scoring.model.shares, strict=True)
            },
        }
        for scoring in scorings
    }  # fmt: skip
    return json.dumps(said, indent=1, ensure_ascii=False)
