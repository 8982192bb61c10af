"""Which role of a payer goes with which role of a receiver: the table that lets evidence pass between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tanglaw.inference.relation_table import OTHER, RelationTable, library_table

Lift = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Relations:
    """How much more often two roles meet than chance would have it.

    Attributes:
        lift: (payer roles + anybody, receiver roles + anybody) bounded ratio of "meet" over "meet by chance".
        payer_quiet: (payer roles + anybody,) lift of each towards a receiver's role that it does not go with.
        receiver_quiet: (receiver roles + anybody,) the same towards a payer's role.
        bound: nats that no word exceeds: the best lift against the worst, and what is taken off for being usual.
        crowd: power by which the number of counterparties damps each one's word.
        firm: times that a subject's prior and own evidence count while words pass.
        begin: share of a pattern's prior that its subjects are taken to be before anybody speaks.
        silence: share of what the average speaker says that is taken off every word.
    """

    lift: Lift
    payer_quiet: Lift
    receiver_quiet: Lift
    bound: float
    crowd: float
    firm: float
    begin: float
    silence: float


def relations(
    payer_roles: Sequence[str], receiver_roles: Sequence[str], table: RelationTable | None = None
) -> Relations:
    """Work out the table for the roles at hand.

    A role's payments are of its own relation with share ``own`` and otherwise as anybody's; anybody's own relation is
    ``other``, with share ``anybody``. Two roles meet as often as their relations coincide:

        lift = Σ over relations r of P(r | payer role) P(r | receiver role) / P(r)
             = 1 - a b, and a b / P(r) more where both have the same relation r of their own, in shares a and b,

    held between exp(least) and exp(most), or the relation's own `most`. A role that the file does not name is taken for
    anybody.

    Args:
        payer_roles: ids of the payers' explanations.
        receiver_roles: ids of the receivers' explanations.
        table: the table that comes with Tanglaw, when left out.
    """
    table = table or library_table()
    frequency = np.array([relation.frequency for relation in table.relations.values()])
    frequency = frequency / frequency.sum()
    payer, payer_share = _habits(payer_roles, "payers", table)
    receiver, receiver_share = _habits(receiver_roles, "receivers", table)
    both = payer_share[:, None] * receiver_share
    lift = 1 - both + np.where(payer[:, None] == receiver, both / frequency[receiver], 0.0)
    least, most = np.exp(table.least), np.exp(table.most)
    own_most = np.array([min(relation.most or table.most, table.most) for relation in table.relations.values()])
    highest = np.where(payer[:, None] == receiver, np.exp(own_most)[receiver], most)
    return Relations(
        np.clip(lift, least, highest),
        np.clip(1 - payer_share * table.own, least, most),
        np.clip(1 - receiver_share * table.own, least, most),
        (table.most - table.least) * (1 + table.silence),
        table.crowd,
        table.firm,
        table.begin,
        table.silence,
    )


def _habits(roles: Sequence[str], side: str, table: RelationTable) -> tuple[npt.NDArray[np.int64], Lift]:
    """Give each role's own relation and the share it has, anybody's last."""
    names = list(table.relations)
    found, shares = [], []
    for role in (*roles, None):
        own = next((at for at, name in enumerate(names) if role in getattr(table.relations[name], side)), None)
        found.append(names.index(OTHER) if own is None else own)
        shares.append(table.anybody if own is None else table.own)
    return np.array(found), np.array(shares)
