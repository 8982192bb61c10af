"""Who, how much and when: the choices that the mapping makes."""

from __future__ import annotations

from typing import Any

import pytest
from iso_documents import Payment, message, problems, rows


def transfer(inside: str) -> dict[str, Any]:
    """The one row of a bare transaction with two named parties, completed by `inside`."""
    (row,) = rows(f"<Document><FIToFICstmrCdtTrf><CdtTrfTxInf>{inside}</CdtTrfTxInf></FIToFICstmrCdtTrf></Document>")
    return row


AMOUNT = '<InstdAmt Ccy="AUD">51</InstdAmt>'
NAMED = f"{AMOUNT}<Dbtr><Nm>A</Nm></Dbtr><Cdtr><Nm>B</Nm></Cdtr>"


class TestIds:
    def test_a_uetr_is_the_payment_id(self) -> None:
        assert transfer(f"<PmtId><UETR>u-1</UETR><TxId>T</TxId></PmtId>{NAMED}")["payment_id"] == "u-1"

    def test_not_provided_is_no_reference(self) -> None:
        row = transfer(f"<PmtId><EndToEndId>NOTPROVIDED</EndToEndId><InstrId>I7</InstrId></PmtId>{NAMED}")
        assert "NOTPROVIDED" not in row["payment_id"]
        assert "/I7/" in row["payment_id"]

    def test_a_reference_that_repeats_in_a_message_gives_two_ids(self) -> None:
        text = message("pacs.008.001.02", [Payment(1), Payment(1)])
        first, second = rows(text)
        assert first["payment_id"] != second["payment_id"]
        assert rows(text)[0]["payment_id"] == first["payment_id"]

    def test_equal_message_ids_of_different_senders_give_two_ids(self) -> None:
        ours, theirs = message("pain.001.001.03", [Payment()]), message("pain.001.001.03", [Payment(amount="60")])
        assert rows(ours)[0]["payment_id"] != rows(theirs)[0]["payment_id"]


class TestParties:
    def test_an_account_goes_before_an_id_a_proxy_and_a_name(self) -> None:
        account = "<DbtrAcct><Id><IBAN>de89 3704 0044 0532 0130 00</IBAN></Id></DbtrAcct>"
        number = "<Id><PrvtId><Othr><Id>77</Id><SchmeNm><Cd>CCPT</Cd></SchmeNm></Othr></PrvtId></Id>"
        proxy = "<DbtrAcct><Prxy><Tp><Cd>TELE</Cd></Tp><Id>+63917</Id></Prxy></DbtrAcct>"
        tail = "<Cdtr><Nm>B</Nm></Cdtr>"
        assert (
            transfer(f"{AMOUNT}<Dbtr><Nm>A</Nm>{number}</Dbtr>{account}{tail}")["originator_id"]
            == "DE89370400440532013000"
        )
        assert transfer(f"{AMOUNT}<Dbtr><Nm>A</Nm>{number}</Dbtr>{proxy}{tail}")["originator_id"] == "CCPT:77"
        told = transfer(f"{AMOUNT}<Dbtr><Nm>A</Nm></Dbtr>{proxy}{tail}")
        assert (told["originator_id"], told["originator_phone"]) == ("+63917", "+63917")
        named = transfer(f"{AMOUNT}<Dbtr><Nm>A  Example</Nm><CtryOfRes>AU</CtryOfRes></Dbtr>{tail}")
        assert (named["originator_id"], named["originator_name"]) == ("name:a example|AU|", "A  Example")

    def test_a_local_account_number_counts_within_its_bank(self) -> None:
        account = "<CdtrAcct><Id><Othr><Id>123</Id></Othr></Id></CdtrAcct>"
        agents = [
            f"<CdtrAgt><FinInstnId><BICFI>{bic}</BICFI></FinInstnId></CdtrAgt>" for bic in ("AAAAPHMM", "BBBBPHMMXXX")
        ]
        ids = [transfer(f"{NAMED}{agent}{account}")["beneficiary_id"] for agent in agents]
        assert ids == ["123@AAAAPHMM", "123@BBBBPHMM"]

    def test_the_ultimate_party_is_the_person_and_a_shared_account_does_not_identify_them(self) -> None:
        remitter = "<Dbtr><Nm>Remit One</Nm></Dbtr><DbtrAcct><Id><IBAN>DE89370400440532013000</IBAN></Id></DbtrAcct>"
        people = [
            transfer(f"{AMOUNT}{remitter}<UltmtDbtr><Nm>{name}</Nm></UltmtDbtr><Cdtr><Nm>B</Nm></Cdtr>")
            for name in ("Ann", "Ben")
        ]
        assert [row["originator_name"] for row in people] == ["Ann", "Ben"]
        assert people[0]["originator_id"] != people[1]["originator_id"]
        assert {row["originator_account"] for row in people} == {"DE89370400440532013000"}

    def test_an_ultimate_party_of_the_same_name_is_the_same_party(self) -> None:
        row = transfer(
            f"{NAMED}<UltmtDbtr><Nm>a</Nm></UltmtDbtr><DbtrAcct><Id><IBAN>DE89370400440532013000</IBAN></Id></DbtrAcct>"
        )
        assert row["originator_id"] == "DE89370400440532013000"

    @pytest.mark.parametrize(
        ("inside", "country"),
        [
            ("<Dbtr><Nm>A</Nm><PstlAdr><Ctry>AU</Ctry></PstlAdr><CtryOfRes>NZ</CtryOfRes></Dbtr>", "AU"),
            ("<Dbtr><Nm>A</Nm><CtryOfRes>NZ</CtryOfRes></Dbtr>", "NZ"),
            ("<Dbtr><Nm>A</Nm></Dbtr><DbtrAcct><Id><IBAN>DE89370400440532013000</IBAN></Id></DbtrAcct>", "DE"),
            ("<Dbtr><Nm>A</Nm></Dbtr><DbtrAgt><FinInstnId><BICFI>ABCDGB2L</BICFI></FinInstnId></DbtrAgt>", "GB"),
            (
                "<Dbtr><Nm>A</Nm></Dbtr><DbtrAgt><FinInstnId><PstlAdr><Ctry>FR</Ctry></PstlAdr></FinInstnId></DbtrAgt>",
                "FR",
            ),
            ("<Dbtr><Nm>A</Nm></Dbtr>", None),
        ],
    )
    def test_the_country(self, inside: str, country: str | None) -> None:
        row = transfer(f"{AMOUNT}{inside}<Cdtr><Nm>B</Nm></Cdtr>")
        assert row.get("originator_country") == country

    def test_in_a_domestic_transfer_the_one_country_known_is_both(self) -> None:
        row = transfer(
            f"{AMOUNT}<Dbtr><Nm>A</Nm><CtryOfRes>PH</CtryOfRes></Dbtr><Cdtr><Nm>B</Nm></Cdtr>"
            "<BkTxCd><Domn><Fmly><SubFmlyCd>DMCT</SubFmlyCd></Fmly></Domn></BkTxCd>"
        )
        assert row["beneficiary_country"] == "PH"

    def test_a_bank_as_a_party(self) -> None:
        row = transfer(
            f"{AMOUNT}<Dbtr><Agt><FinInstnId><BICFI>ABCDGB2L</BICFI></FinInstnId></Agt></Dbtr><Cdtr><Nm>B</Nm></Cdtr>"
        )
        assert row["originator_id"] == "BICFI:ABCDGB2L"

    def test_a_party_that_cannot_be_told_is_a_rejected_row(self) -> None:
        text = f"<Document><FIToFICstmrCdtTrf><CdtTrfTxInf>{AMOUNT}<Dbtr/></CdtTrfTxInf></FIToFICstmrCdtTrf></Document>"
        ((line, field, problem),) = problems(text)
        assert (line, field) == (1, "originator_id, beneficiary_id")
        assert problem.startswith("found no payer (Dbtr, UltmtDbtr or DbtrAcct) and no receiver")


