"""Hostile, broken and mislabelled files: a plain message or a rejected row, never a crash, nothing lost."""

from __future__ import annotations

import io
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from iso_documents import KINDS, Payment, message, problems, read, rows
from lxml import etree

from tanglaw.common.errors import FaultsError, TanglawError
from tanglaw.payments.iso20022 import reader
from tanglaw.payments.iso20022.messages import _let_go

PACS = message("pacs.008.001.08", [Payment(1), Payment(2), Payment(3)])
LAUGHS = '<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol1 "&lol;&lol;&lol;&lol;">]>'
EXTERNAL = '<!DOCTYPE foo [<!ENTITY xxe SYSTEM "file:///etc/passwd">]>'
REMOTE = '<!DOCTYPE foo SYSTEM "http://example.org/evil.dtd">'


@pytest.mark.parametrize("doctype", [LAUGHS, EXTERNAL, REMOTE])
def test_a_doctype_is_refused(doctype: str) -> None:
    with pytest.raises(FaultsError, match=r"file\.xml: found a DOCTYPE.*Ask the sender"):
        read(PACS.replace("?>", f"?>{doctype}", 1))


def test_a_doctype_after_good_documents_ends_the_file_plainly() -> None:
    batch = read(PACS + LAUGHS + PACS)
    assert batch.rows.height == 3
    assert problems(PACS + LAUGHS + PACS)[0][2].startswith("found a DOCTYPE")


def test_an_entity_that_nobody_declared_is_not_resolved() -> None:
    text = PACS.replace("<TxId>T2</TxId>", "<TxId>&xxe;</TxId>")
    batch = read(text)
    assert batch.rows.height == 1
    ((line, _, problem),) = problems(text)
    assert line == 2
    assert "Nothing after transaction 1 could be read" in problem


def test_a_truncated_file_keeps_what_was_read() -> None:
    cut = PACS[: PACS.index("<TxId>T3")]
    assert [row["line"] for row in rows(cut)] == [1, 2]
    ((line, _, problem),) = problems(cut)
    assert line == 3
    assert problem.startswith("found the end of the file in the middle of an element; expected the file to be whole.")
    assert problem.endswith("Nothing after transaction 2 could be read: ask for the file again.")


@pytest.mark.parametrize("kind", ["pacs.008.001.08", "camt.053.001.02", "pain.001.001.09"])
def test_wherever_a_file_is_cut_nothing_that_came_before_is_lost(kind: str) -> None:
    text = message(kind, [Payment(1), Payment(2)])
    closing = "</TxDtls>" if kind.startswith("camt") else "</CdtTrfTxInf>"
    for at in range(0, len(text), 37):
        cut = text[:at]
        try:
            batch = read(cut)
        except FaultsError:
            assert "GrpHdr>" not in cut
            continue
        assert batch.rows.height == cut.count(closing)
        assert batch.rejected.height == (0 if cut.rstrip().endswith("</Document>") else 1)


def test_deep_nesting() -> None:
    deep = PACS.replace("<TxId>T2</TxId>", "<Pty>" * 5_000)
    assert read(deep).rows.height == 1
    assert "depth" in problems(deep)[0][2]


def test_an_enormous_text_ends_the_file_with_a_plain_row() -> None:
    huge = PACS.replace("<TxId>T2</TxId>", f"<TxId>{'x' * 11_000_000}</TxId>")
    batch = read(huge)
    assert (batch.rows.height, batch.rejected.height) == (1, 1)


def test_a_long_text_is_cut_and_shows_it() -> None:
    text = message("pacs.008.001.08", [Payment(reference="x" * 20_000)])
    (row,) = rows(text)
    assert row["reference"] == "x" * 10_000 + "…"


def test_much_that_is_no_transaction(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "LARGEST", 100_000)
    text = PACS.replace("<GrpHdr>", f"<Junk>{'<a/>' * 100_000}</Junk><GrpHdr>")
    with pytest.raises(FaultsError, match="without the end of a transaction"):
        read(text)
    text = PACS.replace("</FIToFI", f"{'<a/>' * 100_000}</FIToFI")
    assert read(text).rows.height == 3
    assert "without the end of a transaction" in problems(text)[0][2]


@pytest.mark.parametrize(
    "text", ["", " ", "payment_id,amount\n1,2\n", "<html><body/></html>", "\0\1\2\xff", "{}", "<a>", "<!-- -->"]
)
def test_what_is_not_iso_20022_is_one_plain_fault(text: str) -> None:
    with pytest.raises(FaultsError, match="could not be read as ISO 20022") as caught:
        read(text)
    assert len(caught.value.faults) == 1


def test_another_message_is_named() -> None:
    with pytest.raises(FaultsError, match=r"found the message CstmrPmtStsRpt; expected a pacs\.008"):
        read("<Document><CstmrPmtStsRpt><GrpHdr/></CstmrPmtStsRpt></Document>")


