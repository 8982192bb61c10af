"""What is said of practice worlds counts every world: where the network lowers one, or a victim stands, it is told."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from benchmarks.practice_page import PATTERNS, Seen, page


def seen(seed: int, network: float, victims: int = 0, labelled: float = 0.5) -> Seen:
    steps = {name: {"alone": 0.2, "identities": 0.3, "single": 0.4, "network": network} for name in PATTERNS}
    leads = {"victims": victims, "first": 10, "true": 8, "above_half": 0}
    verdict = {name: {"positives": 40, "ap": network} for name in PATTERNS}
    world = SimpleNamespace(name="lab-mixed", seed=seed)
    rule = {"by chance": 0.002, "anywhere": 0.01}
    played = SimpleNamespace(world=world, verdict=verdict, rule=rule, leads=leads, steps=steps)
    return Seen(played, dict.fromkeys(PATTERNS, (labelled, 0.9)))


def clean(above_half: int) -> SimpleNamespace:
    leads = {"victims": 0, "first": 0, "true": 0, "above_half": above_half}
    return SimpleNamespace(leads=leads, highest={"livestream_purchase": 0.21, "facilitation": 0.3})


def test_every_world_that_is_raised_counts_and_none_else():
    told = page([seen(1, 0.5), seen(2, 0.25), seen(3, 0.1)], [clean(0)], 100, (1, 2, 3))
    assert told.count("in 1 of 3 worlds over the figure with joined accounts, in 2 over accounts alone") == 2
    assert "(1, 2 and 3)" in told
    assert "Tanglaw is 10 to 50 times above it" in told
    assert "highest score 0.300; no leads at one half" in told
    for pattern in PATTERNS:
        assert f"`{pattern}`, average precision" in told


@pytest.mark.parametrize(("network", "level"), [(0.43, 1), (0.41, 0)])
def test_level_is_within_what_so_few_positives_can_tell(network, level):
    told = page([seen(1, network)], [clean(0)], 100, (1,))
    assert told.count(f"(within 0.08 or better) in {level} of 1, with its stacked form in 0;") == 2


def test_victims_among_the_leads_and_leads_without_the_crime_are_told():
    told = page([seen(1, 0.5, victims=2), seen(2, 0.5, victims=1)], [clean(4)], 100, (1, 2))
    assert "leads of each world: 3, in 2 worlds (20 leads in all, 16 true)" in told
    assert "4 leads at one half or more" in told
    assert "none, in" not in told
