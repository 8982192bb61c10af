"""The generic report fits its JSON Schema, its tables run nothing in a spreadsheet, and no text is cut."""

from __future__ import annotations

import csv
import io
import json

import jsonschema
import openpyxl
import pytest
from hypothesis import given, settings
from tests.filings.invented import dossier, payer, payment, receiver
from tests.filings.odd import dossiers

from tanglaw.filings.generic.rendering import generic
from tanglaw.filings.generic.report import json_schema
from tanglaw.filings.profiles.loading import load_profile

PROFILE = load_profile("str-generic")


def read_csv(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_the_json_is_as_reviewed_and_fits_its_schema(golden):
    made = generic(dossier(), PROFILE).checked("it")
    golden("filings/str.json", made.files["TGL-2025-0001.json"].decode())
    jsonschema.Draft202012Validator(json_schema()).validate(json.loads(made.files["TGL-2025-0001.json"]))


def test_the_schema_refuses_what_is_no_report():
    broken = json.loads(generic(dossier(), PROFILE).files["TGL-2025-0001.json"])
    del broken["subject"]
    assert not jsonschema.Draft202012Validator(json_schema()).is_valid(broken)


def test_the_published_schema_is_current(request):
    page = request.config.rootpath / "docs" / "filings-str.schema.json"
    assert json.loads(page.read_text(encoding="utf-8")) == json_schema(), (
        "python -m tanglaw.filings.generic.report > docs/filings-str.schema.json"
    )


def test_a_formula_stays_text_in_the_workbook_and_is_disarmed_in_the_csv():
    made = generic(dossier(payments=(payment(0, reference='=HYPERLINK("http://x")'),)), PROFILE)
    book = openpyxl.load_workbook(io.BytesIO(made.files["TGL-2025-0001.xlsx"]))
    cells = [
        cell for row in book["Payments"].iter_rows() for cell in row if cell.value and "HYPERLINK" in str(cell.value)
    ]
    assert [cell.data_type for cell in cells] == ["s"]
    assert cells[0].value == '=HYPERLINK("http://x")'
    rows = read_csv(made.files["TGL-2025-0001-payments.TLP-AMBER-STRICT.csv"])
    assert dict(zip(rows[0], rows[1], strict=True))["reference"].startswith("'=")


@pytest.mark.parametrize("name", ["str-au", "str-ph"])
def test_a_field_mapping_gives_the_authoritys_own_columns(name):
    profile = load_profile(name)
    assert not profile.verified
    assert profile.unverified
    made = generic(dossier(payments=tuple(payment(n, payment_id=f"T{n}") for n in range(3))), profile).checked("it")
    rows = read_csv(made.files[f"TGL-2025-0001-{name}.TLP-AMBER-STRICT.csv"])
    assert rows[0] == [column.name for column in profile.table.columns]
    assert len(rows) == 4
    assert "51.00" in rows[1]


def test_what_the_authority_demands_and_is_not_there_is_named():
    made = generic(dossier(parties=(payer(names=()), receiver()), ties=(), circles=()), load_profile("str-au"))
    assert "identifiedParty.fullName" in str(made.faults[0])
    assert not made.files


def test_a_value_too_long_is_refused_not_cut():
    made = generic(dossier(payments=(payment(0, payment_id="T" * 21),)), load_profile("str-ph"))
    assert "21 characters; expected at most 20 in TRANSACTION REFERENCE NO" in str(made.faults[0])
    huge = generic(dossier(payments=(payment(0, reference="r" * 40_000),)), PROFILE)
    assert "40,000 characters; expected at most 32,767 in a cell" in str(huge.faults[0])


def test_a_path_that_leads_nowhere_is_a_fault_of_the_profile():
    profile = load_profile("str-au")
    bad = profile.table.columns[0].model_copy(update={"source": "payment.colour"})
    made = generic(
        dossier(), profile.model_copy(update={"table": profile.table.model_copy(update={"columns": (bad,)})})
    )
    assert "the path payment.colour" in str(made.faults[0])


def test_five_thousand_payments_are_all_in_every_file():
    many = tuple(payment(number % 50, payment_id=f"N{number}") for number in range(5_000))
    made = generic(dossier(payments=many), PROFILE).checked("it")
    assert len(json.loads(made.files["TGL-2025-0001.json"])["payments"]) == 5_000
    assert len(read_csv(made.files["TGL-2025-0001-payments.TLP-AMBER-STRICT.csv"])) == 5_001


@given(one=dossiers())
@settings(max_examples=40)
def test_any_dossier_comes_out_whole_or_is_refused(one):
    made = generic(one, PROFILE)
    if made.refused:
        assert all(fault.where and fault.expected for fault in made.faults)
        return
    data = json.loads(next(text for name, text in made.files.items() if name.endswith(".json")))
    jsonschema.Draft202012Validator(json_schema()).validate(data)
    assert [p["reference"] for p in data["payments"]] == [p.reference for p in one.payments]
    assert [p["sent"]["amount"] for p in data["payments"]] == [str(p.sent.amount) for p in one.payments]
    assert generic(one, PROFILE) == made