class TestMoneyAndTime:
    def test_what_the_payer_sent_goes_before_what_was_settled(self) -> None:
        row = transfer(f'<IntrBkSttlmAmt Ccy="PHP">1900</IntrBkSttlmAmt>{NAMED}')
        assert (row["amount"], row["currency"]) == ("51", "AUD")

    def test_an_equivalent_amount(self) -> None:
        row = transfer(f'<Amt><EqvtAmt><Amt Ccy="EUR">5</Amt></EqvtAmt></Amt>{NAMED.replace(AMOUNT, "")}')
        assert (row["amount"], row["currency"]) == ("5", "EUR")

    @pytest.mark.parametrize(
        ("inside", "when"),
        [
            (
                "<IntrBkSttlmDt>2024-05-17</IntrBkSttlmDt><AccptncDtTm>2024-05-16T22:10:01.5+10:00</AccptncDtTm>",
                "2024-05-16T22:10:01.5+10:00",
            ),
            ("<AddtlDtTm><AccptncDtTm>2024-05-16T22:10:01Z</AccptncDtTm></AddtlDtTm>", "2024-05-16T22:10:01Z"),
            ("<IntrBkSttlmDt>2024-05-17+02:00</IntrBkSttlmDt>", "2024-05-17"),
            ("<AccptncDtTm>2024-05-17T00:00:00.000</AccptncDtTm>", "2024-05-17"),
            ("", None),
        ],
    )
    def test_when(self, inside: str, when: str | None) -> None:
        assert transfer(f"{inside}{NAMED}").get("executed_at") == when

    def test_the_files_own_time_gives_a_date_only(self) -> None:
        text = message("pacs.008.001.08", [Payment()]).replace("<IntrBkSttlmDt>2024-05-17</IntrBkSttlmDt>", "")
        assert rows(text)[0]["executed_at"] == "2024-05-17"

    def test_the_reference_is_everything_written_to_the_receiver(self) -> None:
        row = transfer(
            f"{NAMED}<RmtInf><Ustrd>school</Ustrd><Ustrd>fees</Ustrd><Strd><CdtrRefInf><Ref>RF18</Ref></CdtrRefInf></Strd></RmtInf>"
        )
        assert row["reference"] == "school fees RF18"

    def test_cash_that_is_held_for_the_receiver(self) -> None:
        assert transfer(f"{NAMED}<InstrForCdtrAgt><Cd>HOLD</Cd></InstrForCdtrAgt>")["rail"] == "cash_pickup"


