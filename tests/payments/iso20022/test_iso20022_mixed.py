"""Messages, tables and archives of both are read in one call, each row under its own source."""

from __future__ import annotations

import zipfile
from pathlib import Path

from iso_documents import Payment, message

from tanglaw.payments.columns import REQUIRED
from tanglaw.payments.reading import read

ROW = ("P-9", "2025-03-08T22:41:07+10:00", "51.00", "AUD", "C-1", "AU", "R-1", "PH")


def test_messages_and_tables_mix(tmp_path: Path) -> None:
    table = f"{','.join(REQUIRED)}\n{','.join(ROW)}\n"
    (tmp_path / "pacs.xml").write_text(message("pacs.008.001.08", [Payment(1), Payment(2)]), encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "both.zip", "w") as archive:
        archive.writestr("a.xml", message("pain.001.001.09", [Payment(3)]))
        archive.writestr("b.csv", table)
    (tmp_path / "c.csv").write_text(table, encoding="utf-8")
    reading = read([tmp_path / "pacs.xml", tmp_path / "both.zip", tmp_path / "c.csv"])
    assert sum(batch.accepted.height + batch.rejected.height for batch in reading) == reading.counts.read
    assert {source.removeprefix(f"{tmp_path}/"): counts.read for source, counts in reading.by_source.items()} == {
        "pacs.xml": 2,
        "both.zip/a.xml": 1,
        "both.zip/b.csv": 1,
        "c.csv": 1,
    }
