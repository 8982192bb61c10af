"""docs/columns.md, made from the payment table: ``python -m tanglaw.payments.document > docs/columns.md``."""

from __future__ import annotations

import sys
from typing import Final

from tanglaw.payments.columns import COLUMNS, Column

_HEAD: Final = """\
# Columns

<!-- Made from src/tanglaw/payments/columns.py by `python -m tanglaw.payments.document`; do not edit by hand. -->

The payment table that `tanglaw detect` reads. The terms are those of FATF Recommendation 16: the originator pays, the
beneficiary receives. Required columns must be there and filled in every row; a row where one is not is kept in
`rejected.parquet` with the reason. Any other column may be absent or empty: the measures that need it then abstain,
results rest on less, and the run says so.
"""


def render() -> str:
    """Return the page: every column with its meaning and an example."""
    lines = [_HEAD]
    for heading, required in (("Required", True), ("Optional", False)):
        lines += [f"## {heading}", "", "| column | meaning | example |", "|---|---|---|"]
        lines += [_row(column) for column in COLUMNS if column.required is required]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _row(column: Column) -> str:
    return f"| `{column.name}` | {column.meaning} | `{column.example}` |"


if __name__ == "__main__":
    sys.stdout.write(render())
