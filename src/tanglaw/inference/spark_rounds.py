"""The rounds of words under Spark: the same law, an edge a row, joined with its two ends in turn.

Each round is two joins. Edges meet their receivers, lie together by receiver, and the workers let those hear and
answer; then edges meet their payers, lie together by payer, and the workers let those take in what they were answered.
Words are whole numbers and the workers call the very functions of :mod:`tanglaw.inference.exchange`, so the result
equals that of :mod:`tanglaw.inference.rounds` bit for bit. Vectors travel as bytes.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

import numpy as np
import numpy.typing as npt
import polars as pl
import pyarrow as pa

from tanglaw.common.spark_session import session as local_session
from tanglaw.inference import rounds as law
from tanglaw.inference.exchange import Callers, Tongues, answer, passing, receivers_believe, sums
from tanglaw.inference.graph import Graph
from tanglaw.inference.rounds import Outcome
from tanglaw.inference.words import Beliefs, believe, heard

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

_EDGES: Final = (
    "edge int, payer int, receiver int, payer_degree bigint, receiver_degree bigint, to_payer int, to_receiver int, "
    "answers binary, beliefs binary, heard binary, new boolean, moved boolean, spoken boolean, change double"
)
_ARROW: Final = {
    "int": pa.int32(),
    "bigint": pa.int64(),
    "binary": pa.binary(),
    "boolean": pa.bool_(),
    "double": pa.float64(),
}
_SCHEMA: Final = pa.schema([(name, _ARROW[kind]) for name, kind in (column.split() for column in _EDGES.split(", "))])
_COLUMNS: Final = _SCHEMA.names
_BATCH: Final = 1 << 16
_ROWS: Final = 1 << 18
_PARTITION: Final = 1 << 20
"""Edges a partition, about; one subject's edges are never split."""

Number = TypeVar("Number", np.float32, np.int16)

_Task = Callable[[Iterable[pa.RecordBatch]], Iterator[pa.RecordBatch]]


