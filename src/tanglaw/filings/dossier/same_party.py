"""Which ids of a payment's side are one party, over all the runs that a filing is made from."""

from __future__ import annotations

from collections.abc import Sequence

from tanglaw.filings.dossier.party import Side
from tanglaw.filings.dossier.run_folder import RunFolder

Node = tuple[Side, str]
SIDES: tuple[Side, Side] = ("originator", "beneficiary")


class SameParty:
    """Accounts and the entities they were joined to: what any of the runs took for one is one.

    Payers and receivers are kept apart, as in a run: an id may mean another person on the other side.
    """

    def __init__(self, runs: Sequence[RunFolder]) -> None:
        self._above: dict[Node, Node] = {}
        for run in runs:
            for side in SIDES:
                pairs = run.payments.select(f"{side}_id", f"{side}_entity").unique(maintain_order=True)
                for account, entity in pairs.iter_rows():
                    self._join((side, entity), (side, account))
            for lead in run.leads:
                for account in lead.subject_ids:
                    self._join((lead.role, lead.entity_id), (lead.role, account))

    def of(self, side: Side, identifier: str) -> Node:
        """Give the one that stands for all ids of the same party."""
        node = (side, identifier)
        while (above := self._above.get(node, node)) != node:
            node = above
        return node

    def _join(self, one: Node, other: Node) -> None:
        first, second = self.of(*one), self.of(*other)
        if first != second:
            self._above[second] = first
