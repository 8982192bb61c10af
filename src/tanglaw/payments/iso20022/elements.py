# ruff: noqa: E501 -- a table reads better unbroken
"""Which elements of a message feed which column: the whole mapping, as data.

A path is made of local names; namespaces are not looked at, because real files carry wrong ones or none. The wrappers
in `SEEN_THROUGH` are left out of paths, so that one table serves every message and version: `Dbtr/Nm` is also
`RltdPties/Dbtr/Pty/Nm`. Where a column lists several paths the first that is filled wins.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

MESSAGES: Final = {
    "FIToFICstmrCdtTrf": "pacs.008", "pacs.008.001.01": "pacs.008",
    "CstmrCdtTrfInitn": "pain.001", "pain.001.001.01": "pain.001", "pain.001.001.02": "pain.001",
    "BkToCstmrAcctRpt": "camt.052", "BkToCstmrAcctRptV01": "camt.052",
    "BkToCstmrStmt": "camt.053", "BkToCstmrStmtV01": "camt.053",
    "BkToCstmrDbtCdtNtfctn": "camt.054", "BkToCstmrDbtCdtNtfctnV01": "camt.054",
}  # fmt: skip
"""Local name of a message's element, to the message. From its second or third version on, the name no longer changes."""

SEEN_THROUGH: Final = frozenset(
    {
        "PmtId",
        "Refs",
        "AddtlDtTm",
        "RltdPties",
        "RltdAgts",
        "RltdDts",
        "Pty",
        "Agt",
        "FinInstnId",
        "NmAndAdr",
        "CmbndId",
    }
)

STATEMENTS: Final = frozenset({"Rpt", "Stmt", "Ntfctn"})
"""What camt.052, .053 and .054 call the account's part; written `Stmt` in paths."""

NAME: Final = ("Nm",)
BIRTH: Final = ("Id/PrvtId/DtAndPlcOfBirth/BirthDt",)
COUNTRY: Final = ("PstlAdr/Ctry", "CtryOfRes")
CITY: Final = ("PstlAdr/TwnNm",)
PHONE: Final = ("CtctDtls/MobNb", "CtctDtls/PhneNb")
EMAIL: Final = ("CtctDtls/EmailAdr",)
ADDRESS: Final = tuple(
    f"PstlAdr/{part}" for part in ("StrtNm", "BldgNb", "BldgNm", "Flr", "UnitNb", "Room", "PstBx", "PstCd", "AdrLine")
)  # fmt: skip

PARTY_ID: Final = tuple(
    [f"Id/PrvtId/{kind}" for kind in (
        "Othr/Id", "IdntyCardNb", "PsptNb", "CstmrNb", "SclSctyNb", "TaxIdNb", "DrvrsLicNb", "AlnRegnNb", "MplyrIdNb", "OthrId/Id")]
    + [f"Id/OrgId/{kind}" for kind in (
        "LEI", "AnyBIC", "BICOrBEI", "BIC", "BEI", "Othr/Id", "DUNS", "TaxIdNb", "BkPtyId", "EANGLN", "IBEI", "USCHU", "PrtryId/Id")]
    + ["LEI", "BICFI", "BIC"]
)  # fmt: skip
"""Ids of a party in the order of preference: persons', organisations', then those of a bank that is a party."""
SCHEMES: Final = tuple(f"Id/{kind}/Othr/SchmeNm/{code}" for kind in ("PrvtId", "OrgId") for code in ("Cd", "Prtry"))
"""What kind of number `Othr/Id` is."""

IBAN: Final = ("Id/IBAN",)
LOCAL_ACCOUNT: Final = ("Id/Othr/Id", "Id/BBAN", "Id/UPIC", "Id/PrtryAcct/Id")
PROXY: Final = ("Prxy/Id",)
PROXY_KIND: Final = ("Prxy/Tp/Cd", "Prxy/Tp/Prtry")
HOLDER: Final = ("Nm",)
ACCOUNT: Final = IBAN + LOCAL_ACCOUNT + PROXY + PROXY_KIND + HOLDER

BIC: Final = ("BICFI", "BIC")
AGENT_NAME: Final = ("Nm", "ClrSysMmbId/MmbId", "ClrSysMmbId/Id", "Othr/Id")
AGENT_COUNTRY: Final = ("PstlAdr/Ctry",)
AGENT: Final = BIC + AGENT_NAME + AGENT_COUNTRY
PARTY: Final = NAME + BIRTH + COUNTRY + CITY + PHONE + EMAIL + ADDRESS + PARTY_ID + SCHEMES


def below(prefix: str, paths: tuple[str, ...]) -> tuple[str, ...]:
    """Paths of a part of the message that stands under `prefix`."""
    return tuple(f"{prefix}/{path}" for path in paths)


UETR: Final = ("UETR",)
REFERENCES: Final = ("TxId", "EndToEndId", "InstrId", "AcctSvcrRef", "Ntry/AcctSvcrRef", "Ntry/NtryRef")
MESSAGE_ID: Final = ("GrpHdr/MsgId", "Stmt/Id", "PmtInfId")

