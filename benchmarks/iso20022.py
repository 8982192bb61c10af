# ruff: noqa: E501 -- messages read better as they are
"""Measure the ISO 20022 reader: time and peak memory of a fresh process for each kind of message.

Run ``python benchmarks/iso20022.py [TRANSACTIONS]``. The law: 100,000 transactions in at most 15 s and 150 MB.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

PARTY = """<Nm>{name}</Nm><PstlAdr><StrtNm>Example Street</StrtNm><BldgNb>{n}</BldgNb><PstCd>4000</PstCd><TwnNm>{town}</TwnNm>
<Ctry>{country}</Ctry></PstlAdr><Id><PrvtId><DtAndPlcOfBirth><BirthDt>19{yy:02d}-05-02</BirthDt><CityOfBirth>{town}</CityOfBirth>
<CtryOfBirth>{country}</CtryOfBirth></DtAndPlcOfBirth><Othr><Id>ID{n}</Id><SchmeNm><Cd>NIDN</Cd></SchmeNm></Othr></PrvtId></Id>
<CtctDtls><MobNb>+61-49157{n:05d}</MobNb><EmailAdr>person{n}@example.org</EmailAdr></CtctDtls>"""
ACCOUNT = "<Id><Othr><Id>{n:012d}</Id></Othr></Id><Tp><Cd>CACC</Cd></Tp><Ccy>{currency}</Ccy>"
AGENT = "<FinInstnId><BICFI>{bic}</BICFI><Nm>Example Bank</Nm><PstlAdr><Ctry>{country}</Ctry></PstlAdr></FinInstnId>"

TRANSFER = """<CdtTrfTxInf>
<PmtId><InstrId>I{n}</InstrId><EndToEndId>E{n}</EndToEndId><TxId>T{n}</TxId><UETR>{uetr}</UETR></PmtId>
<PmtTpInf><SvcLvl><Cd>G001</Cd></SvcLvl></PmtTpInf><IntrBkSttlmAmt Ccy="PHP">{cents}.50</IntrBkSttlmAmt>
<IntrBkSttlmDt>2024-05-17</IntrBkSttlmDt><InstdAmt Ccy="AUD">51.{cents:02d}</InstdAmt><XchgRate>37.5</XchgRate><ChrgBr>SHAR</ChrgBr>
<Dbtr>{payer}</Dbtr><DbtrAcct>{payer_account}</DbtrAcct><DbtrAgt>{payer_agent}</DbtrAgt>
<CdtrAgt>{receiver_agent}</CdtrAgt><Cdtr>{receiver}</Cdtr><CdtrAcct>{receiver_account}</CdtrAcct>
<Purp><Cd>FAMI</Cd></Purp><RmtInf><Ustrd>school fees {n}</Ustrd></RmtInf></CdtTrfTxInf>
"""
ENTRY = """<Ntry><NtryRef>N{n}</NtryRef><Amt Ccy="AUD">51.{cents:02d}</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
<BookgDt><DtTm>2024-05-17T10:15:00+10:00</DtTm></BookgDt><ValDt><Dt>2024-05-17</Dt></ValDt><AcctSvcrRef>A{n}</AcctSvcrRef>
<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>XBCT</SubFmlyCd></Fmly></Domn></BkTxCd><NtryDtls><TxDtls>
<Refs><InstrId>I{n}</InstrId><EndToEndId>E{n}</EndToEndId><UETR>{uetr}</UETR></Refs><Amt Ccy="AUD">51.{cents:02d}</Amt>
<CdtDbtInd>DBIT</CdtDbtInd><RltdPties><Dbtr><Pty>{payer}</Pty></Dbtr><DbtrAcct>{payer_account}</DbtrAcct>
<Cdtr><Pty>{receiver}</Pty></Cdtr><CdtrAcct>{receiver_account}</CdtrAcct></RltdPties>
<RltdAgts><DbtrAgt>{payer_agent}</DbtrAgt><CdtrAgt>{receiver_agent}</CdtrAgt></RltdAgts>
<RmtInf><Ustrd>school fees {n}</Ustrd></RmtInf><RltdDts><AccptncDtTm>2024-05-17T10:14:58+10:00</AccptncDtTm></RltdDts></TxDtls></NtryDtls></Ntry>
"""
HEADER = "<GrpHdr><MsgId>M1</MsgId><CreDtTm>2024-05-17T00:10:00Z</CreDtTm></GrpHdr>"
KINDS = {
    "pacs.008.001.10": (f"<FIToFICstmrCdtTrf>{HEADER}", TRANSFER, "</FIToFICstmrCdtTrf>"),
    "camt.053.001.10": (
        f"<BkToCstmrStmt>{HEADER}<Stmt><Id>S1</Id><Acct><Id><Othr><Id>1</Id></Othr></Id></Acct>", ENTRY, "</Stmt></BkToCstmrStmt>"
    ),
}  # fmt: skip


def pieces(kind: str, transactions: int) -> Iterator[str]:
    """A message of one kind, piece by piece."""
    start, transaction, end = KINDS[kind]
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:{kind}">{start}'
    for n in range(transactions):
        payer, receiver = n % 40_000, n % 17_011
        yield transaction.format(
            n=n,
            cents=10 + n % 90,
            uetr=f"{n:08x}-0000-4000-8000-{n * 7919 % (1 << 48):012x}",
            payer=PARTY.format(
                name=f"Payer Número {payer}", n=payer, town="Brisbane", country="AU", yy=50 + payer % 50
            ),
            receiver=PARTY.format(
                name=f"Receiver {receiver}", n=receiver, town="Cebu City", country="PH", yy=60 + receiver % 40
            ),
            payer_account=ACCOUNT.format(n=payer + 1, currency="AUD"),
            receiver_account=ACCOUNT.format(n=receiver + 500_000, currency="PHP"),
            payer_agent=AGENT.format(bic="BANKAU2SXXX", country="AU"),
            receiver_agent=AGENT.format(bic="BANKPHMMXXX", country="PH"),
        )
    yield f"{end}</Document>\n"


MEASURE = """
import json, resource, sys, time
from pathlib import Path
from tanglaw.payments.archives import open_members
from tanglaw.payments.iso20022.reader import read_iso20022
start, read, rejected = time.perf_counter(), 0, 0
for name, stream in open_members(Path(sys.argv[1])):
    for batch in read_iso20022(stream, name):
        read += batch.rows.height
        rejected += batch.rejected.height
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
seconds, cpu = time.perf_counter() - start, time.process_time()
print(json.dumps({"seconds": seconds, "cpu": cpu, "peak": peak, "read": read, "rejected": rejected}))
"""


def main() -> None:
    """Generate, measure, print."""
    transactions = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    print("| message | transactions | file, MB | seconds | CPU seconds | transactions/s | peak, MB |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    for kind in KINDS:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"{kind}.xml"
            with path.open("w", encoding="utf-8") as file:
                file.writelines(pieces(kind, transactions))
            size = path.stat().st_size / 1e6
            done = subprocess.run(
                [sys.executable, "-c", MEASURE, str(path)], check=True, capture_output=True, text=True
            )
        seen = json.loads(done.stdout)
        if (seen["read"], seen["rejected"]) != (transactions, 0):
            sys.exit(f"{kind}: read {seen['read']:,} and rejected {seen['rejected']:,} of {transactions:,}")
        speed = seen["read"] / seen["seconds"]
        print(
            f"| {kind} | {transactions:,} | {size:,.0f} | {seen['seconds']:.1f} | {seen['cpu']:.1f} | {speed:,.0f} | {seen['peak']:.0f} |"
        )


if __name__ == "__main__":
    main()