@pytest.mark.parametrize(
    ("declared", "actual"),
    [
        ("UTF-8", "utf-8"), ("UTF-8", "cp1252"), ("ISO-8859-1", "cp1252"), ("ISO-8859-1", "utf-8"), ("UTF-16", "utf-8"),
        ("UTF-8", "utf-8-sig"), ("UTF-16", "utf-16"), ("UTF-8", "utf-16-le"), ("UTF-8", "utf-16-be"), ("ISO-8859-15", "iso-8859-15"),
        ("no-such-code", "utf-8"), ("zlib_codec", "utf-8"), ("UTF-7", "utf-8"), ("US-ASCII", "utf-8"), ("UTF-32", "utf-32"),
    ],
)  # fmt: skip
def test_encodings_declared_rightly_and_wrongly(declared: str, actual: str) -> None:
    text = PACS.replace('encoding="UTF-8"', f'encoding="{declared}"')
    batch = read(text.encode(actual))
    assert set(batch.rows["beneficiary_name"]) == {"María Halimbawa"}
    assert batch.rejected.is_empty()
    assert bool(batch.warnings) == ((declared, actual) in {
        ("UTF-8", "cp1252"), ("UTF-16", "utf-8"), ("no-such-code", "utf-8"), ("zlib_codec", "utf-8"), ("UTF-7", "utf-8"),
    })  # fmt: skip


def test_characters_split_between_two_reads() -> None:
    class Dribble(io.BytesIO):
        def read(self, _size: int | None = -1) -> bytes:
            return super().read(1)

    text = PACS + PACS
    for encoding in ("utf-8", "cp1252", "utf-16"):
        (batch,) = reader.read_iso20022(Dribble(text.encode(encoding)), "f")
        assert set(batch.rows["beneficiary_name"]) == {"María Halimbawa"}
        assert batch.rows.height == 6


def test_control_characters_are_read_as_spaces_and_counted() -> None:
    batch = read(PACS.replace("school fees", "school\x02fees"))
    assert batch.rows["reference"].to_list() == ["school fees"] * 3
    assert batch.warnings == {"control characters that XML forbids, read as spaces": 3}


payments = st.builds(
    Payment,
    number=st.integers(0, 99),
    amount=st.from_regex(r"[0-9]{1,9}(\.[0-9]{1,5})?", fullmatch=True),
    payer=st.text(st.characters(categories=["L", "N", "P", "Z"]), min_size=1, max_size=30).filter(
        lambda text: bool(text.strip())
    ),
    reference=st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=30),
    uetr=st.none() | st.uuids(version=4).map(str),
)


@settings(max_examples=60, deadline=None)
@given(
    kind=st.sampled_from(KINDS),
    made=st.lists(payments, min_size=1, max_size=5),
    namespace=st.sampled_from([None, "", "urn:x"]),
    entry=st.sampled_from(["each", "one"]),
)
def test_every_transaction_is_a_row(kind: str, made: list[Payment], namespace: str | None, entry: str) -> None:
    batch = read(message(kind, made, namespace, entry))
    assert batch.rejected.is_empty()
    assert batch.rows["amount"].to_list() == [payment.amount for payment in made]
    assert batch.rows["line"].to_list() == list(range(1, len(made) + 1))
    assert batch.rows["payment_id"].is_unique().all() or len({p.uetr for p in made if p.uetr}) < len(
        [p for p in made if p.uetr]
    )
    assert batch.rows["reference"].to_list() == [payment.reference for payment in made]


@settings(max_examples=150, deadline=None)
@given(data=st.data(), kind=st.sampled_from(KINDS))
def test_mutated_bytes_never_crash(data: Any, kind: str) -> None:
    raw = bytearray(message(kind, [Payment(1), Payment(2)]).encode())
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(raw) - 1))
        cut = data.draw(st.integers(0, 40))
        raw[at : at + cut] = data.draw(st.binary(max_size=12))
    try:
        batch = read(bytes(raw))
    except TanglawError:
        return
    lines = batch.rows["line"].to_list() + batch.rejected["line"].to_list()
    assert len(set(lines)) >= len(lines) - 1


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_at_all(raw: bytes) -> None:
    with pytest.raises(TanglawError):
        read(raw)


def test_text_that_looks_like_markup_stays_as_it_is() -> None:
    text = PACS.replace("school fees", "<![CDATA[a xmlns=b &amp; <?xml c]]>")
    assert rows(text)[0]["reference"] == "a xmlns=b &amp; <?xml c"


def test_memory_is_let_go_on_every_level() -> None:

    root = etree.fromstring("<r><junk/><a><junk/><b><junk/><c>x</c>tail</b></a></r>")
    _let_go(root.find(".//c"))
    assert etree.tostring(root) == b"<r><a><b><c/>tail</b></a></r>"


def test_transactions_of_another_message_are_not_taken_for_payments() -> None:
    other = (
        "<Document><Other><GrpHdr/><Ntry><NtryDtls><TxDtls/></NtryDtls></Ntry><CdtTrfTxInf/></Other></Document>"
        "<Document><Other><CdtTrfTxInf/></Other></Document>"
    )
    assert read(other + PACS).rows.height == 3
    assert len(problems(other + PACS)) == 2


def test_details_outside_an_entry_are_not_lost() -> None:
    assert problems("<TxDtls><Amt Ccy='EUR'>1</Amt></TxDtls>")[0][1] == "originator_id, beneficiary_id"
