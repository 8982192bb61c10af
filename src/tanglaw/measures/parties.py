"""Who the parties are as they were recorded: every distinct combination of details, gathered while payments are read.

Linkage wants each combination once; payments repeat it a hundred times. A batch's rows are told apart by a 64-bit hash
of their details, only those not met before are written, and of what was met the hash and the first instant alone are
held: 16 bytes a combination, whatever the texts.

An address on a network changes from payment to payment and tells a place rather than a person: it tells no combinations
apart, and the one of a combination's first payment stands for it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import numpy as np
import numpy.typing as npt
import polars as pl

from tanglaw.common.distinct import Distinct
from tanglaw.common.mapped import by_column
from tanglaw.identities.entities import PARTY_SCHEMA, ROLES
from tanglaw.payments.columns import CHECKED_SCHEMA

_DETAILS: Final = tuple(name for name in PARTY_SCHEMA if name not in {"role", "subject_id", "first_seen"})
_SEED: Final = 0x7061
_WAITING: Final = 1
_FILES_AT_ONCE: Final = 64

Numbers = npt.NDArray[np.uint64]
Instants = npt.NDArray[np.int64]
Places = npt.NDArray[np.intp]


def tells_who(columns: Collection[str]) -> bool:
    """Say whether optional columns that hold a value can tell that two accounts are one person's or one household's."""
    telling = set(_DETAILS) - {"birth_year", "city", "country"}
    return any(f"{role}_{name}" in columns for role in ROLES for name in telling)


def details_of(role: str) -> dict[str, str]:
    """Map details of a party to the columns that hold them; receivers have no device and no address on a network."""
    return {name: f"{role}_{name}" for name in _DETAILS if f"{role}_{name}" in CHECKED_SCHEMA}


class Parties:
    """Gathers parties batch by batch, in a thread of its own, into files."""

    def __init__(self, folder: Path) -> None:
        """Gather into `folder`, an existing and empty one."""
        self._folder = folder
        self._met = {role: _Met() for role in ROLES}
        self._written: list[Path] = []
        self._pool = ThreadPoolExecutor(1)
        self._under_way: deque[Future[Places]] = deque()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)

    def add(self, accepted: pl.DataFrame) -> Future[Places]:
        """Take a batch in ``CHECKED_SCHEMA``.

        Returns:
            In time, the rows in which a combination of either role was met for the first time, ascending.
        """
        self._under_way.append(self._pool.submit(self._add, accepted))
        fresh = self._under_way[-1]
        while len(self._under_way) > _WAITING:
            self._under_way.popleft().result()
        return fresh

    def close(self) -> GatheredParties:
        """Wait until every batch was taken; say where the parties are."""
        while self._under_way:
            self._under_way.popleft().result()
        first = {role: self._met[role].merged() for role in ROLES}
        return GatheredParties(
            tuple(self._written),
            {role: pl.DataFrame({"hash": of[0], "first_seen": of[1]}) for role, of in first.items()},
        )

    def _add(self, accepted: pl.DataFrame) -> Places:
        seen = accepted["executed_at"].dt.epoch("s").to_numpy()
        met = np.zeros(accepted.height, dtype=np.bool_)
        for role in ROLES:
            columns = {"subject_id": f"{role}_id", **details_of(role)}
            hashes = accepted.select(column for name, column in columns.items() if name != "ip").hash_rows(_SEED)
            distinct = Distinct.of(hashes.to_numpy())
            new = self._met[role].add(hashes.to_numpy()[distinct.first], distinct.least(seen))
            if not new.any():
                continue
            fresh = np.sort(distinct.first[new])
            met[fresh] = True
            party = accepted.select(pl.col(column).alias(name) for name, column in columns.items())
            path = self._folder / f"{len(self._written):06}-{role}.arrow"
            found = party.with_columns(hash=hashes)[pl.Series(fresh)]
            found.select("hash", pl.lit(role).alias("role"), pl.exclude("hash", "role")).write_ipc(path)
            self._written.append(path)
        return np.flatnonzero(met)


class _Met:
    """Hashes met, each with the earliest instant, in sorted runs of growing length (a log-structured merge)."""

    def __init__(self) -> None:
        self._runs: list[tuple[Numbers, Instants]] = []

    def add(self, hashes: Numbers, instants: Instants) -> npt.NDArray[np.bool_]:
        """Take sorted distinct hashes; tell which are new."""
        new = np.ones(len(hashes), dtype=np.bool_)
        for held, earliest in self._runs:
            at = np.minimum(np.searchsorted(held, hashes), len(held) - 1)
            found = held[at] == hashes
            here = at[found]
            earliest[here] = np.minimum(earliest[here], instants[found])
            new &= ~found
        if new.any():
            self._runs.append((hashes[new], instants[new]))
        while len(self._runs) > 1 and len(self._runs[-1][0]) * 2 > len(self._runs[-2][0]):
            self._runs.append(_merge(self._runs.pop(), self._runs.pop()))
        return new

    def merged(self) -> tuple[Numbers, Instants]:
        """Give all of them."""
        while len(self._runs) > 1:
            self._runs.append(_merge(self._runs.pop(), self._runs.pop()))
        return self._runs[0] if self._runs else (np.array([], dtype=np.uint64), np.array([], dtype=np.int64))


def _merge(left: tuple[Numbers, Instants], right: tuple[Numbers, Instants]) -> tuple[Numbers, Instants]:
    hashes = np.concatenate([left[0], right[0]])
    order = np.argsort(hashes, kind="stable")
    return hashes[order], np.concatenate([left[1], right[1]])[order]


class GatheredParties:
    """Parties on disk.

    Args:
        files: Arrow files with ``hash``, ``role``, ``subject_id`` and the details a role has.
        first_seen: by role: ``hash, first_seen`` of the combinations that count, sorted.
        cut: whether the files hold others too.
    """

    def __init__(
        self, files: tuple[Path, ...] = (), first_seen: Mapping[str, pl.DataFrame] | None = None, *, cut: bool = False
    ) -> None:
        self._files = files
        self._first_seen = first_seen or {}
        self._cut = cut

    def before(self, instant: int) -> GatheredParties:
        """Give the parties as they were known before an instant, UTC seconds: nothing recorded from then on."""
        before = {role: first.filter(pl.col("first_seen") < instant) for role, first in self._first_seen.items()}
        return GatheredParties(self._files, before, cut=True)

    @property
    def combinations(self) -> int:
        """How many combinations of details there are, of payers and receivers together."""
        return sum(first.height for first in self._first_seen.values())

    def read(self, role: str | None = None) -> pl.DataFrame:
        """Give them, or those of one role, in ``PARTY_SCHEMA``; mapped from disk.

        Sorted: the same parties in whatever order their payments came.
        """
        if role is None:
            return pl.concat(self.read(one) for one in sorted(ROLES))
        files = self._of(role)
        if not files:
            return PARTY_SCHEMA.to_frame()
        found = pl.concat((pl.read_ipc(path) for path in files), rechunk=False)
        keys = found.select("subject_id", "hash", at=pl.int_range(pl.len(), dtype=pl.UInt32))
        order = self._that_count(keys, role).sort("subject_id", "hash").select("at", "hash")
        del keys

        def column(name: str) -> pl.Series:
            if name == "first_seen":
                return self._since(order["hash"], role)
            if name not in found.columns:
                return pl.repeat(None, order.height, dtype=PARTY_SCHEMA[name], eager=True).alias(name)
            return found[name].gather(order["at"]).cast(PARTY_SCHEMA[name])

        return by_column(map(column, PARTY_SCHEMA), files[0].parent)

    def names(self, subjects: pl.DataFrame) -> pl.DataFrame:
        """Give the names of some subjects.

        Args:
            subjects: ``role, subject_id``.

        Returns:
            ``role, subject_id, name``: every name recorded, sorted.
        """
        schema = {name: PARTY_SCHEMA[name] for name in ("role", "subject_id", "name")}
        found = [pl.DataFrame(schema=schema)]
        for role in ROLES:
            wanted, files = subjects.filter(role=role), self._of(role)
            for start in range(0, len(files) if wanted.height else 0, _FILES_AT_ONCE):
                some = [pl.read_ipc(path, columns=["hash", *schema]) for path in files[start : start + _FILES_AT_ONCE]]
                of_theirs = pl.concat(some, rechunk=False).join(wanted, on="subject_id", how="semi")
                found.append(self._that_count(of_theirs, role).select(list(schema)))
        named = pl.concat(found)
        return named.drop_nulls("name").unique().sort(pl.all())

    def _of(self, role: str) -> list[Path]:
        return [path for path in self._files if path.stem.partition("-")[2] == role]

    def _that_count(self, parties: pl.DataFrame, role: str) -> pl.DataFrame:
        return parties.join(self._first_seen[role], on="hash", how="semi") if self._cut else parties

    def _since(self, hashes: pl.Series, role: str) -> pl.Series:
        """Look up the first instant of each."""
        first = self._first_seen[role]
        places = first["hash"].search_sorted(hashes)
        return first["first_seen"].gather(places).alias("first_seen")
