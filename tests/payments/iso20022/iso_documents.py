"""Small messages of several kinds and versions, for the tests; every one is valid by its schema."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from typing import Any

from tanglaw.payments.batch import RawBatch
from tanglaw.payments.iso20022.reader import read_iso20022

VERSIONS = {
    "pacs.008": ("02", "08", "13"),
    "pain.001": ("03", "09", "13"),
    "camt.053": ("02", "08", "14"),
    "camt.054": ("02", "08", "14"),
}
KINDS = [f"{kind}.001.{version}" for kind, versions in VERSIONS.items() for version in versions]
URN = "urn:iso:std:iso:20022:tech:xsd:"


@dataclass(frozen=True)
class Payment:
    """What varies from transaction to transaction."""

    number: int = 1
    amount: str = "51.25"
    currency: str = "AUD"
    payer: str = "Alan Example"
    receiver: str = "María Halimbawa"
    reference: str = "school fees"
    uetr: str | None = "255ae394-9965-4438-ac86-f406feada396"


def message(kind: str, payments: list[Payment], namespace: str | None = None, entry: str = "each") -> str:
    """A whole document. `entry`: for camt, `each` payment its own entry, or all in `one`."""
    family, version = kind[:8], int(kind[-2:])
    urn = URN + kind if namespace is None else namespace
    made = {"pacs.008": _pacs008, "pain.001": _pain001}.get(family)
    inside = made(version, payments) if made else _camt(family, version, payments, entry)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<Document{f" xmlns={chr(34)}{urn}{chr(34)}" if urn else ""}>{inside}</Document>\n'


def read(text: str | bytes, source: str = "file.xml", **options: Any) -> RawBatch:
    """All batches of a file as one."""
    raw = text.encode() if isinstance(text, str) else text
    batches = list(read_iso20022(io.BytesIO(raw), source, **options))
    merged = batches[0]
    for batch in batches[1:]:
        merged = replace(
            merged,
            rows=merged.rows.vstack(batch.rows),
            rejected=merged.rejected.vstack(batch.rejected),
            warnings={**merged.warnings, **batch.warnings},
        )
    return merged


def rows(text: str | bytes) -> list[dict[str, Any]]:
    """The rows of a file, without what is null."""
    return [
        {name: value for name, value in row.items() if value is not None}
        for row in read(text).rows.iter_rows(named=True)
    ]


def problems(text: str | bytes) -> list[tuple[int, str, str]]:
    """Line, field and problem of each rejected row."""
    return [(row["line"], row["field"], row["problem"]) for row in read(text).rejected.iter_rows(named=True)]


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def party(name: str, town: str, country: str, birth: str, number: str) -> str:
    return (
        f"<Nm>{_escape(name)}</Nm><PstlAdr><StrtNm>Example St</StrtNm><BldgNb>1</BldgNb><PstCd>4000</PstCd>"
        f"<TwnNm>{town}</TwnNm><Ctry>{country}</Ctry></PstlAdr><Id><PrvtId><DtAndPlcOfBirth><BirthDt>{birth}</BirthDt>"
        f"<CityOfBirth>{town}</CityOfBirth><CtryOfBirth>{country}</CtryOfBirth></DtAndPlcOfBirth></PrvtId></Id>"
        f"<CtctDtls><MobNb>{number}</MobNb><EmailAdr>{_escape(name.split(maxsplit=1)[0].lower())}@example.org</EmailAdr></CtctDtls>"
    )


def _payer(p: Payment) -> str:
    return party(p.payer, "Brisbane", "AU", "1963-05-02", "+61-491570006")


def _receiver(p: Payment) -> str:
    return party(p.receiver, "Cebu City", "PH", "1990-01-31", "+63-9175550100")


PAYER_ACCOUNT = "<Id><IBAN>DE89370400440532013000</IBAN></Id>"
RECEIVER_ACCOUNT = "<Id><Othr><Id>0917555</Id></Othr></Id>"


def _agent(bic: str, new: bool) -> str:
    tag = "BICFI" if new else "BIC"
    return f"<FinInstnId><{tag}>{bic}</{tag}></FinInstnId>"


def _tail(p: Payment) -> str:
    return f"<Purp><Cd>FAMI</Cd></Purp><RmtInf><Ustrd>{_escape(p.reference)}</Ustrd></RmtInf>"


def _pacs008(version: int, payments: list[Payment]) -> str:
    new = version > 2
    transactions = "".join(
        f"<CdtTrfTxInf><PmtId><InstrId>I{p.number}</InstrId><EndToEndId>E{p.number}</EndToEndId><TxId>T{p.number}</TxId>"
        f"{f'<UETR>{p.uetr}</UETR>' if p.uetr and version >= 8 else ''}</PmtId>"
        f'<IntrBkSttlmAmt Ccy="PHP">1900.5</IntrBkSttlmAmt><IntrBkSttlmDt>2024-05-17</IntrBkSttlmDt>'
        f'<InstdAmt Ccy="{p.currency}">{p.amount}</InstdAmt><ChrgBr>SHAR</ChrgBr>'
        f"<Dbtr>{_payer(p)}</Dbtr><DbtrAcct>{PAYER_ACCOUNT}</DbtrAcct><DbtrAgt>{_agent('BANKAU2S', new)}</DbtrAgt>"
        f"<CdtrAgt>{_agent('BANKPHMM', new)}</CdtrAgt><Cdtr>{_receiver(p)}</Cdtr><CdtrAcct>{RECEIVER_ACCOUNT}</CdtrAcct>"
        f"{_tail(p)}</CdtTrfTxInf>"
        for p in payments
    )
    return (
        "<FIToFICstmrCdtTrf><GrpHdr><MsgId>M1</MsgId><CreDtTm>2024-05-17T00:10:00Z</CreDtTm>"
        f"<NbOfTxs>{len(payments)}</NbOfTxs><SttlmInf><SttlmMtd>INDA</SttlmMtd></SttlmInf></GrpHdr>"
        f"{transactions}</FIToFICstmrCdtTrf>"
    )


def _pain001(version: int, payments: list[Payment]) -> str:
    new = version > 3
    date = "<Dt>2024-05-17</Dt>" if version >= 8 else "2024-05-17"
    transactions = "".join(
        f"<CdtTrfTxInf><PmtId><InstrId>I{p.number}</InstrId><EndToEndId>E{p.number}</EndToEndId>"
        f"{f'<UETR>{p.uetr}</UETR>' if p.uetr and version >= 9 else ''}</PmtId>"
        f'<Amt><InstdAmt Ccy="{p.currency}">{p.amount}</InstdAmt></Amt><CdtrAgt>{_agent("BANKPHMM", new)}</CdtrAgt>'
        f"<Cdtr>{_receiver(p)}</Cdtr><CdtrAcct>{RECEIVER_ACCOUNT}</CdtrAcct>{_tail(p)}</CdtTrfTxInf>"
        for p in payments
    )
    payer = payments[0] if payments else Payment()
    return (
        "<CstmrCdtTrfInitn><GrpHdr><MsgId>M1</MsgId><CreDtTm>2024-05-16T00:10:00Z</CreDtTm>"
        f"<NbOfTxs>{len(payments)}</NbOfTxs><InitgPty><Nm>Alan Example</Nm></InitgPty></GrpHdr>"
        f"<PmtInf><PmtInfId>P1</PmtInfId><PmtMtd>TRF</PmtMtd><ReqdExctnDt>{date}</ReqdExctnDt><Dbtr>{_payer(payer)}</Dbtr>"
        f"<DbtrAcct>{PAYER_ACCOUNT}</DbtrAcct><DbtrAgt>{_agent('BANKAU2S', new)}</DbtrAgt>{transactions}</PmtInf></CstmrCdtTrfInitn>"
    )


def _camt(family: str, version: int, payments: list[Payment], entry: str) -> str:
    new = version > 2
    root, part, balance = {
        "camt.053": ("BkToCstmrStmt", "Stmt", True),
        "camt.054": ("BkToCstmrDbtCdtNtfctn", "Ntfctn", False),
    }[family]
    groups = [[p] for p in payments] if entry == "each" else [payments]
    date = "<CreDtTm>2024-05-17T00:10:00Z</CreDtTm>"
    bal = (
        '<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="AUD">9</Amt><CdtDbtInd>CRDT</CdtDbtInd>'
        "<Dt><Dt>2024-05-16</Dt></Dt></Bal>"
        if balance
        else ""
    )
    return (
        f"<{root}><GrpHdr><MsgId>M1</MsgId>{date}</GrpHdr><{part}><Id>S1</Id>{date}<Acct>{PAYER_ACCOUNT}"
        f"<Svcr>{_agent('BANKAU2S', new)}</Svcr></Acct>{bal}{''.join(_entry(version, group) for group in groups)}</{part}></{root}>"
    )


def _entry(version: int, payments: list[Payment]) -> str:
    booked = "<Cd>BOOK</Cd>" if version >= 8 else "BOOK"
    total = f"{sum(float(p.amount) for p in payments):.2f}"
    return (
        f'<Ntry><Amt Ccy="{payments[0].currency}">{total}</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>{booked}</Sts>'
        "<BookgDt><Dt>2024-05-17</Dt></BookgDt><ValDt><Dt>2024-05-18</Dt></ValDt><BkTxCd/>"
        f"<NtryDtls>{''.join(_details(version, p) for p in payments)}</NtryDtls></Ntry>"
    )


def _details(version: int, p: Payment) -> str:
    new = version > 2
    opened, closed = ("<Pty>", "</Pty>") if version >= 8 else ("", "")
    amount = f'<Amt Ccy="{p.currency}">{p.amount}</Amt>'
    return (
        f"<TxDtls><Refs><AcctSvcrRef>A{p.number}</AcctSvcrRef><InstrId>I{p.number}</InstrId><EndToEndId>E{p.number}</EndToEndId>"
        f"{f'<UETR>{p.uetr}</UETR>' if p.uetr and version >= 8 else ''}</Refs>"
        f"{f'{amount}<CdtDbtInd>DBIT</CdtDbtInd>' if new else f'<AmtDtls><TxAmt>{amount}</TxAmt></AmtDtls>'}"
        f"<RltdPties><Dbtr>{opened}{_payer(p)}{closed}</Dbtr><Cdtr>{opened}{_receiver(p)}{closed}</Cdtr>"
        f"<CdtrAcct>{RECEIVER_ACCOUNT}</CdtrAcct></RltdPties>"
        f"<RltdAgts><CdtrAgt>{_agent('BANKPHMM', new)}</CdtrAgt></RltdAgts>{_tail(p)}</TxDtls>"
    )
