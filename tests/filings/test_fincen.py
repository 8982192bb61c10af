"""A SAR batch is valid against FinCEN's schema, carries its keywords, names no victim as subject, and loses nothing."""

from __future__ import annotations

from importlib.resources import files

from hypothesis import given, settings
from lxml import etree
from tests.filings.invented import dossier, payer, payment, receiver
from tests.filings.odd import dossiers

from tanglaw.filings.dossier.labels import OCSE, SEXTORTION
from tanglaw.filings.dossier.narrative import Narrative, Section
from tanglaw.filings.dossier.party import Address
from tanglaw.filings.fincen.sar import sar
from tanglaw.filings.profiles.loading import load_profile

PROFILE = load_profile("fincen-sar")
NS = {"f": "www.fincen.gov/base"}
SCHEMA = etree.XMLSchema(
    etree.fromstring(files("tanglaw.filings.fincen").joinpath("EFL_SARXBatchSchema.xsd").read_bytes())
)
IDS = {"ein": "123456789", "transmitter_control_code": "PBSA0001", "transmitter_ein": "123456789", "regulator": "7",
       "institution_type": "4"}  # fmt: skip


def whole(**changes):
    plain = dossier(**changes)
    return plain.model_copy(update={"filer": plain.filer.model_copy(update={"ids": IDS})}) if plain.filer else plain


def batch(rendering) -> etree._Element:
    return etree.fromstring(next(data for name, data in rendering.checked("it").files.items() if name.endswith(".xml")))


def texts(root, path) -> list[str]:
    return [one.text for one in root.findall(f".//f:{path}", NS)]


def subject_parties(root):
    return [
        p for p in root.findall("f:Activity/f:Party", NS) if p.findtext("f:ActivityPartyTypeCode", None, NS) == "33"
    ]


def test_it_is_as_reviewed_and_valid(golden):
    made = sar(whole(), PROFILE)
    root = batch(made)
    assert SCHEMA.validate(root), SCHEMA.error_log
    golden("filings/sar.xml", made.files["TGL-2025-0001.xml"].decode())


def test_the_keyword_is_in_field_two_and_in_the_narrative():
    root = batch(sar(whole(labels=(SEXTORTION, OCSE)), PROFILE))
    keywords = "FIN-2025-SEXTORTION OCSE-FIN-2021-NTC3"
    assert texts(root, "FilingInstitutionNotetoFinCEN") == [keywords]
    assert " ".join(texts(root, "ActivityNarrativeText")).startswith(keywords)


def test_a_possible_victim_is_no_subject_and_the_other_side_is():
    victim = payer(standing="possible victim", protected=True)
    root = batch(sar(whole(parties=(victim, receiver()), ties=(), circles=()), PROFILE))
    named = subject_parties(root)
    assert [p.findtext("f:PartyName/f:RawEntityIndividualLastName", None, NS) for p in named] == ["C"]
    assert root.get("PartyCount") == "1"
    nobody = batch(sar(whole(parties=(victim, receiver(protected=True)), ties=(), circles=()), PROFILE))
    assert texts(nobody, "AllCriticalSubjectInformationUnavailableIndicator") == ["Y"]
    assert SCHEMA.validate(nobody)


def test_a_narrative_is_split_into_blocks_and_refused_beyond_them():
    words = [f"w{number}" for number in range(2_700)]
    fits = sar(whole(narrative=Narrative(draft=(Section(topic="who", text=" ".join(words)),))), PROFILE)
    parts = texts(batch(fits), "ActivityNarrativeText")
    assert len(parts) == 4
    assert all(len(part) <= 4_000 for part in parts)
    said = " ".join(parts).split()
    assert said[said.index("w0") :][:2_700] == words
    longer = sar(whole(narrative=Narrative(draft=(Section(topic="who", text="x" * 17_500),))), PROFILE)
    assert "narrative: found 17," in str(longer.faults[0])
    assert "nothing is cut" in str(longer.faults[0])


def test_a_long_street_is_refused_with_its_field():
    long = Address(street="s" * 300, city="Brisbane", country="AU")
    made = sar(whole(parties=(payer(addresses=(long,)), receiver()), ties=(), circles=()), PROFILE)
    assert "parties[P1].addresses[0].street: found 300 characters" in str(made.faults[0])


def test_a_correction_names_what_it_corrects():
    root = batch(sar(whole(corrects="31000012345678"), PROFILE))
    assert texts(root, "EFilingPriorDocumentNumber") == ["31000012345678"]
    assert texts(root, "CorrectsAmendsPriorReportIndicator") == ["Y"]
    assert not texts(root, "InitialReportIndicator")


def test_what_does_not_fit_the_attachment_is_said():
    many = tuple(payment(number % 50, payment_id=f"N{number}") for number in range(5_000))
    made = sar(whole(payments=many), PROFILE)
    assert set(made.files) == {"TGL-2025-0001.xml"}
    assert any("5,000 payments" in remark for remark in made.remarks)
    assert batch(made).get("AttachmentCount") == "0"
    small = sar(whole(), PROFILE)
    assert batch(small).get("AttachmentCount") == "1"
    assert texts(batch(small), "OriginalAttachmentFileName") == ["TGL-2025-0001-payments.TLP-AMBER-STRICT.csv"]
    assert "TGL-2025-0001-payments.TLP-AMBER-STRICT.csv" in small.files


def test_the_numbers_that_fincen_demands_are_asked_for():
    made = sar(dossier(), PROFILE)
    assert any(fault.where == "filer.ids.transmitter_control_code" for fault in made.faults)


@given(one=dossiers())
@settings(max_examples=60)
def test_any_dossier_is_valid_or_refused_with_reasons(one):
    one = one.model_copy(update={"filer": whole().filer})
    made = sar(one, PROFILE)
    if made.refused:
        assert not made.files
        assert all(fault.where and fault.expected for fault in made.faults)
        return
    root = batch(made)
    assert SCHEMA.validate(root)
    for part in subject_parties(root):
        assert not one.the_subject.protected or part.findtext("f:PurchaserSenderIndicator", None, NS) != "Y"
    assert sar(one, PROFILE) == made
