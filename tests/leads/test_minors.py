"""A child is protected under every pattern; an adult as the pattern says, and so is who has no age on record."""

from __future__ import annotations

import pytest

from tanglaw.leads.minors import account_holder, is_minor, protects
from tanglaw.measures import catalogue
from tanglaw.patterns.loading import LIBRARY, load

PATTERNS = {pattern.id: pattern for pattern in load([LIBRARY], catalogue.bands()).patterns}


@pytest.mark.parametrize(("pattern", "measure"), [("livestream_purchase", "payer_age"), ("minor_purchase", "payer_age"),
                                                  ("extortion_collection", "receiver_age")])  # fmt: skip
def test_a_minor_by_the_records_is_protected_under_a_pattern_of_review(pattern, measure):
    assert protects(PATTERNS[pattern], {measure: 17.9})
    assert account_holder(PATTERNS[pattern], {measure: 17.9}).endswith("a minor by the records, to be protected")
    for facts in ({measure: 18.0}, {measure: None}, {}, {measure: 40.0, "youngest_receiver": 15.0}):
        assert not protects(PATTERNS[pattern], facts)
        assert account_holder(PATTERNS[pattern], facts) == PATTERNS[pattern].account_holder


def test_the_age_that_counts_is_the_account_holders_own():
    assert not is_minor("originator", {"receiver_age": 12.0})
    assert not is_minor("beneficiary", {"payer_age": 12.0})


def test_who_is_protected_by_the_pattern_is_called_what_the_pattern_says():
    victim = PATTERNS["extortion_victim"]
    assert protects(victim, {"payer_age": 40.0})
    assert account_holder(victim, {"payer_age": 15.0}) == victim.account_holder
