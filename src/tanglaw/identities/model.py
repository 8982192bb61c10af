"""Probabilistic linkage with Splink: the Fellegi-Sunter model, its parameters learnt from the data without labels.

Splink and DuckDB come with the extra ``identities``; :func:`available` says whether they are there.
"""

from __future__ import annotations

import importlib.util
import logging
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import polars as pl
from rapidfuzz.distance import DamerauLevenshtein
from rapidfuzz.process import cpdist

from tanglaw.common.errors import TanglawError
from tanglaw.identities.candidates import candidates, meeting_places
from tanglaw.identities.details import Details
from tanglaw.identities.model_settings import Figures, figures_of, settings

if TYPE_CHECKING:
    from splink import Linker

SEED: Final = 639
MOST_SAMPLED: Final = 1.5e6
"""Random pairs from which u is estimated; Splink stops earlier once every level was seen often enough."""

MOST_TRAINED: Final = 2e6
"""Blocked pairs from which m is estimated."""

LEAST: Final = 0.5
"""Pairs below are not given."""

FEWEST: Final = 100
"""Subjects below which nothing can be learnt from the data."""

_ADDRESS_SLIPS: Final = 2
_RECALL: Final = 0.5
_FEWEST_DUPLICATES: Final = 0.005
_RARE: Final = 200
"""Subjects of one name up to which the name's block is used for training."""


class LinkageError(TanglawError):
    """Splink or its database could not compute the model; shared identifiers stand without it."""


def available() -> bool:
    """Say whether Splink and DuckDB are installed."""
    return all(importlib.util.find_spec(package) is not None for package in ("splink", "duckdb"))


def predict(details: Details, values: pl.DataFrame, matched: int, engine: str = "local") -> pl.DataFrame:
    """Give the pairs that the model takes for one person, of those that could become links.

    Args:
        details: the subjects.
        values: ``sharing.Sharing.values``.
        matched: pairs that identifiers have shown to be one person; about half of all are assumed to be among them.
        engine: ``local`` (DuckDB) or ``spark``: who looks at all pairs. What the model knows it learns from a sample,
            in DuckDB either way, so that both weigh every pair alike.

    Returns:
        ``left, right`` (idx, left < right), ``probability`` (0.5–1, four digits), ``phone_near``, ``address_near``
        (Boolean: the same or nearly so).

    Raises:
        LinkageError: Splink gave up.
    """
    from splink.internals.exceptions import SplinkException  # noqa: PLC0415 -- an extra, and slow to import

    empty = pl.DataFrame(schema={"left": pl.UInt32, "right": pl.UInt32, "probability": pl.Float64,
                                 "phone_near": pl.Boolean, "address_near": pl.Boolean})  # fmt: skip
    asked = candidates(details, values) if details.height >= FEWEST else empty
    if not asked.height:
        return empty
    keys = meeting_places(asked)
    records = _records(details, values, keys)
    possible = details.height * (details.height - 1) / 2
    prior = max(matched / _RECALL, _FEWEST_DUPLICATES * details.height) / possible
    with tempfile.TemporaryDirectory(prefix="tanglaw-") as scratch:
        try:
            table = Path(scratch) / "records.parquet"
            records.write_parquet(table)
            untrained = Figures(min(prior, 0.1))
            linker = _on_duckdb(table, untrained)
            _train(linker, records)
            if engine == "spark":
                linker = _on_spark(table, figures_of(linker, untrained.prior))
            predicted: Any = linker.inference.predict(threshold_match_probability=LEAST)
            pairs = pl.DataFrame(pl.from_arrow(predicted.as_pyarrow_table()))
        except SplinkException as error:  # its text may quote records
            raise LinkageError(f"Splink gave up ({type(error).__name__})") from error
    one, other = pl.col("unique_id_l"), pl.col("unique_id_r")
    pairs = pairs.with_columns(address_near=_same_home(pairs["address_l"], pairs["address_r"]))
    return pairs.select(
        left=pl.min_horizontal(one, other).cast(pl.UInt32),
        right=pl.max_horizontal(one, other).cast(pl.UInt32),
        probability=pl.col("match_probability").round(4),
        phone_near=pl.col("gamma_phone") >= 1,
        address_near="address_near",
    ).sort("left", "right")