ACCOUNT = "<Id><IBAN>DE89370400440532013000</IBAN></Id>"
OTHER = "<RltdPties><Dbtr><Nm>P</Nm></Dbtr><Cdtr><Nm>R</Nm></Cdtr></RltdPties>"


def statement(entries: str, account: str = f"{ACCOUNT}<Ownr><Nm>Owner</Nm></Ownr>") -> str:
    return (
        f"<Document><BkToCstmrStmt><GrpHdr><MsgId>M</MsgId></GrpHdr><Stmt><Id>S</Id><Acct>{account}</Acct>{entries}</Stmt>"
        "</BkToCstmrStmt></Document>"
    )


def entry(details: str, direction: str = "DBIT", head: str = "", amount: str = '<Amt Ccy="EUR">9</Amt>') -> str:
    return f"<Ntry>{amount}<CdtDbtInd>{direction}</CdtDbtInd>{head}<NtryDtls>{details}</NtryDtls><AddtlNtryInf>x</AddtlNtryInf></Ntry>"


class TestStatements:
    def test_the_direction_tells_which_side_the_account_is(self) -> None:
        payer = "<TxDtls><RltdPties><Dbtr><Nm>P</Nm></Dbtr></RltdPties></TxDtls>"
        receiver = "<TxDtls><RltdPties><Cdtr><Nm>R</Nm></Cdtr></RltdPties></TxDtls>"
        (got, paid) = rows(statement(entry(payer, "CRDT") + entry(receiver, "DBIT")))
        assert (got["originator_name"], got["beneficiary_name"]) == ("P", "Owner")
        assert (paid["originator_name"], paid["beneficiary_name"]) == ("Owner", "R")
        assert got["beneficiary_id"] == paid["originator_id"] == "DE89370400440532013000"

    def test_an_account_in_the_transaction_goes_before_the_direction(self) -> None:
        details = f"<TxDtls><RltdPties><CdtrAcct>{ACCOUNT}</CdtrAcct><Dbtr><Nm>P</Nm></Dbtr></RltdPties></TxDtls>"
        assert rows(statement(entry(details, "DBIT")))[0]["beneficiary_name"] == "Owner"

    def test_a_reversal_keeps_the_roles_of_what_it_takes_back(self) -> None:
        details = "<TxDtls><Refs><UETR>u</UETR></Refs><RltdPties><Cdtr><Nm>R</Nm></Cdtr></RltdPties></TxDtls>"
        (row,) = rows(statement(entry(details, "CRDT", "<RvslInd>true</RvslInd>")))
        assert (row["originator_name"], row["status"], row["payment_id"]) == ("Owner", "reversal", "u:reversal")

    def test_a_returned_payment_says_so(self) -> None:
        details = (
            "<TxDtls><RltdPties><Cdtr><Nm>R</Nm></Cdtr></RltdPties><RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf></TxDtls>"
        )
        assert rows(statement(entry(details)))[0]["status"] == "return"

    def test_a_batch_entry_gives_each_of_its_payments(self) -> None:
        text = message("camt.053.001.08", [Payment(n, uetr=None, amount=f"{n}.5") for n in (1, 2, 3)], entry="one")
        assert [row["amount"] for row in rows(text)] == ["1.5", "2.5", "3.5"]

    def test_one_transaction_alone_has_its_entrys_amount(self) -> None:
        ((row),) = rows(statement(entry("<TxDtls><RltdPties><Cdtr><Nm>R</Nm></Cdtr></RltdPties></TxDtls>")))
        assert (row["amount"], row["currency"]) == ("9", "EUR")

    def test_several_without_amounts_of_their_own_are_rejected(self) -> None:
        text = statement(entry(f"<TxDtls>{OTHER}</TxDtls>" * 3))
        assert not rows(text)
        found = problems(text)
        assert [line for line, _, _ in found] == [1, 2, 3]
        assert all(problem.startswith("found no amount of its own") for _, _, problem in found)

    def test_an_entry_without_a_counterparty_is_not_lost(self) -> None:
        text = statement(entry("<TxDtls><AddtlTxInf>account fee</AddtlTxInf></TxDtls>") + entry(""))
        (fee, bare) = problems(text)
        assert fee[1] == "beneficiary_id"
        assert bare[2].startswith("found an entry without transaction details (its amount: 9 EUR)")

    def test_the_oldest_version_has_other_names(self) -> None:
        old = statement(
            '<Ntry><Amt Ccy="SEK">7</Amt><CdtDbtInd>DBIT</CdtDbtInd><TxDtls><RltdPties><Cdtr><Nm>R</Nm></Cdtr></RltdPties></TxDtls></Ntry>',
            "<Id><PrtryAcct><Id>5</Id></PrtryAcct></Id>",
        ).replace("BkToCstmrStmt", "BkToCstmrStmtV01")
        (row,) = rows(old)
        assert (row["originator_id"], row["amount"]) == ("5", "7")
