"""`tanglaw patterns`: what a person sees, and what a program reads."""

from __future__ import annotations

import json
from dataclasses import dataclass

import pytest
from typer.testing import CliRunner

from tanglaw.cli.main import build
from tanglaw.common.errors import FaultsError, UsageError
from tanglaw.patterns import catalogue as catalogue_module
from tanglaw.patterns import document, loading

ORDINARY = """\
id: family_support
kind: ordinary
role: originator
title: Support of family abroad
summary: Regular sums to kin.
account_holder: anybody
protect: false
prior: {share: 0.55, mark: assumed, source: "Most remittances are family support"}
expects:
  distinct_receivers:
    shares: {"1": 0.6, "2-3": 0.3}
    mark: assumed
    source: "Few relatives receive"
tells_apart: Payday rhythm and kin.
"""
VICTIM = """\
id: minor_recipient
kind: pattern
role: beneficiary
title: A child who is paid | for material
summary: Adults pay a child.
account_holder: a victim
protect: true
urgency: 0.9
prior: {share: 0.0001, mark: assumed, source: "No prevalence is published"}
expects:
  distinct_payers:
    shares: {"4+": 0.7}
    mark: published
    source: "FATF 2025"
tells_apart: Age.
"""


@dataclass(frozen=True)
class Taken:
    id: str
    role: str
    label: str
    unit: str
    bands: tuple[str, ...]


@pytest.fixture
def library(folder, good, catalogue, monkeypatch):
    """A library of three patterns and measures to go with them, in the place of Tanglaw's own."""
    labels = {"median_usd": ("median payment", "US$"), "distinct_receivers": ("distinct receivers", "receivers")}
    measures = [
        Taken(name, role, *labels.get(name, (name.replace("_", " "), "")), bands)
        for (role, name), bands in catalogue.items()
    ]
    monkeypatch.setattr(catalogue_module, "known_measures", lambda: measures)
    monkeypatch.setattr(loading, "LIBRARY", folder(live=good, family=ORDINARY, child=VICTIM))
    return measures


def run(*arguments: object):
    return CliRunner().invoke(build(), ["patterns", *map(str, arguments)])


def test_the_list_is_shown_when_nothing_else_is_asked(library, golden):
    assert run().output == run("list").output
    golden("patterns/list.txt", "\n".join(line.rstrip() for line in run().output.splitlines()) + "\n")


def test_one_is_explained_with_every_figure_and_source(library, golden):
    golden("patterns/show.txt", run("show", "livestream_purchase").output)
    golden("patterns/show_ordinary.txt", run("show", "family_support").output)


def test_the_page_names_every_figure_and_source(library, golden, catalogue):
    golden("patterns/document.md", document.render(loading.load([loading.LIBRARY], catalogue), library))


def test_an_unknown_id_is_bad_usage(library):
    assert isinstance(run("show", "minor").exception, UsageError)


def test_sound_files_pass(library):
    result = run("check")
    assert (result.exit_code, result.output) == (0, "3 patterns and ordinary explanations: no fault.\n")


def test_a_folder_of_ones_own_adds_to_the_library(library, tmp_path):
    own = tmp_path / "own"
    own.mkdir()
    (own / "mine.yaml").write_text(ORDINARY.replace("family_support", "my_explanation").replace("0.55", "0.1"))
    assert "4 patterns" in run("check", "--patterns", own).output
    assert "my_explanation" in run("--patterns", own).output
    assert run("show", "my_explanation", "--patterns", own).exit_code == 0


def test_every_fault_of_every_file_is_pointed_at(library, tmp_path, golden):
    own = tmp_path / "own"
    own.mkdir()
    (own / "a.yaml").write_text(ORDINARY.replace("2-3", "2-4").replace("protect", "protected"))
    (own / "b.yaml").write_text(VICTIM.replace("protect: true", "protect: false").replace("0.7}", '0.7, "1": 2}'))
    result = run("check", "--patterns", own)
    assert result.exit_code == 1
    golden("patterns/check.txt", result.output)
    faults = json.loads(run("check", "--patterns", own, "--json").output)["faults"]
    assert {fault["file"] for fault in faults} == {"own/a.yaml", "own/b.yaml"}
    assert all(fault["place"]["line"] for fault in faults)
    assert isinstance(run("list", "--patterns", own).exception, FaultsError)


def test_a_program_reads_json(library):
    rows = json.loads(run("--json").output)
    assert [row["id"] for row in rows] == ["livestream_purchase", "family_support", "minor_recipient"]
    assert rows[0]["published"] == rows[0]["assumed"] == 1
    shown = json.loads(run("show", "minor_recipient", "--json").output)
    assert shown["expects"][0]["shares"] == [["4+", 0.7]]
