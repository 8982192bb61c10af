"""Accounts that share whatever they can: the caps bound the pairs, and comparing them in parts changes nothing."""

from __future__ import annotations

import polars as pl
import pytest

from tanglaw.identities import linking, resolving
from tanglaw.identities.details import collect
from tanglaw.identities.entities import PARTY_SCHEMA
from tanglaw.identities.resolving import resolve
from tanglaw.identities.sharing import MOST_SUBJECTS, share

_GIVEN = ("Ana", "Ben", "Carla", "Dan", "Elena", "Felix", "Gina", "Hugo")


def _crowd(count: int, group: int) -> pl.DataFrame:
    """Groups that share a phone and a device, with as many names as one phone may have."""
    rows = [
        {
            "role": "originator", "subject_id": f"C-{n:05}", "name": f"{_GIVEN[n % 8]} Dizon{chr(97 + n // group % 26)}",
            "birth_year": 1950 + n % 8 * 4, "phone": f"+63917{2_000_000 + n // group}", "country": "PH",
            "device": f"device-{n // group:05}", "first_seen": n,
        }
        for n in range(count)
    ]  # fmt: skip
    return pl.DataFrame(rows, schema_overrides=dict(PARTY_SCHEMA)).select(
        (pl.col(name) if name in rows[0] else pl.lit(None)).cast(dtype).alias(name)
        for name, dtype in PARTY_SCHEMA.items()
    )


def test_a_value_of_everybody_makes_no_pair_and_one_of_fifty_makes_few_for_each() -> None:
    everybody = _crowd(400, 400)
    assert share(collect(everybody), "payers").pairs.is_empty()
    crowded = share(collect(_crowd(400, MOST_SUBJECTS)), "payers").pairs
    assert crowded.height == 400 * (MOST_SUBJECTS - 1) // 2


def test_pairs_compared_some_at_a_time_give_the_same_links(monkeypatch: pytest.MonkeyPatch) -> None:
    parties = _crowd(200, 10)
    whole = resolve(parties, probabilistic=False)
    for module in (linking, resolving):
        monkeypatch.setattr(module, "COMPARED_AT_ONCE", 7)
    parts = resolve(parties, probabilistic=False)
    assert whole.links.height > 100
    assert parts.links.equals(whole.links)
    assert parts.members.equals(whole.members)


def test_parties_may_be_read_role_by_role() -> None:
    parties = pl.concat([_crowd(60, 10), _crowd(60, 10).with_columns(role=pl.lit("beneficiary"))])
    asked = []

    def read(role: str) -> pl.DataFrame:
        asked.append(role)
        return parties.filter(role=role)

    found, expected = resolve(read, probabilistic=False), resolve(parties, probabilistic=False)
    assert asked == ["originator", "beneficiary"]
    assert found.links.equals(expected.links)
    assert found.members.equals(expected.members)
