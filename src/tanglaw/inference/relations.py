"""Which role of a payer goes with which role of a receiver: the table that lets evidence pass between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

import numpy as np
import numpy.typing as npt
import yaml
from pydantic import BaseModel, ConfigDict, Field

_FILE: Final = "relations.yaml"


class _Relation(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    frequency: float = Field(gt=0, lt=1)
    payers: tuple[str, ...]
    receivers: tuple[str, ...]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    relations: dict[str, _Relation]
    own: float = Field(gt=0, lt=1)
    anybody: float = Field(gt=0, lt=1)
    most: float = Field(gt=0)
    least: float = Field(lt=0)
    crowd: float = Field(ge=0, le=1)


@dataclass(frozen=True, slots=True)
class Relations:
    """How much more often two roles meet than chance would have it.

    Attributes:
        lift: (payer roles + anybody, receiver roles + anybody) bounded ratio of "meet" over "meet by chance".
        crowd: power by which the number of counterparties damps each one's word.
    """

    lift: npt.NDArray[np.float64]
    crowd: float


@cache
def _table() -> _Table:
    text = files("tanglaw.inference").joinpath(_FILE).read_text(encoding="utf-8")
    return _Table.model_validate(yaml.safe_load(text))


def relations(payer_roles: Sequence[str], receiver_roles: Sequence[str]) -> Relations:
    """Work out the table for the roles at hand.

    A role's payments are of its own relation with share ``own`` and otherwise as anybody's. Two roles meet as often as
    their relations coincide: lift = Σ over relations r of P(r | payer role) P(r | receiver role) / P(r), held between
    exp(least) and exp(most). A role that the file does not name is taken for anybody.

    Args:
        payer_roles: ids of the payers' explanations.
        receiver_roles: ids of the receivers' explanations.
    """
    table = _table()
    frequency = np.array([relation.frequency for relation in table.relations.values()])
    frequency = frequency / frequency.sum()
    payers = np.stack([_habit(role, "payers", frequency) for role in (*payer_roles, "")])
    receivers = np.stack([_habit(role, "receivers", frequency) for role in (*receiver_roles, "")])
    lift = payers @ np.diag(1 / frequency) @ receivers.T
    return Relations(np.clip(lift, np.exp(table.least), np.exp(table.most)), table.crowd)


def _habit(role: str, side: str, frequency: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    table = _table()
    names = list(table.relations)
    own = next((at for at, name in enumerate(names) if role in getattr(table.relations[name], side)), None)
    share = table.anybody if own is None else table.own
    habit = (1 - share) * frequency
    habit[names.index("other") if own is None else own] += share
    return habit
