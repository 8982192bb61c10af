"""A dossier as the generic report: JSON, workbook and CSV, and the authority's own table where a profile maps one."""

from __future__ import annotations

from tanglaw.filings.dossier.dossier import Dossier
from tanglaw.filings.generic.report import as_json
from tanglaw.filings.generic.table import as_csv, table_rows
from tanglaw.filings.generic.workbook import report_sheets, workbook
from tanglaw.filings.payments_csv import payments_csv, payments_name
from tanglaw.filings.profiles.profile import Profile
from tanglaw.filings.rendering import Findings, Rendering, safe_name


def generic(dossier: Dossier, profile: Profile) -> Rendering:
    """Write the generic report.

    Returns:
        ``REFERENCE.json``, ``.xlsx`` and ``-payments.MARKING.csv``; with a field mapping also ``-PROFILE.MARKING.csv``
        and ``.xlsx``: tables, which have no place for the marking inside.
    """
    findings = Findings()
    name = safe_name(dossier.reference)
    if len(dossier.payments) > profile.limits.transactions:
        findings.refuse("payments", f"{len(dossier.payments):,}", f"at most {profile.limits.transactions:,}")
    made = {
        f"{name}.json": as_json(dossier),
        f"{name}.xlsx": workbook(report_sheets(dossier), findings),
        payments_name(dossier): payments_csv(dossier),
    }
    if columns := profile.table.columns:
        rows = table_rows(dossier, columns, findings)
        headings = [column.name for column in columns]
        table = f"{name}-{safe_name(profile.id)}.{dossier.markings.in_name}"
        made[f"{table}.csv"] = as_csv(columns, rows)
        made[f"{table}.xlsx"] = workbook([("Transactions", headings, rows)], findings)
    for file, data in made.items():
        if len(data) > profile.limits.bytes:
            findings.refuse(file, f"{len(data):,} bytes", f"at most {profile.limits.bytes:,}")
    return findings.rendering(made)
