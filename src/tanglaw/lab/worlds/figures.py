"""Every figure of the practice worlds in one table, for the documentation."""

from __future__ import annotations

from typing import Final

from tanglaw.lab.worlds.behaviours import (
    concentration,
    domestic,
    extortion,
    family_support,
    freelancers,
    giving,
    hobby,
    households,
    hubs,
    livestream,
    livestream_sessions,
    material_purchase,
    minors,
    occasions,
    partner_abroad,
    romance_fraud,
    students,
)
from tanglaw.lab.worlds.parameters import Parameters
from tanglaw.lab.worlds.population import ORDINARY, PATTERNS

TABLES: Final[tuple[Parameters, ...]] = (
    livestream.FIGURES,
    concentration.FIGURES,
    livestream_sessions.FIGURES,
    households.FIGURES,
    material_purchase.FIGURES,
    extortion.FIGURES,
    minors.FIGURES,
    romance_fraud.FIGURES,
    family_support.FIGURES,
    partner_abroad.FIGURES,
    freelancers.FIGURES,
    hobby.FIGURES,
    giving.FIGURES,
    students.FIGURES,
    hubs.FIGURES,
    occasions.FIGURES,
    domestic.FIGURES,
)


def as_markdown() -> str:
    """Two tables: each behaviour's figures with their source, and the share of payers that each behaviour has."""
    lines = ["| behaviour | figure | value | unit | mark | source or reason |", "|---|---|---|---|---|---|"]
    lines += [
        f"| {row.behaviour} | {row.name} | {row.value:g} | {row.unit} | {row.mark} | {row.source} |"
        for table in TABLES
        for row in table.rows
    ]
    lines += ["", "| behaviour | payers (assumed) |", "|---|---|"]
    whole = sum(share for _, share in ORDINARY.values())
    lines += [f"| {name} | {share / whole:.1%} of ordinary payers |" for name, (_, share) in ORDINARY.items()]
    lines += [f"| {name} | {ratio:g} × prevalence |" for name, (_, ratio) in PATTERNS.items()]
    return "\n".join(lines)
