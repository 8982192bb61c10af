"""``evidence.json``: the whole dossier with every reason, its figures, and what it was made from."""

from __future__ import annotations

import json
from typing import Final

from tanglaw.filings.dossier.completeness import completeness
from tanglaw.filings.dossier.dossier import Dossier
from tanglaw.filings.dossier.urgency import urgency

FORMAT: Final = "tanglaw-evidence/1"


def evidence_json(dossier: Dossier) -> bytes:
    """Write the evidence: every reason with expected and seen shares, weight and source; versions and pattern hashes.

    The sum can be made again from it: ``log_odds = prior + Σ reasons + Σ against - competition``, all in nats.
    """
    hurry, whole = urgency(dossier), completeness(dossier)
    said = {
        "format": FORMAT,
        "urgency": {"score": hurry.score, "word": hurry.word, "reasons": list(hurry.reasons)},
        "completeness": {
            "score": whole.score,
            "items": [{"id": one.id, "share": one.share, "weight": one.weight, "missing": one.missing}
                      for one in whole.items],
        },
        "dossier": dossier.model_dump(mode="json"),
    }  # fmt: skip
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
