"""Makes an evidence pack from a dossier."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from tanglaw.filings.dossier.dossier import Dossier
from tanglaw.filings.dossier.redacting import redact
from tanglaw.filings.pack.archive import pack
from tanglaw.filings.pack.case_uco import case_jsonld
from tanglaw.filings.pack.evidence import evidence_json
from tanglaw.filings.pack.manifest import MANIFEST, SIGNATURE, manifest_of
from tanglaw.filings.pack.report import LISTED, report_pdf
from tanglaw.filings.pack.signing import sign
from tanglaw.filings.payments_csv import payments_csv
from tanglaw.filings.rendering import Findings, Rendering, safe_name

READ_ME: Final = """\
{tlp}{redacted}
{caveats}

report.pdf     the report for people
payments.csv   every payment{listed}; an apostrophe in front keeps a spreadsheet from taking text for a formula
evidence.json  everything, verbatim: each reason with its figures and sources, versions, hashes of the patterns
case.jsonld    parties, identifiers and payments as CASE/UCO
manifest.json  what this pack holds, with SHA-256 of each file

Whether it is intact: tanglaw pack verify THIS.zip
"""


def make_pack(dossier: Dossier, *, key: Path | None = None, redacted: bool = False) -> Rendering:
    """Make the pack.

    Args:
        dossier: what to pack; never changed.
        key: private key to sign with; left out, the pack is not signed.
        redacted: mask protected persons and third parties.

    Returns:
        ``REFERENCE.zip``, or ``REFERENCE-redacted.zip``.

    Raises:
        TanglawError: the extra ``filings`` is not installed, or the key cannot be used.
    """
    findings = Findings()
    one = redact(dossier) if redacted else dossier
    if redacted and dossier.narrative.edited is not None:
        findings.remark("The edited narrative was replaced by a new draft: a person's words may name somebody.")
    if len(one.payments) > LISTED:
        findings.remark(
            f"report.pdf lists the first {LISTED:,} of {len(one.payments):,} payments; payments.csv has all."
        )
    files = {
        "report.pdf": report_pdf(one),
        "payments.csv": payments_csv(one),
        "evidence.json": evidence_json(one),
        "case.jsonld": case_jsonld(one),
        "README.txt": _read_me(one),
    }
    files[MANIFEST] = manifest_of(one, files)
    if key is not None:
        files[SIGNATURE] = sign(files[MANIFEST], key)
    else:
        findings.remark("The pack is not signed; sign it with --key.")
    name = safe_name(one.reference) + ("-redacted" if redacted else "")
    return findings.rendering({f"{name}.zip": pack(files)})


def _read_me(dossier: Dossier) -> bytes:
    listed = f" (report.pdf lists the first {LISTED:,})" if len(dossier.payments) > LISTED else ""
    text = READ_ME.format(
        tlp=dossier.markings.tlp, redacted=" · redacted copy" if dossier.markings.redacted else "",
        caveats="\n".join(dossier.markings.caveats), listed=listed,
    )  # fmt: skip
    return text.encode("utf-8")
