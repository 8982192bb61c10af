"""An authority's own table, one row a payment, by the field mapping of a profile."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from tanglaw.filings.dossier.describing import address_words
from tanglaw.filings.dossier.dossier import Dossier
from tanglaw.filings.dossier.matter import Matter
from tanglaw.filings.dossier.party import Address, Party
from tanglaw.filings.dossier.payment import Payment
from tanglaw.filings.names import split_name
from tanglaw.filings.profiles.profile import Column
from tanglaw.filings.rendering import Findings
from tanglaw.leads.spreadsheet import safe


def table_rows(dossier: Dossier, columns: Sequence[Column], findings: Findings) -> list[list[str]]:
    """Fill the table.

    Args:
        dossier: what to report.
        columns: the authority's fields.
        findings: empty required fields and values too long go here as faults, paths that lead nowhere too.
    """
    parties = {party.key: party for party in dossier.parties}
    made = []
    for payment in dossier.payments:
        about = matters_of(dossier, payment)
        scope: dict[str, Any] = {
            "payment": payment,
            "payer": _seen(parties[payment.payer]),
            "receiver": _seen(parties[payment.receiver]),
            "subject": _seen(dossier.party(about[0].subject)),
            "filer": dossier.filer,
            "dossier": {
                "reference": dossier.reference, "dated": dossier.dated, "narrative": dossier.narrative.text(),
                "labels": "; ".join(label.code for label in dossier.labels),
                "pattern_title": "; ".join(dict.fromkeys(one.assessment.pattern_title for one in about)),
                "corrects": dossier.corrects,
            },
        }  # fmt: skip
        made.append([_cell(column, scope, payment.payment_id, findings) for column in columns])
    return made


def matters_of(dossier: Dossier, payment: Payment) -> tuple[Matter, ...]:
    """Give the leads that a payment belongs to, the first of the filing first; of none: all of them."""
    ends = {("originator", payment.payer), ("beneficiary", payment.receiver)}
    return tuple(one for one in dossier.matters if (one.side, one.subject) in ends) or dossier.matters


def as_csv(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> bytes:
    """Write the table as CSV that opens safely in a spreadsheet."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([column.name for column in columns])
    exact = [column.source.endswith(".amount") for column in columns]  # plain decimals run nothing anywhere
    writer.writerows(
        [cell if is_exact else safe(cell) for cell, is_exact in zip(row, exact, strict=True)] for row in rows
    )
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8")


def _seen(party: Party) -> dict[str, Any]:
    """Give a party's fields as a table asks for them: first of each list, name apart."""
    name = split_name(party)
    address = party.addresses[0] if party.addresses else Address(country=party.country)
    return party.model_dump() | {
        "id": party.ids[0] if party.ids else None,
        "name": party.names[0] if party.names else None,
        "first_name": name.first,
        "last_name": name.last,
        "phone": party.phones[0] if party.phones else None,
        "email": party.emails[0] if party.emails else None,
        "account": party.accounts[0].number if party.accounts else None,
        "address": address,
        "address_line": address_words(address),
        "nationality": party.nationalities[0] if party.nationalities else None,
    }


def _cell(column: Column, scope: Mapping[str, Any], payment_id: str, findings: Findings) -> str:
    where = f"payments[{payment_id}] → {column.source}"
    if column.source.startswith("="):
        return column.source[1:].strip()
    value: Any = scope
    for step in column.source.split("."):
        if value is None:
            break
        known = isinstance(value, Mapping) or step in type(value).model_fields
        if not known or (isinstance(value, Mapping) and step not in value):
            findings.refuse(f"profile table, {column.name}", f"the path {column.source}", "a path in the dossier")
            return ""
        value = value[step] if isinstance(value, Mapping) else getattr(value, step)
    text = _written(value, column, findings)
    if column.required and not text:
        findings.refuse(where, "nothing", f"a value of {column.name}, which the authority demands")
    if column.most is not None and len(text) > column.most:
        findings.refuse(where, f"{len(text):,} characters", f"at most {column.most:,} in {column.name}")
    return text


def _written(value: object, column: Column, findings: Findings) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return value.strftime(column.format) if column.format else value.isoformat()
    if isinstance(value, Decimal):
        exact = f"{value:f}"
        shown = f"{value:{column.format}}" if column.format else exact
        if Decimal(shown) != value:
            findings.remark(f"{column.name}: amounts are rounded to the authority's {column.format}.")
        return shown
    if isinstance(value, list | tuple):
        return "; ".join(str(one) for one in value)
    return str(value)