def converse(
    own: tuple[Beliefs, Beliefs], graph: Graph, tongues: Tongues, *, work: Path, session: SparkSession | None = None
) -> Outcome:
    """Run the rounds on Spark's workers; takes and gives what :func:`tanglaw.inference.rounds.converse` does.

    Args:
        own: see there.
        graph: see there.
        tongues: see there.
        work: a folder that the driver and all workers see.
        session: the Spark session; one on this machine when None.
    """
    spark = session or local_session()
    folder = Path(tempfile.mkdtemp(prefix="network-", dir=work)).absolute()
    try:
        return _converse(own, graph, tongues, folder, spark)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _converse(
    own: tuple[Beliefs, Beliefs], graph: Graph, tongues: Tongues, folder: Path, spark: SparkSession
) -> Outcome:
    from pyspark.sql import functions as f  # noqa: PLC0415 -- an extra, and slow to import

    _lay_out(own, graph, folder)
    payers = spark.read.parquet(str(folder / "payers"))
    receivers = spark.read.parquet(str(folder / "receivers"))
    edges = spark.read.parquet(str(folder / "edges"))
    partitions = max(2, -(-len(graph) // _PARTITION))
    change, number, worked, going = 0.0, 0, 0, len(graph) > 0
    while going and law.may_go_on(number, worked, len(graph)):
        number += 1
        halfway = number > law.HALFWAY_AFTER
        called = _together(edges.join(receivers, "receiver"), "receiver", partitions)
        goes_on = halfway and number - 1 > law.HALFWAY_AFTER  # those who went half of the way the round before
        answered = called.mapInArrow(_task(_answer(tongues, halfway=halfway, goes_on=goes_on)), _EDGES)
        taken = _together(answered.join(payers, "payer"), "payer", partitions)
        # On disk, not only planned: else every round would run all rounds before it anew.
        here = folder / f"round-{number:04}"
        taken.mapInArrow(_task(_take_in(tongues)), _EDGES).write.parquet(str(here))
        edges = spark.read.parquet(str(here))
        shutil.rmtree(folder / f"round-{number - 1:04}", ignore_errors=True)
        waiting = f.col("new") | f.col("moved") if halfway else f.col("new")
        (row,) = edges.agg(f.max("change"), f.sum(f.col("spoken").cast("bigint")), f.max(waiting)).collect()
        change, worked, going = float(row[0]), worked + int(row[1]), bool(row[2])
    found = _collected(edges, graph, own, tongues)
    return Outcome(*found, 0.0 if not going else change, not going, number)


def _lay_out(own: tuple[Beliefs, Beliefs], graph: Graph, folder: Path) -> None:
    """Write both tables of subjects and the table of edges, as they are before the first round."""
    for name, subject, beliefs in (("payers", "payer", own[0]), ("receivers", "receiver", own[1])):
        (folder / name).mkdir()
        for start in range(0, max(len(beliefs), 1), _ROWS):
            part = beliefs[start : start + _ROWS]
            rows = pl.Series(np.arange(start, start + len(part), dtype=np.int32))
            table = pl.DataFrame({subject: rows, "own": _bytes(part)})
            table.write_parquet(folder / name / f"{start:012}.parquet")
    (folder / "edges").mkdir()
    of_payer, of_receiver = np.diff(graph.of_payer), np.diff(graph.of_receiver)
    for start in range(0, max(len(graph), 1), _ROWS):
        edge = np.arange(start, min(start + _ROWS, len(graph)))
        payer = graph.payer[edge]
        receiver = (np.searchsorted(graph.of_receiver, edge, side="right") - 1).astype(np.int32)
        frame = pl.DataFrame(
            {
                "edge": edge.astype(np.int32),
                "payer": payer,
                "receiver": receiver,
                "payer_degree": of_payer[payer],
                "receiver_degree": of_receiver[receiver],
                "to_payer": graph.to_payer[edge].astype(np.int32),
                "to_receiver": graph.to_receiver[edge].astype(np.int32),
                "answers": _bytes(np.zeros((len(edge), own[0].shape[1] - 1), dtype=np.int16)),
                "beliefs": _bytes(passing(own[0][payer], own[0][payer], graph.to_receiver[edge])),
            },
        ).with_columns(
            heard=pl.lit(None, pl.Binary),
            new=pl.lit(True),
            moved=pl.lit(False),
            spoken=pl.lit(False),
            change=pl.lit(0.0),
        )
        frame.write_parquet(folder / "edges" / f"{start:012}.parquet")


def _together(edges: DataFrame, subject: str, partitions: int) -> DataFrame:
    return edges.repartition(partitions, subject)


def _task(work: Callable[[pl.DataFrame], pl.DataFrame]) -> _Task:
    """Make what runs on a worker: a partition's edges at once."""

    def task(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        held = [batch for batch in batches if batch.num_rows]
        if held:
            frame = pl.from_arrow(pa.Table.from_batches(held))
            assert isinstance(frame, pl.DataFrame)
            yield from work(frame).to_arrow().cast(_SCHEMA).to_batches(max_chunksize=_BATCH)

    return task


def _answer(tongues: Tongues, *, halfway: bool, goes_on: bool) -> Callable[[pl.DataFrame], pl.DataFrame]:
    def work(edges: pl.DataFrame) -> pl.DataFrame:
        edges = edges.sort("edge")  # by receiver, then payer
        waiting = pl.col("new") | pl.col("moved") if goes_on else pl.col("new")
        active = edges.select(waiting.any().over("receiver")).to_series()
        resting = edges.filter(~active).with_columns(moved=pl.lit(False), spoken=pl.lit(False), change=pl.lit(0.0))
        edges = edges.filter(active)
        if not edges.height:
            return resting.select(_COLUMNS)
        firsts = np.flatnonzero(edges["receiver"].is_first_distinct().to_numpy())
        degrees = np.diff(np.append(firsts, edges.height))
        callers = Callers(
            _vectors(edges["beliefs"], np.float32),
            _vectors(edges["answers"], np.int16),
            edges["payer_degree"].to_numpy(),
            edges["to_receiver"].to_numpy().astype(np.uint8),
        )
        said = callers.say(tongues)
        own = _vectors(edges["own"].gather(pl.Series(firsts)), np.float32)
        nats, beliefs = receivers_believe(own, sums(said, degrees), degrees, tongues)
        passed = edges["to_payer"].to_numpy().astype(np.uint8)
        answered = answer(callers, said, (own, beliefs), degrees, degrees, passed, tongues=tongues, halfway=halfway)
        told = pl.DataFrame({"edge": edges["edge"].gather(pl.Series(firsts)), "told": _bytes(nats)})
        spoken = edges.with_columns(
            answers=_bytes(answered.answers),
            moved=pl.Series(answered.moved),
            spoken=pl.lit(True),
            change=pl.lit(answered.change),
        )
        spoken = spoken.join(told, on="edge", how="left").with_columns(heard=pl.coalesce("told", "heard"))
        return pl.concat([spoken.select(_COLUMNS), resting.select(_COLUMNS)])

    return work


def _take_in(tongues: Tongues) -> Callable[[pl.DataFrame], pl.DataFrame]:
    def work(edges: pl.DataFrame) -> pl.DataFrame:
        edges = edges.sort("payer", "receiver")
        firsts = np.flatnonzero(edges["payer"].is_first_distinct().to_numpy())
        degrees = np.diff(np.append(firsts, edges.height))
        own = _vectors(edges["own"].gather(pl.Series(firsts)), np.float32)
        answers = np.ascontiguousarray(_vectors(edges["answers"], np.int16).T)
        beliefs = believe(own, heard(sums(answers, degrees), degrees, tongues.crowd, tongues.step))
        passed = edges["to_receiver"].to_numpy().astype(np.uint8)
        spoken = passing(np.repeat(own, degrees, axis=0), np.repeat(beliefs, degrees, axis=0), passed)
        moved = edges["moved"].to_numpy()
        of_others = np.repeat(sums(moved[None, :], degrees)[:, 0], degrees) - moved
        return edges.with_columns(beliefs=_bytes(spoken), new=pl.Series(of_others > 0)).select(_COLUMNS)

    return work


def _collected(
    edges: DataFrame, graph: Graph, own: tuple[Beliefs, Beliefs], tongues: Tongues
) -> tuple[Beliefs, Beliefs]:
    """Add up what payers were answered, and gather what receivers heard, from the table of edges on disk."""
    folder = [Path(path.removeprefix("file://")) for path in edges.inputFiles()]
    total = np.zeros((graph.payers, own[0].shape[1] - 1), dtype=np.int64)
    by_receiver: Beliefs = np.zeros((graph.receivers, own[1].shape[1] - 1), dtype=np.float32)
    for path in sorted(folder):
        part = pl.read_parquet(path, columns=["payer", "receiver", "answers", "heard"])
        if not part.height:
            continue
        np.add.at(total, part["payer"].to_numpy(), _vectors(part["answers"], np.int16))
        known = part.filter(pl.col("heard").is_not_null())
        if known.height:
            by_receiver[known["receiver"].to_numpy()] = _vectors(known["heard"], np.float32)
    by_payer = heard(total, np.diff(graph.of_payer), tongues.crowd, tongues.step)
    return by_payer, by_receiver


def _bytes(vectors: npt.NDArray[np.generic]) -> pl.Series:
    """Pack each row into bytes."""
    width = vectors.shape[1] * vectors.itemsize
    packed = np.ascontiguousarray(vectors).view(np.uint8).reshape(-1)
    array = pa.FixedSizeBinaryArray.from_buffers(pa.binary(width), len(vectors), [None, pa.py_buffer(packed)])
    return pl.Series(array.cast(pa.large_binary()))


def _vectors(packed: pl.Series, kind: type[Number]) -> npt.NDArray[Number]:
    """Unpack rows of bytes."""
    array = packed.rechunk().to_arrow().cast(pa.large_binary())
    _, offsets, data = array.buffers()
    ends = np.frombuffer(offsets, dtype=np.int64)[array.offset : array.offset + len(array) + 1]
    return np.frombuffer(data, dtype=np.uint8)[ends[0] : ends[-1]].view(kind).reshape(len(array), -1)