EXECUTED_AT: Final = (
    "AccptncDtTm", "TxDtTm", "SttlmTmIndctn/DbtDtTm", "Ntry/BookgDt/DtTm", "ReqdExctnDt/DtTm",
    "IntrBkSttlmDt", "GrpHdr/IntrBkSttlmDt", "Ntry/BookgDt/Dt", "Ntry/ValDt/Dt", "Ntry/ValDt/DtTm", "ReqdExctnDt/Dt", "ReqdExctnDt",
)  # fmt: skip
"""When the payer's bank took the payment, when it was booked, then when it settled: a time of day goes before a bare date."""
CREATED: Final = ("Stmt/CreDtTm", "Stmt/CreDt", "GrpHdr/CreDtTm")
"""Last resort, of which only the date is kept: its time of day is the file's, not the payer's."""

AMOUNT: Final = (
    "InstdAmt", "Amt/InstdAmt", "AmtDtls/InstdAmt/Amt", "Amt/EqvtAmt/Amt", "Amt", "AmtDtls/TxAmt/Amt", "IntrBkSttlmAmt",
)  # fmt: skip
"""What the payer sent goes before what was settled or booked."""
ENTRY_AMOUNT: Final = ("Ntry/AmtDtls/InstdAmt/Amt", "Ntry/Amt")
"""Used when the entry holds one transaction only."""

UNSTRUCTURED: Final = ("RmtInf/Ustrd",)
STRUCTURED: Final = ("RmtInf/Strd/CdtrRefInf/Ref", "RmtInf/Strd/CdtrRefInf/CdtrRef", "RmtInf/Strd/RfrdDocInf/Nb",
                     "RmtInf/Strd/RfrdDocInf/RfrdDocNb", "RmtInf/Strd/AddtlRmtInf")  # fmt: skip
ADDITIONAL: Final = ("AddtlTxInf",)
PURPOSE: Final = ("Purp/Cd", "Purp/Prtry", "PmtTpInf/CtgyPurp/Cd", "PmtTpInf/CtgyPurp/Prtry")
STATUS: Final = ("Ntry/Sts", "Ntry/Sts/Cd", "Ntry/Sts/Prtry")
REVERSAL: Final = ("Ntry/RvslInd",)
RETURNED: Final = ("RtrInf/Rsn/Cd", "RtrInf/Rsn/Prtry", "RtrInf/RtrRsn/Cd", "RtrInf/RtrRsn/Prtry")
FAMILY: Final = ("BkTxCd/Domn/Fmly/SubFmlyCd", "Ntry/BkTxCd/Domn/Fmly/SubFmlyCd")
DIRECTION: Final = ("CdtDbtInd", "Ntry/CdtDbtInd")
PAYOUT: Final = ("InstrForCdtrAgt/Cd",)
SENDER: Final = ("InstgAgt/BICFI", "InstgAgt/BIC", "GrpHdr/InstgAgt/BICFI", "GrpHdr/InstgAgt/BIC")

JOINED: Final = frozenset(UNSTRUCTURED + STRUCTURED + ADDITIONAL) | {"PstlAdr/AdrLine"}
"""May repeat; the pieces are joined by a space. Of any other element that repeats the first is taken."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a payment: what its elements are called."""

    column: str
    party: str
    agent: str
    ultimate: str
    word: str

    @property
    def account(self) -> str:
        """The account's element."""
        return f"{self.party}Acct"


DEBTOR: Final = Side("originator", "Dbtr", "DbtrAgt", "UltmtDbtr", "payer")
CREDITOR: Final = Side("beneficiary", "Cdtr", "CdtrAgt", "UltmtCdtr", "receiver")

_TRANSACTION: Final = (
    *(path
      for path in UETR + REFERENCES + MESSAGE_ID + EXECUTED_AT + AMOUNT + UNSTRUCTURED + STRUCTURED + ADDITIONAL
      + PURPOSE + FAMILY + DIRECTION + RETURNED + PAYOUT + SENDER
      if path.partition("/")[0] not in {"GrpHdr", "Stmt", "Ntry"}),
    *(
        path
        for side in (DEBTOR, CREDITOR)
        for path in (
            *below(side.party, PARTY), *below(side.ultimate, PARTY), *below(side.account, ACCOUNT), *below(side.agent, AGENT)
        )
    )
)  # fmt: skip

PATHS: Final[dict[str, tuple[str, ...]]] = {
    "GrpHdr": tuple(path for path in (*MESSAGE_ID, *CREATED, *SENDER, "GrpHdr/IntrBkSttlmDt") if path.startswith("GrpHdr/")),
    "Stmt": (
        "Stmt/Id", "Stmt/CreDtTm", "Stmt/CreDt",
        *below("Stmt/Acct", ACCOUNT), *below("Stmt/Acct/Ownr", PARTY), *below("Stmt/Acct/Svcr", AGENT),
    ),
    "Ntry": tuple(
        path for path in (*REFERENCES, *EXECUTED_AT, *ENTRY_AMOUNT, *STATUS, *REVERSAL, *FAMILY, *DIRECTION) if path.startswith("Ntry/")
    ),
    "transaction": _TRANSACTION,
}  # fmt: skip
"""What is gathered at each level of a message. `PmtInf` of pain.001 is gathered like a transaction, over which each of its transactions lays its own."""