def _same_home(one: pl.Series, other: pl.Series) -> pl.Series:
    """Say whether two addresses have the same numbers and nearly the same words: 12 and 112 are neighbours."""
    frame = pl.DataFrame({"one": one, "other": other})
    numbers = [pl.col(side).str.extract_all(r"\d+") for side in ("one", "other")]
    frame = frame.with_columns(
        numbered=(numbers[0] == numbers[1]) & (numbers[0].list.len() > 0),
        words=pl.col("one").str.replace_all(r"\d+", "").fill_null(""),
        words_r=pl.col("other").str.replace_all(r"\d+", "").fill_null(""),
    )
    distance = cpdist(frame["words"].to_list(), frame["words_r"].to_list(), scorer=DamerauLevenshtein.distance)
    near = pl.Series(distance, dtype=pl.Int64) <= _ADDRESS_SLIPS
    return frame.select((pl.col("numbered").fill_null(value=False) & near).alias("near"))["near"]


def _records(details: Details, values: pl.DataFrame, keys: pl.DataFrame) -> pl.DataFrame:
    """One row a subject, of those that meet another in a block or serve to estimate chance: all, in order of id."""
    names = details.names.select(
        "name",
        name_key=pl.col("words").list.sort().list.join(" "),
        words=pl.when(pl.col("words").list.len() > 1).then("words"),
    )
    first = values.group_by("idx", "kind").agg(pl.col("value").min())
    phone = first.filter(pl.col("kind") == "phone").select("idx", phone="value")
    address = first.filter(pl.col("kind") == "address").select(
        "idx", address=pl.col("value").str.split(" | ").list.first()
    )
    records = (
        details.subjects.select("idx", "name", "birth_year", city=pl.col("cities").list.first())
        .join(names, on="name", how="left")
        .join(phone, on="idx", how="left")
        .join(address, on="idx", how="left")
        .join(keys.group_by("idx").agg(keys=pl.col("key").sort()), on="idx", how="left")
        .with_columns(
            pl.col("keys").fill_null([]),
            pl.col("birth_year").cast(pl.Int32),
            rare=(pl.len().over("name_key") <= _RARE) & pl.col("name_key").is_not_null(),
            address_words=pl.col("address").str.split(" ").list.unique(maintain_order=True),
        )
    )
    return records.select(
        pl.col("idx").cast(pl.Int64).alias("unique_id"),
        *("name_key", "words", "birth_year", "city", "phone", "address", "address_words", "keys", "rare"),
    ).sort("unique_id")


def _on_duckdb(table: Path, figures: Figures) -> Linker:
    import duckdb  # noqa: PLC0415 -- an extra, and slow to import
    import splink  # noqa: PLC0415

    backends: Any = splink
    connection = duckdb.connect(":memory:")
    connection.execute(f"SET temp_directory = '{table.parent}'")
    connection.execute("SET threads = 1")  # sums in one order: the same input gives the same links, to the bit
    api = backends.DuckDBAPI(connection=connection)
    return splink.Linker(api.register(connection.read_parquet(str(table))), settings(figures), log_level=None)


def _on_spark(table: Path, figures: Figures) -> Linker:
    import splink  # noqa: PLC0415 -- an extra, and slow to import

    from tanglaw.common.spark_session import require_spark, session  # noqa: PLC0415

    require_spark()
    backends: Any = splink
    spark = session()
    spark.sparkContext.setCheckpointDir(str(table.parent))
    # Every level is one of Spark's own functions: Splink's jar is not needed, nor its functions.
    api = backends.SparkAPI(spark_session=spark, break_lineage_method="parquet", register_udfs_automatically=False)
    return splink.Linker(api.register(spark.read.parquet(str(table))), settings(figures), log_level=None)


def _train(linker: Linker, records: pl.DataFrame) -> None:
    """Estimate u from random pairs, m by expectation maximisation within two kinds of blocks.

    A block in which there is nothing to learn is passed over: the model keeps its starting values there.
    """
    from splink.internals.exceptions import EMTrainingException  # noqa: PLC0415 -- an extra, and slow to import

    linker.training.estimate_u_using_random_sampling(max_pairs=MOST_SAMPLED, seed=SEED)
    of_one_name = "l.name_key = r.name_key and l.rare and r.rare"
    of_one_place = "l.birth_year = r.birth_year and l.city = r.city"
    for rule, needed in ((of_one_name, ["name_key"]), (of_one_place, ["birth_year", "city"])):
        if not records.select(
            pl.all_horizontal(pl.col(needed).is_duplicated() & pl.col(needed).is_not_null()).any()
        ).item():
            continue
        try:
            linker.training.estimate_parameters_using_expectation_maximisation(rule, max_pairs=MOST_TRAINED)
        except (EMTrainingException, ValueError):  # the latter where a share falls to nought
            continue


@contextmanager
def quiet() -> Iterator[None]:
    """Keep Splink's own account off the terminal: ours says what a user needs.

    For callers of :func:`predict`, around all their threads: what Python warns of is settled for a whole process.
    """
    logger = logging.getLogger("splink")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logger.setLevel(level)
