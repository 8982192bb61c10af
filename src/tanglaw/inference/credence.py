"""How much each measure's word is believed: read from ``credence.yaml``, strictly, every fault at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Annotated, Final

import numpy as np
import numpy.typing as npt
from pydantic import BaseModel, ConfigDict, Field

from tanglaw.common.errors import FaultsError
from tanglaw.common.roles import Role
from tanglaw.measures import catalogue
from tanglaw.measures.measure import Measure
from tanglaw.patterns.marked import Data, Marked
from tanglaw.patterns.marked_yaml import read_marked
from tanglaw.patterns.placed_fault import Place, PlacedFault, quoted
from tanglaw.patterns.schema_faults import closest, validate

FILE: Final = "credence.yaml"
MOST: Final = 1.42
"""At most; alone in its family a measure then counts whole (``families.ACROSS``): no word says more than its ratio."""

SIDES: Final[Mapping[str, Role]] = {"payers": "originator", "receivers": "beneficiary"}

Credence = Mapping[Role, Mapping[str, float]]
"""By role and measure: what its nats are multiplied by."""

_Believed = Annotated[float, Field(ge=0, le=MOST)]


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    payers: dict[str, _Believed]
    receivers: dict[str, _Believed]


def read_credence(raw: bytes, file: str) -> Credence:
    """Read and check the file.

    Args:
        raw: its bytes.
        file: its name, for messages.

    Raises:
        FaultsError: with all faults (:class:`PlacedFault` each).
    """
    marked = read_marked(raw, file)
    data = marked.data
    form: _Form | None = None
    if isinstance(data, dict):
        form, faults = validate(_Form, data, (), marked)
        marked.faults += faults
        marked.faults += _unknown(data, marked)
    elif not marked.faults:
        marked.faults.append(marked.fault(Place(1, 1), "no mapping of keys", "payers: …, receivers: …"))
    if form is None or marked.faults:
        marked.faults.sort(key=lambda fault: (fault.place.line, fault.place.column))
        count = "one fault" if len(marked.faults) == 1 else f"{len(marked.faults)} faults"
        raise FaultsError(f"The credence of measures cannot be used: {count}.", [*marked.faults])
    return {"originator": form.payers, "beneficiary": form.receivers}


def library_text() -> bytes:
    """Give the file that comes with Tanglaw."""
    return files("tanglaw.inference").joinpath(FILE).read_bytes()


@cache
def library_credence() -> Credence:
    """Give what comes with Tanglaw."""
    return read_credence(library_text(), FILE)


def credence(measures: Sequence[Measure]) -> npt.NDArray[np.float64]:
    """Give what the word of each measure is multiplied by; 1 for one of which the file says nothing."""
    held = library_credence()
    return np.array([held[measure.role].get(measure.id, 1.0) for measure in measures])


def _unknown(data: dict[str, Data], marked: Marked) -> Iterator[PlacedFault]:
    """Tell of measures that do not exist, or not on this side."""
    for side, role in SIDES.items():
        entries = data.get(side)
        known = [measure.id for measure in catalogue.of_role(role)]
        for name in entries if isinstance(entries, dict) else ():
            if name not in known:
                place = marked.key_at((side, name))
                yield marked.fault(
                    place, f"the measure {quoted(str(name))}", f"a measure of {side}", closest(str(name), known)
                )
