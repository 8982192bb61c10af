"""What an authority sends back is read strictly: it proves an arrival, names reasons, or is refused plainly."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tanglaw.common.errors import TanglawError
from tanglaw.filings.submission.receipts import field_of, read_receipt

FINCEN = """<EFilingBatchXML xmlns="www.fincen.gov/base" StatusCode="{status}"><EFilingSubmissionXML SeqNum="1">
<EFilingActivityXML SeqNum="2">{bsa}{error}</EFilingActivityXML></EFilingSubmissionXML></EFilingBatchXML>"""
ERROR = """<EFilingActivityErrorXML SeqNum="3"><ErrorElementNameText>RawEntityIndividualLastName</ErrorElementNameText>
<ErrorLevelText>{level}</ErrorLevelText><ErrorText>Name missing</ErrorText><ErrorTypeCode>B9</ErrorTypeCode></EFilingActivityErrorXML>"""


def test_fincens_acknowledgement_is_read():
    good = FINCEN.format(status="A", bsa="<BSAID>31000012345678</BSAID>", error=ERROR.format(level="WARNING"))
    answer = read_receipt("TGL-1.xml.ACKED", good.encode())
    assert (answer.accepted, answer.receipt, answer.file) == (True, "31000012345678", "TGL-1")
    assert answer.warnings[0].field == "parties[].last_name"
    bad = FINCEN.format(status="R", bsa="", error=ERROR.format(level="FATAL"))
    answer = read_receipt("TGL-1.xml.MESSAGES.XML", bad.encode())
    assert (answer.accepted, answer.reasons[0].code, answer.file) == (False, "B9", "TGL-1")


@pytest.mark.parametrize(
    "data",
    [
        b"", b"{", b"[]", b"\xff\xfe", b"{}" , b'{"format": "tanglaw-receipt/1"}', b"<a/>", b"<EFilingBatchXML/>",
        b'<!DOCTYPE x [<!ENTITY a "aaaa">]><EFilingBatchXML StatusCode="A">&a;</EFilingBatchXML>',
        b'{"format": "tanglaw-receipt/1", "reference": "R", "version": 1, "accepted": true, "receipt": " "}',
        b'{"a":' * 50_000, FINCEN.format(status="A", bsa="", error="").encode(),
        FINCEN.format(status="A", bsa="<BSAID>00000000000000</BSAID>", error="").encode(),
        FINCEN.format(status="A", bsa="<BSAID>31000012345678</BSAID>" * 2, error="").encode(),
        FINCEN.format(status="A", bsa="<BSAID>31000012345678</BSAID>", error=ERROR.format(level="FATAL")).encode(),
        b"x" * ((8 << 20) + 1),
    ],
)  # fmt: skip
def test_hostile_receipts_are_refused_plainly(data):
    with pytest.raises(TanglawError) as caught:
        read_receipt("r", data)
    assert len(str(caught.value)) < 400


@given(data=st.binary(max_size=400))
@settings(max_examples=200)
def test_any_bytes_are_a_receipt_or_refused(data):
    with suppress(TanglawError):
        assert read_receipt("r", data).accepted in {True, False}


@given(at=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_an_altered_receipt_never_acknowledges_another_submission(at, bit):
    good = json.dumps({"format": "tanglaw-receipt/1", "reference": "TGL-2025-0001", "version": 1, "accepted": False,
                       "receipt": "", "reasons": []}).encode()  # fmt: skip
    place = int(at * len(good))
    altered = good[:place] + bytes([good[place] ^ (1 << bit)]) + good[place + 1 :]
    with suppress(TanglawError):
        assert not read_receipt("r", altered).accepted


def test_fields_behind_an_authoritys_elements():
    assert field_of("/report/rentity_id") == "filer.ids.goaml_rentity_id"
    assert field_of("fc2:RawZIPCode") == "parties[].addresses[].postcode"
    assert field_of("") == "dossier"
