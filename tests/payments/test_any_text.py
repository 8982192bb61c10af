"""Laws that hold for any text, written by a bank, damaged on the way, or made to break a reader."""

from __future__ import annotations

import csv
import io
import tempfile
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import polars as pl
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rows import HEADER, row, text
from test_reading_text import everything

from tanglaw.common.errors import FaultsError
from tanglaw.payments.columns import REJECTED_SCHEMA
from tanglaw.payments.dates import DATE_FORMATS, decide_date_format, parse_dates
from tanglaw.payments.delimited.reader import open_delimited
from tanglaw.payments.instants import parse_instants
from tanglaw.payments.money import parse_money

QUICK = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
# UTF-8 that CSV can carry: without surrogates, zero bytes and carriage returns, which are line ends of their own.
LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\0\r\ufeff\ufffd")
FIELD = st.text(LETTERS | st.sampled_from('",;\n\t| '), max_size=12)


def read_all(content: bytes, block: int) -> tuple[list[tuple[str, ...]], list[int], pl.DataFrame]:
    opened = open_delimited(io.BytesIO(content), "x", known={"a", "b", "c"}, block=block)
    batches = list(opened.batches(opened.dialect.header))
    rows = [batch.rows for batch in batches if batch.rows.height]
    table = pl.concat(rows) if rows else pl.DataFrame(schema={"line": pl.Int64})
    cells = [tuple(value or "" for value in cell) for cell in table.drop("line").rows()]
    return (
        cells,
        table["line"].to_list(),
        pl.concat([pl.DataFrame(schema=REJECTED_SCHEMA), *(b.rejected for b in batches)]),
    )


@QUICK
@given(
    st.lists(st.tuples(FIELD, FIELD, FIELD), max_size=8),
    st.sampled_from(",;\t|"),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.sampled_from([7, 64, 1 << 20]),
)
def test_what_a_csv_writer_writes_is_read_back(
    rows: list[tuple[str, str, str]], delimiter: str, ending: str, quoting: int, encoding: str, block: int
) -> None:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator=ending, quoting=quoting)  # type: ignore[arg-type]
    writer.writerows([("a", "b", "c"), *rows])
    content = out.getvalue().encode(encoding)
    cells, lines, rejected = read_all(content, block)
    assert cells == rows
    assert rejected.height == 0
    assert lines == sorted(lines)


@QUICK
@given(
    st.lists(
        st.sampled_from(["P-%d", '"P-%d"', '"P-%d', 'P"%d', 'P-%d""', "P-%d,", '"P,%d"', '"P\n%d"', "=P(%d)"]),
        max_size=12,
    ),
    st.integers(0, 400),
    st.binary(max_size=6),
    st.integers(0, 30),
)
def test_every_row_of_a_mangled_file_is_accepted_or_rejected(ids: list[str], at: int, bytes_: bytes, cut: int) -> None:
    content = text(*(row(payment_id=one % number) for number, one in enumerate(ids))).encode()
    head = content.index(b"\n") + 1
    place = head + at % max(len(content) - head, 1)
    content = content[:place] + bytes_ + content[place:]
    content = content[: max(len(content) - cut, head)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "p.csv"
        path.write_bytes(content)
        try:
            accepted, rejected, reading = everything(path)
        except FaultsError:
            return
    assert reading.counts.read == accepted.height + rejected.height
    # Every payment id that stands in the bytes stands in some row that came out.
    shown = " ".join([*accepted["payment_id"], *rejected["raw"].fill_null("")])
    for number, one in enumerate(ids):
        written = (one % number).encode()
        if len(written) > 3 and content.count(written) == 1 and one in {"P-%d", "=P(%d)"}:
            assert written.decode() in shown


@QUICK
@given(st.binary(max_size=300))
def test_any_bytes_under_a_header_add_up(tail: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "p.csv"
        path.write_bytes(",".join(HEADER).encode() + b"\n" + tail)
        try:
            accepted, rejected, reading = everything(path)
        except FaultsError:
            return
    assert reading.counts.read == accepted.height + rejected.height
    assert rejected["problem"].null_count() == 0


@QUICK
@given(st.binary(max_size=300), st.sampled_from([7, 50, 1 << 16]))
def test_any_bytes_are_read_without_an_error(content: bytes, block: int) -> None:
    opened = open_delimited(io.BytesIO(content), "x", block=block)
    for batch in opened.batches(opened.dialect.header):
        assert batch.rejected["line"].null_count() == 0


@QUICK
@given(
    st.decimals("0.000000000000000001", "99999999999999999999", allow_nan=False, places=18), st.sampled_from([".", ","])
)
def test_money_is_exact(amount: Decimal, mark: str) -> None:
    plain = f"{amount:f}".replace(".", mark)
    whole, _, part = f"{amount:f}".partition(".")
    group = "," if mark == "." else "."
    grouped = f"{int(whole):,}".replace(",", group) + mark + part
    read = parse_money(pl.Series([plain, grouped, f" {plain} "]), mark)  # type: ignore[arg-type]
    assert read.to_list() == [amount] * 3


@QUICK
@given(st.text(st.sampled_from("0123456789.,'+-eE NaIinf\u00a0₹"), max_size=14))
def test_no_text_becomes_another_amount(written: str) -> None:
    read = parse_money(pl.Series([written], dtype=pl.String)).to_list()[0]
    if read is not None:
        kept = written.strip().replace(",", "").replace("'", "").replace(" ", "").replace("\u00a0", "")
        assert read == Decimal(kept)


OFFSETS = st.integers(-12 * 4, 14 * 4).map(lambda quarters: timezone(timedelta(minutes=15 * quarters)))
TIMES = st.datetimes(datetime(1990, 1, 2), datetime(2100, 12, 30))  # noqa: DTZ001


@QUICK
@given(
    st.lists(st.tuples(TIMES, OFFSETS), min_size=1, max_size=5),
    st.sampled_from(["auto", "seconds", "milliseconds"]),
    st.sampled_from("T "),
)
def test_times_are_read_back(times: list[tuple[datetime, timezone]], spec: str, between: str) -> None:
    stated = [at.replace(tzinfo=zone) for at, zone in times]
    read = parse_instants(pl.Series([at.isoformat(between, spec) for at in stated]))
    unit = {"auto": 1, "seconds": 1_000_000, "milliseconds": 1_000}[spec]
    expected = [at.replace(microsecond=at.microsecond // unit * unit).astimezone(UTC) for at in stated]
    assert read.at.to_list() == expected
    assert read.known.all()


@QUICK
@given(st.lists(TIMES, min_size=1, max_size=20), st.sampled_from([form for form in DATE_FORMATS if "%y" not in form]))
def test_a_format_is_found_or_left_open_but_never_wrong(times: list[datetime], form: str) -> None:
    written = pl.Series([at.strftime(form) for at in times])
    found = decide_date_format(written)
    right = [at.date() for at in times]
    assert any(parse_dates(written, one).to_list() == right for one in found)
