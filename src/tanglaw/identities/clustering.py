"""From links to groups, without chains: who is joined must not contradict anybody already in the group.

Links are taken from the strongest to the weakest; one that would bring together two subjects that contradict each other
is not taken. So where the ends of a chain contradict, the chain is cut at its weakest link. The order of the input
never matters: equal links are ordered by the subjects' ids.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import polars as pl

Ints = npt.NDArray[np.int64]

STRONG: Final = 0.99
"""A group that is too large is tried again with links at least this strong."""


@dataclass(frozen=True, slots=True)
class Clusters:
    """Groups of nodes.

    Attributes:
        of: group of each node: the smallest node in it.
        cut: links that were not taken because of a contradiction.
        refused: sizes of groups too large to believe, of which at most the strongest links were kept.
    """

    of: Ints
    cut: int
    refused: tuple[int, ...]


def components(nodes: int, left: Ints, right: Ints) -> Ints:
    """Give each node the smallest node it is connected to."""
    of = np.arange(nodes, dtype=np.int64)
    while len(left):
        low = np.minimum(of[left], of[right])
        before = of.copy()
        np.minimum.at(of, left, low)
        np.minimum.at(of, right, low)
        np.minimum.at(of, before[left], low)
        np.minimum.at(of, before[right], low)
        of = of[of]
        open_links = of[left] != of[right]
        left, right = left[open_links], right[open_links]
    while not np.array_equal(of, deeper := of[of]):
        of = deeper
    return of


def cluster(
    nodes: int,
    links: pl.DataFrame,
    *,
    most: int,
    contradictions: Callable[[pl.DataFrame], pl.DataFrame],
    joined: pl.DataFrame | None = None,
    apart: pl.DataFrame | None = None,
) -> Clusters:
    """Group nodes 0…n−1.

    Args:
        nodes: how many there are, in the order of their ids.
        links: ``left, right`` (distinct, left < right) and ``probability``.
        most: largest group that is believed.
        contradictions: is given ``left, right`` of all pairs within groups and returns those that contradict.
        joined: ``left, right`` that people joined: taken first, whatever contradicts, and for groups of any size.
        apart: ``left, right`` that people split: never in one group.
    """
    nothing = links.clear().select("left", "right")
    joined = nothing if joined is None else joined.select("left", "right").cast(nothing.schema)
    apart = nothing if apart is None else apart.select("left", "right").cast(nothing.schema)
    believed, refused = _believable(nodes, links, most)
    everything = pl.concat([believed.select("left", "right"), joined])
    of = components(nodes, *_arrays(everything))
    within = _pairs_within(of, most)
    # Where people joined a subject to another, its details have been overruled: they speak against nobody else either.
    spoken_for = pl.concat([joined["left"], joined["right"]]).unique().implode()
    doubtful = contradictions(within).select("left", "right").cast(nothing.schema)
    doubtful = doubtful.filter(~pl.col("left").is_in(spoken_for) & ~pl.col("right").is_in(spoken_for))
    against = pl.concat([doubtful, apart])
    against = against.filter(pl.Series(of[against["left"].to_numpy()] == of[against["right"].to_numpy()]))
    if not against.height:
        return Clusters(of, 0, refused)
    troubled = np.unique(of[against["left"].to_numpy()])
    here = np.isin(of, troubled)
    settled = everything.filter(pl.Series(~here[everything["left"].to_numpy()]))
    forest = _Forest(against.iter_rows(), apart.iter_rows())
    for left, right in joined.sort("left", "right").iter_rows():
        forest.join(left, right, forced=True)
    ordered = believed.filter(pl.Series(here[believed["left"].to_numpy()])).sort(
        "probability", "left", "right", descending=[True, False, False]
    )
    cut = 0
    for left, right in ordered.select("left", "right").iter_rows():
        cut += not forest.join(left, right)
    of = components(nodes, *_arrays(settled))
    for node in np.flatnonzero(here):
        of[node] = forest.smallest(int(node))
    return Clusters(of, cut, refused)


def _believable(nodes: int, links: pl.DataFrame, most: int) -> tuple[pl.DataFrame, tuple[int, ...]]:
    """Drop the links of groups that are too large; of those, strong links get a second chance."""
    kept: list[pl.DataFrame] = []
    refused: tuple[int, ...] = ()
    for attempt in (0.0, STRONG):
        links = links.filter(pl.col("probability") >= attempt)
        of = components(nodes, *_arrays(links))
        sizes = np.bincount(of, minlength=nodes)
        large = pl.Series(sizes[of[links["left"].to_numpy()]] > most)
        kept.append(links.filter(~large))
        links = links.filter(large)
        refused = refused or tuple(sorted((int(size) for size in sizes[sizes > most]), reverse=True))
        if not links.height:
            break
    return pl.concat(kept), refused


def _pairs_within(of: Ints, most: int) -> pl.DataFrame:
    """Every pair within a group of two or more; groups that only people made so large are left to them."""
    sizes = np.bincount(of, minlength=len(of))
    several = np.flatnonzero((sizes[of] > 1) & (sizes[of] <= most))
    frame = pl.DataFrame({"of": of[several], "node": several}, schema={"of": pl.Int64, "node": pl.Int64})
    return (
        frame.join(frame, on="of")
        .filter(pl.col("node") < pl.col("node_right"))
        .select(left="node", right="node_right")
        .sort("left", "right")
    )


def _arrays(links: pl.DataFrame) -> tuple[Ints, Ints]:
    return links["left"].to_numpy().astype(np.int64), links["right"].to_numpy().astype(np.int64)


class _Forest:
    """Groups that grow link by link and know whom they must not meet."""

    def __init__(self, against: Iterable[tuple[int, ...]], apart: Iterable[tuple[int, ...]]) -> None:
        self._parent: dict[int, int] = {}
        self._members: dict[int, list[int]] = {}
        self._against: dict[int, set[int]] = defaultdict(set)
        self._apart: dict[int, set[int]] = defaultdict(set)
        for table, pairs in ((self._against, against), (self._apart, apart)):
            for left, right in pairs:
                table[left].add(right)
                table[right].add(left)

    def find(self, node: int) -> int:
        while (above := self._parent.get(node, node)) != node:
            self._parent[node] = self._parent.get(above, above)
            node = above
        return node

    def smallest(self, node: int) -> int:
        root = self.find(node)
        return min(self._members.get(root, [root]))

    def join(self, left: int, right: int, *, forced: bool = False) -> bool:
        """Join two groups unless members contradict; `forced` heeds only what people split."""
        one, other = self.find(left), self.find(right)
        if one == other:
            return True
        table = self._apart if forced else self._against
        small, large = sorted((one, other), key=lambda root: len(self._members.get(root, [root])))
        theirs = set(self._members.get(large, [large]))
        mine = self._members.get(small, [small])
        if any(not table[node].isdisjoint(theirs) for node in mine if node in table):
            return False
        self._parent[small] = large
        self._members[large] = [*self._members.get(large, [large]), *mine]
        return True
