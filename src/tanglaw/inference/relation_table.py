"""Reads the table of relations, strictly: every fault at once, with its line."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from pydantic import BaseModel, ConfigDict, Field

from tanglaw.common.errors import FaultsError
from tanglaw.patterns.marked import Data, Marked
from tanglaw.patterns.marked_yaml import read_marked
from tanglaw.patterns.placed_fault import Place, PlacedFault, quoted
from tanglaw.patterns.schema_faults import closest, validate

FILE: Final = "relations.yaml"
OTHER: Final = "other"
"""The relation that must be there: what anybody's payments mostly are."""

SIDES: Final = ("payers", "receivers")
"""Keys of a relation's roles, and of the roles that there are."""

_WHO: Final = {"payers": "a payer", "receivers": "a receiver"}


class RelationForm(BaseModel):
    """What one payment may be for."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    frequency: float = Field(gt=0, lt=1)
    says: str = Field(min_length=1, max_length=120)
    payers: list[str]
    receivers: list[str]
    most: float | None = Field(default=None, gt=0, le=10)
    """Nats that one counterparty can speak for a role of this relation at most, where that is less than elsewhere."""


class _Numbers(BaseModel):
    """The file beside its relations, each of which is validated for itself."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    relations: dict[str, object] = Field(min_length=1)
    own: float = Field(gt=0, lt=1)
    anybody: float = Field(gt=0, lt=1)
    most: float = Field(gt=0, le=10)
    least: float = Field(ge=-10, lt=0)
    crowd: float = Field(ge=0, le=1)
    firm: float = Field(gt=0, le=10)
    begin: float = Field(ge=0, le=1)
    silence: float = Field(ge=0, le=1)


@dataclass(frozen=True, slots=True)
class RelationTable:
    """The file, checked.

    Attributes:
        relations: by name, in the file's order.
        own: share of a role's payments that are of its own relation.
        anybody: share of anybody's payments that are of the relation ``other``.
        most, least: nats that one counterparty can speak for a role, and against it.
        crowd: power by which the number of counterparties damps each one's word.
        firm: times that a subject's prior and own evidence count while words pass.
        begin: share of a pattern's prior that its subjects are taken to be before anybody speaks.
        silence: share of what the average speaker says that is taken off every word.
    """

    relations: Mapping[str, RelationForm]
    own: float
    anybody: float
    most: float
    least: float
    crowd: float
    firm: float
    begin: float
    silence: float

    def named(self, side: str) -> list[str]:
        """Give the roles that any relation names: those of ``payers``, or of ``receivers``."""
        return [role for relation in self.relations.values() for role in getattr(relation, side)]


def read_relations(raw: bytes, file: str, roles: Mapping[str, Sequence[str]] | None = None) -> RelationTable:
    """Read and check a table of relations.

    Args:
        raw: the file.
        file: its name, for messages.
        roles: ids of the explanations there are: ``payers`` and ``receivers``. Each must be named in just one relation,
            and no other. Unchecked when left out.

    Raises:
        FaultsError: with all faults (:class:`PlacedFault` each).
    """
    marked = read_marked(raw, file)
    data = marked.data
    table: RelationTable | None = None
    if isinstance(data, dict):
        table = _validated(data, marked)
        marked.faults += _laws(data, marked, roles)
    elif not marked.faults:
        marked.faults.append(marked.fault(Place(1, 1), "no mapping of keys", "relations: …, own: …, anybody: …"))
    if table is None or marked.faults:
        marked.faults.sort(key=lambda fault: (fault.place.line, fault.place.column))
        count = "one fault" if len(marked.faults) == 1 else f"{len(marked.faults)} faults"
        raise FaultsError(f"The table of relations cannot be used: {count}.", [*marked.faults])
    return table


@cache
def library_table() -> RelationTable:
    """Give the table that comes with Tanglaw."""
    return read_relations(library_text(), FILE)


def library_text() -> bytes:
    """Give the file that comes with Tanglaw."""
    return files("tanglaw.inference").joinpath(FILE).read_bytes()


def _validated(data: dict[str, Data], marked: Marked) -> RelationTable | None:
    numbers, faults = validate(_Numbers, data, (), marked)
    marked.faults += faults
    relations = data.get("relations")
    forms: dict[str, RelationForm] = {}
    for name, entry in relations.items() if isinstance(relations, dict) else ():
        form, more = validate(RelationForm, entry, ("relations", name), marked)
        marked.faults += more
        if form is not None:
            forms[name] = form
    if numbers is None or marked.faults:
        return None
    return RelationTable(
        forms,
        numbers.own,
        numbers.anybody,
        numbers.most,
        numbers.least,
        numbers.crowd,
        numbers.firm,
        numbers.begin,
        numbers.silence,
    )


def _laws(data: dict[str, Data], marked: Marked, roles: Mapping[str, Sequence[str]] | None) -> Iterator[PlacedFault]:
    relations = data.get("relations")
    if not isinstance(relations, dict) or not relations:
        return
    if OTHER not in relations:
        mend = "It is what anybody's payments mostly are."
        yield marked.fault(marked.key_at(("relations",)), f"no relation {quoted(OTHER)}", "it to be given", mend)
    shares = [entry.get("frequency") for entry in relations.values() if isinstance(entry, dict)]
    numbers = [share for share in shares if isinstance(share, int | float) and not isinstance(share, bool)]
    if len(numbers) == len(relations) and abs(math.fsum(numbers) - 1) > 1e-6:
        found = f"frequencies that sum to {math.fsum(numbers):.6g}"
        yield marked.fault(marked.key_at(("relations",)), found, "1", "They are shares of all paying pairs.")
    for side in SIDES:
        yield from _roles(relations, side, marked, roles)


def _roles(
    relations: dict[str, Data], side: str, marked: Marked, roles: Mapping[str, Sequence[str]] | None
) -> Iterator[PlacedFault]:
    """Every role is named once, and is one that there is on this side; none is forgotten."""
    first: dict[str, str] = {}
    for name, entry in relations.items():
        listed = entry.get(side) if isinstance(entry, dict) else None
        for at, role in enumerate(listed) if isinstance(listed, list) else ():
            if not isinstance(role, str):
                continue
            place = marked.value_at(("relations", name, side, at))
            if role in first:
                mend = f"It is in {quoted(first[role])} already."
                yield marked.fault(place, f"the role {quoted(role)} a second time", "each role in one relation", mend)
            first.setdefault(role, name)
            if roles is not None and role not in roles[side]:
                other = next(o for o in SIDES if o != side)
                hint = f"It is {_WHO[other]}'s role." if role in roles[other] else closest(role, list(roles[side]))
                yield marked.fault(place, f"the role {quoted(role)}", f"an explanation of {_WHO[side]}", hint)
    for role in roles[side] if roles is not None else ():
        if role not in first:
            mend = f"Add it to a relation's {side}; to {quoted(OTHER)} if it goes with nobody."
            top = marked.key_at(("relations",))
            yield marked.fault(top, f"no relation for the role {quoted(role)}", "every role in one relation", mend)
