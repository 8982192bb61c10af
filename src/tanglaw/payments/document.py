"""docs/columns.md, made from the payment table: ``python -m tanglaw.payments.document > docs/columns.md``."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from importlib.resources import files
from typing import Final

from tanglaw.payments.codes import CRYPTO_ASSETS
from tanglaw.payments.columns import COLUMNS, Column
from tanglaw.payments.delimited.records import LONGEST_RECORD
from tanglaw.payments.mapping_file import SETTINGS
from tanglaw.payments.rejections import EXPECTED, OTHERWISE

EXAMPLE_CSV: Final = """\
Auftrags-Nr.;Datum;Uhrzeit;Betrag;Kunde;Empfänger-ID;Empfängerland;Weg;Zweck
F-1001;08.03.2025;22:41;1.250,00;K-4411;E-9020;PH;Filiale;Schulgeld
F-1002;14.03.2025;23:05;51,00;K-4412;E-9021;PH;Konto;Geschenk
"""

EXAMPLE_TOML: Final = """\
[file]
decimal = ","
date_format = "%d.%m.%Y"
timezone = "Europe/Berlin"

[columns]
payment_id = "Auftrags-Nr."
executed_at = ["Datum", "Uhrzeit"]
amount = "Betrag"
originator_id = "Kunde"
beneficiary_id = "Empfänger-ID"
beneficiary_country = "Empfängerland"
rail = "Weg"
reference = "Zweck"

[constants]
currency = "EUR"
originator_country = "DE"

[values.rail]
Filiale = "cash_pickup"
Konto = "bank"
"""


def render() -> str:
    """Return the page: columns, files, mapping, and what becomes of every row."""
    page = files("tanglaw.payments").joinpath("columns_page.md").read_text(encoding="utf-8")
    parts = {
        "required": _table(column for column in COLUMNS if column.required),
        "optional": _table(column for column in COLUMNS if not column.required),
        "example_csv": EXAMPLE_CSV.rstrip(),
        "example_toml": EXAMPLE_TOML.rstrip(),
        "settings": "\n".join(f"| `{name}` | {may_be} |" for name, (_, may_be) in SETTINGS.items()),
        "expected": "\n".join(f"| `{field}` | {expected} |" for field, expected in EXPECTED.items()),
        "otherwise": OTHERWISE,
        "longest": f"{LONGEST_RECORD:,}",
        "crypto": ", ".join(sorted(CRYPTO_ASSETS)),
    }
    for name, text in parts.items():
        page = page.replace(f"{{{name}}}", text)
    return page


def _table(columns: Iterable[Column]) -> str:
    rows = [f"| `{column.name}` | {column.meaning} | `{column.example}` |" for column in columns]
    return "\n".join(["| column | meaning | example |", "|---|---|---|", *rows])


if __name__ == "__main__":
    sys.stdout.write(render())
