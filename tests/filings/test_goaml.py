"""A goAML report is valid or refused with reasons that name the dossier's field; nothing is lost on the way."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from lxml import etree
from tests.filings.invented import dossier, payer, payment, receiver
from tests.filings.odd import dossiers

from tanglaw.common.errors import FaultsError
from tanglaw.filings.dossier.money import Money
from tanglaw.filings.dossier.narrative import Narrative, Section
from tanglaw.filings.dossier.party import Address, Document
from tanglaw.filings.goaml.report import goaml
from tanglaw.filings.goaml.schema import as_xsd, structural_schema
from tanglaw.filings.goaml.structure import structure
from tanglaw.filings.profiles.loading import load_profile
from tanglaw.filings.xml.xsd import without_anchors
from tanglaw.payments.rates import Rates

GENERIC = load_profile("goaml-generic")
RATES = Rates.load()
SCHEMA = structural_schema()


def made(one, profile=GENERIC, **options):
    return goaml(one, profile, RATES, **options)


def only(rendering) -> etree._Element:
    (data,) = rendering.checked("it").files.values()
    return etree.fromstring(data)


def refusals(rendering) -> str:
    assert rendering.faults
    assert not rendering.files
    return "\n".join(map(str, rendering.faults))


def changed(profile, **goaml_changes):
    return profile.model_copy(update={"goaml": profile.goaml.model_copy(update=goaml_changes)})


def test_it_is_as_reviewed(golden):
    (data,) = made(dossier()).checked("it").files.values()
    golden("filings/goaml.xml", data.decode())


def test_an_activity_is_as_reviewed(golden):
    (data,) = made(dossier(), about="activity").checked("it").files.values()
    golden("filings/goaml-activity.xml", data.decode())


def test_every_payment_is_a_transaction_with_both_sides_and_its_reference():
    report = only(made(dossier()))
    assert [one.findtext("transactionnumber") for one in report.iter("transaction")] == [
        "P-000000",
        "P-000001",
        "P-000002",
    ]
    second = report.findall("transaction")[1]
    assert second.findtext("comments") == "Reference, verbatim: gift from @alan.example"
    assert "payer's clock 2025-03-15 22:41:07 +1000; receiver's clock 2025-03-15 20:41:07 +0800" in second.findtext(
        "transaction_description"
    )
    assert second.findtext("amount_local") == "51.00"
    assert second.findtext("t_to/to_foreign_currency/foreign_amount") == "1887.00"
    assert second.findtext("t_from/from_is_suspected") == "true"
    assert second.findtext("t_to/to_is_suspected") == "false"


def test_a_possible_victim_is_marked_protected_and_not_suspected():
    report = only(
        made(dossier(parties=(payer(standing="possible victim", protected=True), receiver()), ties=(), circles=()))
    )
    assert {one.text for one in report.iter("from_is_suspected")} == {"false"}
    assert {one.text for one in report.iter("is_protected")} == {"true"}


def test_all_faults_come_at_once_with_the_field_to_mend():
    long = Address(street="z" * 301, city="Brisbane", state="QLD", country="AU")
    said = refusals(
        made(
            dossier(
                reference="R" * 300,
                parties=(payer(addresses=(long,), accounts=()), receiver(names=("B " + "b" * 101,))),
                payments=(payment(0, payment_id="P" * 101),),
                ties=(),
                circles=(),
            )
        )
    )
    assert "reference: found 300 characters" in said
    assert "parties[P1].addresses[0].street: found 301 characters" in said
    assert "parties[P2].last_name: found 101 characters" in said
    assert "payment_id: found 101 characters" in said


def test_a_long_address_goes_over_three_lines_and_none_of_it_is_cut():
    street = " ".join(["Example"] * 36)
    report = only(made(dossier(parties=(payer(addresses=(Address(street=street, city="X", state="Y", country="AU"),),
                                              accounts=()), receiver()), ties=(), circles=())))  # fmt: skip
    found = next(report.iter("from_person")).find("addresses/address")
    lines = [found.findtext(name) for name in ("address", "additional_address_line1", "additional_address_line2")]
    assert " ".join(lines) == street


def test_a_narrative_beyond_the_limit_is_continued_not_cut():
    words = [f"word{number}" for number in range(3_000)]
    report = only(made(dossier(narrative=Narrative(draft=(Section(topic="who", text=" ".join(words)),)))))
    parts = [report.findtext("reason")]
    parts += [
        one.findtext("info_text")
        for one in report.iter("additional_info")
        if "Narrative" in one.findtext("info_subject")
    ]
    assert len(parts) > 1
    assert " ".join(parts).split()[1:] == words


def test_a_customer_without_what_the_fiu_demands_is_refused_and_with_it_accepted():
    profile = changed(load_profile("goaml-ae"), indicators={"default": ("ANP01",)})
    filer = dossier().filer.model_copy(update={"country": "AE"})
    said = refusals(made(dossier(filer=filer), profile))
    for field in ("nationalities", "documents"):
        assert f"parties[P1].{field}: found nothing" in said
    paper = Document(kind="passport", number="X1", country="AU", issued=date(2020, 1, 1), expires=date(2030, 1, 1))
    whole = dossier(
        filer=filer, parties=(payer(nationalities=("AU",), documents=(paper,)), receiver()), ties=(), circles=()
    )
    report = only(made(whole, profile))
    assert report.find("transaction/t_from_my_client/from_person/tax_reg_number").text == "-"
    assert report.findtext("currency_code_local") == "AED"
    wrong = changed(profile, submission_code="Q")
    assert "submission_code" in refusals(made(whole, wrong))


def test_codes_outside_the_profiles_lists_are_refused():
    said = refusals(made(dossier(), changed(GENERIC, allowed={"funds_type": ("A", "B")})))
    assert "the code 'CASH'" in said
    assert "one of funds_type: A, B" in said


def test_a_currency_without_a_rate_is_refused_not_guessed():
    said = refusals(made(dossier(payments=(payment(0, sent=Money(amount=Decimal(1), currency="XTS"), received=None),))))
    assert "no rate is known" in said
    assert "--rates" in said


def test_five_thousand_payments_are_all_there():
    payments = tuple(payment(number % 50, payment_id=f"N{number}") for number in range(5_000))
    report = only(made(dossier(payments=payments)))
    assert sum(1 for _ in report.iter("transaction")) == 5_000
    few = GENERIC.model_copy(update={"limits": GENERIC.limits.model_copy(update={"transactions": 4_999})})
    assert "payments: found 5,000; expected at most 4,999" in refusals(made(dossier(payments=payments), few))


def test_who_files_must_be_said():
    assert "--filer" in refusals(made(dossier(filer=None)))


@given(one=dossiers())
@settings(max_examples=60)
def test_any_dossier_is_valid_or_refused_with_reasons(one):
    for about in ("transactions", "activity"):
        found = made(one, about=about)
        if found.refused:
            assert not found.files
            assert all(fault.where and fault.expected for fault in found.faults)
            continue
        report = only(found)
        assert SCHEMA.validate(report)
        if about == "transactions":
            told = [other.findtext("comments") for other in report.iter("transaction")]
            for payment_, comment in zip(one.payments, told, strict=True):
                kept = (payment_.reference or "").replace("\r\n", "\n").replace("\r", "\n")
                if kept and kept.isprintable():
                    assert comment == f"Reference, verbatim: {kept}"
        assert made(one, about=about) == found


def test_the_structure_and_its_schema_agree():
    root = as_xsd(structure())
    names = {element.get("name") for element in root.iter("{*}element")}
    assert {"report", "transaction", "t_from_my_client", "report_indicators", "is_protected"} <= names


SIMPLE = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
<xs:element name="report"><xs:complexType><xs:sequence>
<xs:any minOccurs="0" maxOccurs="unbounded" processContents="lax"/></xs:sequence></xs:complexType></xs:element>
<xs:element name="rentity_id"><xs:simpleType><xs:restriction base="xs:string"><xs:pattern value="{pattern}"/>
</xs:restriction></xs:simpleType></xs:element>{more}</xs:schema>"""


