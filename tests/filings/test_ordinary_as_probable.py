"""Where an ordinary explanation is as probable as the pattern, the draft asks a person why it is reported all the same."""

from __future__ import annotations

import pytest
from tests.filings.invented import assessment, dossier

from tanglaw.filings.dossier.drafting import draft

ASKED = (
    "By what was measured it is at least as probable as the pattern: a person must say here why this is reported all "
    "the same."
)


def drafted(score: float, share: float) -> str:
    plain = assessment()
    ordinary = plain.ordinary.model_copy(update={"share": share})
    made = dossier(assessment=plain.model_copy(update={"score": score, "ordinary": ordinary}))
    return "\n".join(section.text for section in draft(made))


@pytest.mark.parametrize(("score", "share"), [(0.31, 0.31), (0.31, 0.44), (0.02, 0.9)])
def test_a_person_is_asked_to_say_why(score, share):
    assert drafted(score, share).count(ASKED) == 1


@pytest.mark.parametrize(("score", "share"), [(0.31, 0.309), (0.72, 0.12), (0.9, 0.0)])
def test_nobody_is_asked_where_the_pattern_is_more_probable(score, share):
    assert "at least as probable" not in drafted(score, share)


def test_without_an_ordinary_explanation_none_is_weighed():
    made = dossier(assessment=assessment(ordinary=None))
    text = "\n".join(section.text for section in draft(made))
    assert "No ordinary explanation was compared." in text
    assert "at least as probable" not in text
