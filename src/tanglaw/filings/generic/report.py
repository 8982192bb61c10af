"""The generic report as JSON, with its JSON Schema."""

from __future__ import annotations

import json
import sys
from datetime import date
from typing import Any, Final, Literal

from pydantic import Field

from tanglaw.filings.dossier.circle import Circle, Tie
from tanglaw.filings.dossier.completeness import completeness
from tanglaw.filings.dossier.dossier import AtRisk, Dossier, Earlier, Label, Origin
from tanglaw.filings.dossier.filer import Filer
from tanglaw.filings.dossier.grounds import Ground, Ordinary
from tanglaw.filings.dossier.markings import Markings
from tanglaw.filings.dossier.matter import Matter
from tanglaw.filings.dossier.narrative import Section
from tanglaw.filings.dossier.part import Part
from tanglaw.filings.dossier.party import Party, Side
from tanglaw.filings.dossier.payment import Payment
from tanglaw.filings.dossier.urgency import urgency

FORMAT: Final = "tanglaw-str/1"


class Rated(Part):
    """A score of 0–1 with what it rests on."""

    score: float
    says: tuple[str, ...]


class Report(Part):
    """One suspicious transaction report.

    Attributes:
        reference: the filer's own; a correction carries the same subject and names in `corrects` what it replaces.
        markings: how it may be handled; holds the warning against tipping off.
        labels: words and codes by which authorities route it.
        urgency, completeness: apart from each other; both assumed weights.
        subject: key of the party it is about; of several, the first.
        side: whether the subject pays (originator) or is paid (beneficiary).
        narrative: in the order who, what, when, where, how, why suspicious, why not ordinary.
        probability: of the pattern among all explanations compared; ranks attention and is no verdict.
        payments: in order of time, references verbatim.
        ties: the counterparties' counterparties.
        further: the other leads, where it is about several: whom each is about, and its reasons; else not there.
    """

    format: Literal["tanglaw-str/1"] = "tanglaw-str/1"
    reference: str
    version: int
    corrects: str | None
    dated: date
    markings: Markings
    filer: Filer | None
    labels: tuple[Label, ...]
    urgency: Rated
    completeness: Rated
    pattern: str
    pattern_title: str
    probability: float
    subject: str
    side: Side
    narrative: tuple[Section, ...]
    parties: tuple[Party, ...]
    payments: tuple[Payment, ...]
    circles: tuple[Circle, ...]
    ties: tuple[Tie, ...]
    reasons_for: tuple[Ground, ...]
    reasons_against: tuple[Ground, ...]
    closest_ordinary: Ordinary | None
    not_measured: tuple[str, ...]
    further: tuple[Matter, ...] = Field(default=(), exclude_if=lambda further: not further)
    at_risk: tuple[AtRisk, ...]
    travel: tuple[str, ...]
    earlier: tuple[Earlier, ...]
    origin: Origin


def report_of(dossier: Dossier) -> Report:
    """Arrange a dossier as a generic report."""
    said, hurry, whole = dossier.assessment, urgency(dossier), completeness(dossier)
    kept = {name: getattr(dossier, name) for name in Report.model_fields if name in Dossier.model_fields}
    return Report(
        **(kept | {"format": FORMAT, "narrative": dossier.narrative.current}),
        urgency=Rated(score=hurry.score, says=hurry.reasons),
        completeness=Rated(score=whole.score, says=tuple(f"{item.what}: {item.missing}" for item in whole.missing)),
        pattern=said.pattern,
        pattern_title=said.pattern_title,
        probability=said.score,
        reasons_for=said.reasons,
        reasons_against=said.against,
        closest_ordinary=said.ordinary,
        not_measured=said.abstained,
    )


def as_json(dossier: Dossier) -> bytes:
    """Write the report; the same dossier gives the same bytes."""
    return (report_of(dossier).model_dump_json(indent=1) + "\n").encode("utf-8")


def json_schema() -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of the report."""
    schema = Report.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:tanglaw:str:1"} | schema


if __name__ == "__main__":
    sys.stdout.write(json.dumps(json_schema(), indent=1, ensure_ascii=False) + "\n")