@pytest.fixture
def xsd(tmp_path):
    def write(pattern: str = "^[0-9]{1,6}$", more: str = "", name: str = "fiu.xsd"):
        path = tmp_path / name
        path.write_text(SIMPLE.format(pattern=pattern, more=more), encoding="utf-8")
        return path

    return write


def test_patterns_with_anchors_are_corrected_in_memory_and_said(xsd):
    path = xsd()
    before = path.read_bytes()
    found = made(dossier(), xsd=path)
    assert not found.refused
    assert any("^[0-9]{1,6}$" in remark and "'[0-9]{1,6}' was used instead" in remark for remark in found.remarks)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("^[0-9]{4}$", "[0-9]{4}"), ("^a$|^b$", "a|b"), ("(^a|b$)", "(a|b)"), ("[0-9]+", "[0-9]+"), ("[^$]", "[^$]"),
        (r"\^a\$", r"\^a\$"), (r"[\]^$]$", r"[\]^$]"), ("", ""), ("^", ""), ("a^b$c", "a^b$c"),
    ],
)  # fmt: skip
def test_only_anchors_are_taken_off_patterns(written, meant):
    assert without_anchors(written) == meant
    assert without_anchors(meant) == meant


def test_a_corrected_pattern_still_refuses_what_is_wrong(xsd):
    said = refusals(made(dossier(), xsd=xsd("^[0-9]{1,3}$")))
    assert "filer.ids.goaml_rentity_id: found '1234'; expected what the pattern [0-9]{1,3}" in said


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("<a/>", "xs:schema"),
        ("not xml", "well-formed"),
        ('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', "document type"),
        ('<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a" type="nowhere"/></xs:schema>', "nowhere"),
        ('<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:include schemaLocation="http://example.org/x.xsd"/></xs:schema>', "same folder"),
        ('<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:include schemaLocation="../../etc/passwd"/></xs:schema>', "same folder"),
        ('<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:import namespace="u" schemaLocation="x.xsd"/></xs:schema>', "same folder"),
    ],
)  # fmt: skip
def test_a_schema_that_cannot_be_used_is_refused_plainly(tmp_path, text, word):
    path = tmp_path / "bad.xsd"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Exception, match=word) as caught:
        made(dossier(), xsd=path)
    assert "Traceback" not in str(caught.value)


def test_a_schema_may_include_a_file_beside_it(xsd, tmp_path):
    xsd("^[0-9]{1,3}$", name="types.xsd")
    path = tmp_path / "main.xsd"
    path.write_text(
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:include schemaLocation="types.xsd"/></xs:schema>'
    )
    assert "the pattern [0-9]{1,3}" in refusals(made(dossier(), xsd=path))


def test_refused_means_an_error_that_says_everything():
    found = made(dossier(filer=None, reference=""))
    with pytest.raises(FaultsError) as caught:
        found.checked("The report")
    assert "nothing was written" in str(caught.value)
    assert len(caught.value.faults) == len(found.faults)
    many = replace(found, faults=found.faults[:1] * 500)
    with pytest.raises(FaultsError, match="300 more faults"):
        many.checked("The report")
