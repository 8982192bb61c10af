"""What a person is shown before a filing is sent."""

from __future__ import annotations

import dataclasses
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tanglaw.filings.dossier.dossier import Dossier
from tanglaw.filings.filing import Readiness
from tanglaw.leads.text import plain

_WIDTH = 96


def as_text(dossier: Dossier, ready: Readiness, files: Sequence[Path], remarks: Sequence[str]) -> str:
    """Say how complete and how urgent it is, what is missing, what to know, and where the files are."""
    return "\n".join(_lines(dossier, ready, files, remarks)) + "\n"


def as_json(dossier: Dossier, ready: Readiness, files: Sequence[Path], remarks: Sequence[str]) -> dict[str, Any]:
    """Give the same as plain data."""
    return {
        "reference": dossier.reference,
        "lead": dossier.assessment.lead_id,
        "leads": [matter.assessment.lead_id for matter in dossier.matters],
        "labels": [label.code for label in dossier.labels],
        "tlp": dossier.markings.tlp,
        "completeness": {
            "score": ready.completeness.score,
            "missing": [dataclasses.asdict(item) for item in ready.completeness.missing],
        },
        "urgency": {"score": ready.urgency.score, "word": ready.urgency.word, "reasons": list(ready.urgency.reasons)},
        "due": ready.due,
        "unverified": ready.unverified,
        "remarks": list(remarks),
        "files": [str(path) for path in files],
    }


def _lines(dossier: Dossier, ready: Readiness, files: Sequence[Path], remarks: Sequence[str]) -> Iterator[str]:
    yield f"{dossier.reference} · {dossier.markings.tlp} · {'; '.join(label.code for label in dossier.labels)}"
    for matter in dossier.matters if dossier.further else ():
        yield f"{matter.subject}, lead {plain(matter.assessment.lead_id)}: {plain(matter.assessment.pattern_title)}"
    yield ""
    yield f"Complete: {ready.completeness.score:.0%}. Urgent: {ready.urgency.word}."
    for text in ready.urgency.reasons:
        yield from _wrapped(plain(text))
    if ready.completeness.missing:
        yield "Missing, the weightiest first:"
        for item in ready.completeness.missing:
            yield from _wrapped(f"{item.what} ({item.field}): {item.missing}")
    if ready.due:
        yield from textwrap.wrap(ready.due, _WIDTH)
    if ready.unverified:
        yield from textwrap.wrap(f"Not verified: {ready.unverified}", _WIDTH)
    if remarks:
        yield "To know:"
        for remark in remarks:
            yield from _wrapped(plain(remark))
    yield ""
    yield from (f"wrote {path}" for path in files)
    for caveat in dossier.markings.caveats:
        yield from textwrap.wrap(caveat, _WIDTH)


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent="  · ", subsequent_indent="    ")
