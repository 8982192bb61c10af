"""What a plain install brings is under licences that anybody may build on, and docs/licences.md says so."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FORBIDDEN = re.compile(r"(?<![A-Z])A?GPL|(?<!Lesser )General Public|Affero", re.IGNORECASE)
LESSER = {"pycountry"}


@pytest.fixture(scope="module")
def licences():
    spec = importlib.util.spec_from_file_location("licences", ROOT / "scripts" / "licences.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def page(licences):
    return licences.rows(licences.PAGE.read_text(encoding="utf-8"))


def test_every_locked_package_is_on_the_page_and_no_other(licences, page):
    assert list(page) == licences.locked(), "run scripts/licences.py and review the diff"
    assert len(page) > 20


def test_the_page_says_what_the_packages_say_of_themselves(licences, page):
    installed = {name: said for name in page if (said := licences.licence(name)) is not None}
    assert len(installed) > len(page) / 2
    assert {name: page[name] for name in installed} == installed, "run scripts/licences.py and review the diff"


def test_none_forbids_what_others_may_build_on_it(page):
    assert not {name: said for name, said in page.items() if FORBIDDEN.search(said)}
    assert {name for name, said in page.items() if re.search("LGPL|Lesser", said)} == LESSER
    assert not {name: said for name, said in page.items() if said in {"not declared", "not installed here", ""}}


@pytest.mark.parametrize(
    "said", ["GPL-3.0-only", "AGPL-3.0", "GNU General Public License v3 (GPLv3)", "MIT AND GPL-2.0"]
)
def test_a_forbidden_licence_would_be_seen(said):
    assert FORBIDDEN.search(said)


@pytest.mark.parametrize("said", ["LGPL-2.1-only", "GNU Lesser General Public License v2 (LGPLv2)", "MIT"])
def test_a_permitted_licence_is_not_taken_for_one(said):
    assert not FORBIDDEN.search(said)
