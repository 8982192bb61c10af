"""A pattern file's form: which keys, of which type and range. The laws between keys are in :mod:`.laws`."""

from __future__ import annotations

import math
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from tanglaw.common.roles import Role
from tanglaw.patterns.pattern import Kind, Mark
from tanglaw.patterns.templates import PLACEHOLDERS, unknown_placeholders


def _one_line(text: str) -> str:
    """Fold white space: how a file is wrapped is no part of what it says."""
    folded = " ".join(text.split())
    if not folded:
        raise ValueError("found nothing; expected some text")
    return folded


def _template(text: str) -> str:
    unknown = unknown_placeholders(text)
    if unknown:
        known = ", ".join(f"{{{name}}}" for name in PLACEHOLDERS)
        raise ValueError(f"found {', '.join(unknown)}; expected only {known}")
    return text


def _adds_up(shares: dict[str, float]) -> dict[str, float]:
    total = math.fsum(shares.values())
    if total > 1 + 1e-9:
        raise ValueError(f"found shares that sum to {total:.6g}; expected at most 1")
    return shares


Text = Annotated[str, StringConstraints(max_length=4000), AfterValidator(_one_line)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{2,59}$")]
Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]


class _Strict(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class PriorForm(_Strict):
    """``prior:`` of a pattern file."""

    share: Annotated[float, Field(gt=0, lt=1, allow_inf_nan=False)]
    mark: Mark
    source: Text


class TrustForm(_Strict):
    """``trust:`` of a pattern file."""

    share: Annotated[float, Field(gt=0, le=1.5, allow_inf_nan=False)]
    mark: Mark
    source: Text


class ExpectationForm(_Strict):
    """One entry of ``expects:``."""

    shares: Annotated[dict[str, Share], Field(min_length=1), AfterValidator(_adds_up)]
    mark: Mark
    source: Text
    reason: Annotated[Text, AfterValidator(_template)] | None = None


class PatternForm(_Strict):
    """A whole file. The entries of ``expects`` are validated one by one, so that one fault does not hide another."""

    id: Id
    kind: Kind
    role: Role
    title: Annotated[Text, StringConstraints(max_length=100)]
    summary: Text
    account_holder: Text
    protect: bool
    urgency: Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)] = 0.0
    prior: PriorForm
    trust: TrustForm | None = None
    harmed: bool = False
    repeated: bool = False
    expects: Annotated[dict[str, Any], Field(min_length=1)]
    tells_apart: Text
