"""What every part of a dossier has in common: it cannot be changed in place, and nothing unknown slips in."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Part(BaseModel):
    """One part of a dossier. Frozen: a change makes a new part, so that the original is always kept."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)
