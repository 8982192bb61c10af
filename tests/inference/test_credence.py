"""How much each measure is believed: every measure named, none above its likelihood ratio, read strictly."""

from __future__ import annotations

import numpy as np
import pytest
from tests.inference.invented import MEASURES, subjects

from tanglaw.common.errors import FaultsError
from tanglaw.inference import families
from tanglaw.inference.credence import FILE, MOST, credence, library_credence, library_text, read_credence
from tanglaw.inference.evidence import gather
from tanglaw.inference.families import ACROSS, weights
from tanglaw.measures import catalogue

ROLES = ("originator", "beneficiary")


def faults(text: str) -> list[str]:
    with pytest.raises(FaultsError) as error:
        read_credence(text.encode(), FILE)
    return [str(fault) for fault in error.value.faults]


def test_every_measure_is_named_on_its_side():
    held = library_credence()
    assert {role: list(held[role]) for role in ROLES} == {
        role: [measure.id for measure in catalogue.of_role(role)] for role in ROLES
    }


def test_no_word_says_more_than_its_likelihood_ratio():
    assert MOST * ACROSS <= 1
    assert all(0 <= factor <= MOST for role in ROLES for factor in library_credence()[role].values())


def test_a_measure_of_which_nothing_is_said_counts_one():
    assert credence(MEASURES).tolist() == [1.0, 1.0, 1.0, library_credence()["originator"]["payments"]]


def test_a_weight_is_the_family_share_times_the_credence(monkeypatch):
    evidence = gather(subjects(2), MEASURES)
    plain = weights(evidence) / credence(MEASURES)
    monkeypatch.setattr(families, "credence", lambda _: np.array([0.5, 1.0, 1.4, 0.0]))
    assert weights(evidence) == pytest.approx(plain * [0.5, 1.0, 1.4, 0.0])


def test_every_fault_is_told_at_once_with_its_line():
    found = faults("payers:\n  payer_agee: 1.0\n  night_share: -1\n  handles: often\nreceiver: {}\n")
    text = "\n".join(found)
    assert '"payer_agee"' in text
    assert "payer_age" in text
    assert f"{FILE}:3" in text
    assert f"{FILE}:4" in text
    assert "receivers" in text


def test_more_than_the_most_is_refused():
    assert any("3" in fault for fault in faults("payers: {night_share: 3}\nreceivers: {}\n"))


@pytest.mark.parametrize("text", ["", "- a\n", "payers: [1]\nreceivers: {}\n", "payers: {night_share: 1}\n  x: [\n"])
def test_what_is_no_such_file_is_refused(text):
    assert faults(text)


def test_the_file_that_comes_along_is_read_as_it_stands():
    assert read_credence(library_text(), FILE) == library_credence()
