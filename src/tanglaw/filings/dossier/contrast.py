"""What tells the pattern from the ordinary explanation that came closest, measure by measure."""

from __future__ import annotations

import math
from typing import Any, Final

import polars as pl

from tanglaw.filings.dossier.grounds import Contrast, Ordinary
from tanglaw.leads.lead import Lead
from tanglaw.measures import catalogue

_FLOOR: Final = 1e-3
"""No expected share counts as less, so that a zero in a file cannot decide alone; assumed."""

_WHY_NOT: Final = 6
_WHY: Final = 3
_LEAST: Final = 0.1


def closest_ordinary(lead: Lead, measured: dict[str, Any], model: dict[str, Any]) -> Ordinary | None:
    """Say which ordinary explanation came closest, why not it, and what speaks for it all the same.

    Each measure's weight is ``w · ln(p / q)``: `w` the measure's weight in the model, `p` and `q` the shares expected
    in the band that was seen, under the pattern and under the ordinary explanation. Measures on which either says
    nothing are left out.

    Args:
        lead: which lead.
        measured: the subject's measures.
        model: ``weights`` and ``expected`` of ``model.json`` for the lead's role.
    """
    if lead.closest_ordinary is None:
        return None
    expected = model.get("expected", {})
    pattern, ordinary = expected.get(lead.pattern, {}), expected.get(lead.closest_ordinary, {})
    found = []
    for measure in catalogue.of_role(lead.role):
        value = measured.get(measure.id)
        if value is None or measure.id not in pattern or measure.id not in ordinary:
            continue
        band = pl.select(measure.band(pl.lit(float(value)))).item()
        shares = pattern[measure.id], ordinary[measure.id]
        if band is None or any(band >= len(side) for side in shares):
            continue
        p, q = (float(side[band]) for side in shares)
        weight = float(model.get("weights", {}).get(measure.id, 0.0)) * math.log(max(p, _FLOOR) / max(q, _FLOOR))
        found.append(
            Contrast(
                measure=measure.id,
                label=measure.label,
                finding=measure.finding(float(value)),
                band=measure.bands[band],
                pattern=p,
                ordinary=q,
                weight=round(weight, 6),
            )
        )
    ordered = sorted(found, key=lambda one: (-abs(one.weight), one.measure))
    return Ordinary(
        id=lead.closest_ordinary,
        title=lead.closest_ordinary_title,
        share=lead.closest_ordinary_share,
        why_not=tuple([one for one in ordered if one.weight >= _LEAST][:_WHY_NOT]),
        why=tuple([one for one in ordered if one.weight <= -_LEAST][:_WHY]),
    )
