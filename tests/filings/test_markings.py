"""Every export says how it may be handled, inside or, where its form has no place for that, in its name."""

import io
import zipfile

import pytest
from tests.filings.invented import dossier

from tanglaw.filings.dossier.markings import Markings
from tanglaw.filings.filing import FORMS, render
from tanglaw.filings.profiles.loading import load_profile

PROFILES = ("goaml-generic", "fincen-sar", "str-generic", "str-au", "str-ph")
"""One of each way to write; goAML's countries differ in codes alone."""

IDS = {"goaml_rentity_id": "1234", "ein": "123456789", "transmitter_control_code": "PBSA0001",
       "transmitter_ein": "123456789", "regulator": "7", "institution_type": "4"}  # fmt: skip


def whole(**changes):
    plain = dossier(**changes)
    return plain.model_copy(update={"filer": plain.filer.model_copy(update={"ids": IDS})})


def texts(name, data):
    """Give a file's name and all text in it, the parts of archives too."""
    yield name
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for part in archive.namelist():
                yield archive.read(part).decode(errors="replace")
    else:
        yield data.decode(errors="replace")


def marked(name, data, tlp):
    in_name = tlp.replace(":", "-").replace("+", "-")
    return in_name in name or any(tlp in text.replace("&#43;", "+") for text in texts(name, data))


@pytest.mark.parametrize("tlp", ["TLP:RED", "TLP:AMBER+STRICT"])
@pytest.mark.parametrize("profile", PROFILES)
def test_every_file_of_every_profile_carries_the_marking(profile, tlp):
    chosen = load_profile(profile)
    made = render(whole(markings=Markings(tlp=tlp)), chosen.form, chosen)
    assert made.files
    assert [name for name, data in made.files.items() if not marked(name, data, tlp)] == []


@pytest.mark.parametrize("form", sorted(set(FORMS) - {"goaml", "fincen", "str"}))
def test_every_other_form_does_too(form):
    made = render(whole(markings=Markings(tlp="TLP:RED")), form, None)
    assert [name for name, data in made.files.items() if not marked(name, data, "TLP:RED")] == []


def test_a_sar_warns_at_the_end_of_its_narrative():
    made = render(whole(), "fincen", load_profile("fincen-sar"))
    text = made.files["TGL-2025-0001.xml"].decode()
    assert "Handling: TLP:AMBER+STRICT. Nobody may tell the people named here" in text


def test_the_longest_name_is_one_that_fincen_takes():
    made = render(whole(reference="R" * 300), "fincen", load_profile("fincen-sar"))
    assert made.faults == ()
    assert max(len(name) for name in made.files) == 150
