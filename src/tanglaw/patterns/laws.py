"""The laws between a pattern file's keys, and between it and the measures that exist.

They look at the data as read, not at the validated form, so that they speak even when some other key is wrong.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from typing import Final

from tanglaw.patterns.marked import Data, Marked
from tanglaw.patterns.pattern import Catalogue
from tanglaw.patterns.placed_fault import PlacedFault, quoted
from tanglaw.patterns.schema_faults import closest

_NEEDS_PROTECTION: Final = re.compile(r"\b(victims?|minors?|child|children)\b", re.IGNORECASE)

Law = Callable[[dict[str, Data], Marked, Catalogue], Iterator[PlacedFault]]


def measures_must_exist(data: dict[str, Data], marked: Marked, catalogue: Catalogue) -> Iterator[PlacedFault]:
    """Every measure is one that is taken of this role."""
    role, expects = data.get("role"), data.get("expects")
    known = sorted(measure for owner, measure in catalogue if owner == role)
    if not known or not isinstance(expects, dict):
        return
    for measure in expects:
        if measure in known:
            continue
        others = sorted(owner for owner, name in catalogue if name == measure)
        hint = f"It is a measure of the {others[0]}." if others else closest(measure, known)
        at = marked.key_at(("expects", measure))
        yield marked.fault(at, f"the measure {quoted(measure)}", f"a measure of the {role}", hint)


def bands_must_exist(data: dict[str, Data], marked: Marked, catalogue: Catalogue) -> Iterator[PlacedFault]:
    """Every band is one of its measure's; when all are named, their shares sum to 1."""
    for measure, shares, bands in _known_shares(data, catalogue):
        for band in shares:
            if band not in bands:
                at = marked.key_at(("expects", measure, "shares", band))
                expected = f"one of {', '.join(map(quoted, bands))}"
                near = closest(band, list(bands))
                hint = near if near.startswith("Did") else ""
                yield marked.fault(at, f"the band {quoted(band)} of {quoted(measure)}", expected, hint)
        total = _total(shares)
        if set(bands) == set(shares) and total is not None and total < 1 - 1e-6:
            at = marked.value_at(("expects", measure, "shares"))
            found = f"shares of every band that sum to {total:.6g}"
            yield marked.fault(at, found, "1", "Leave a band out for the rest to go to, or complete the sum.")


def victims_must_be_protected(data: dict[str, Data], marked: Marked, _: Catalogue) -> Iterator[PlacedFault]:
    """Where the account holder may be a victim or a minor, the pattern says ``protect: true``."""
    holder, protect = data.get("account_holder"), data.get("protect")
    if data.get("kind") != "pattern" or protect is not False or not isinstance(holder, str):
        return
    word = _NEEDS_PROTECTION.search(holder)
    if word:
        found = f'protect: false, though account_holder speaks of a "{word.group(0)}"'
        yield marked.fault(marked.value_at(("protect",)), found, "protect: true", "Names are then masked by default.")


def ordinary_must_not_raise_leads(data: dict[str, Data], marked: Marked, _: Catalogue) -> Iterator[PlacedFault]:
    """An ordinary explanation makes no lead, so it can neither be protected nor urgent."""
    if data.get("kind") != "ordinary":
        return
    if data.get("protect") is True:
        mend = "Only patterns make leads; write false, or kind: pattern."
        yield marked.fault(marked.value_at(("protect",)), "protect: true in an ordinary explanation", "false", mend)
    if data.get("urgency"):
        mend = "Leave urgency out; only leads are urgent."
        yield marked.fault(marked.value_at(("urgency",)), "urgency in an ordinary explanation", "none", mend)


def only_the_ordinary_or_protected_are_harmed(
    data: dict[str, Data], marked: Marked, _: Catalogue
) -> Iterator[PlacedFault]:
    """Who is harmed is not put under review: a pattern with ``harmed: true`` protects."""
    if data.get("harmed") is True and data.get("kind") == "pattern" and data.get("protect") is False:
        mend = "Write protect: true, or leave harmed out."
        yield marked.fault(marked.value_at(("harmed",)), "harmed: true with protect: false", "protect: true", mend)


LAWS: Final[tuple[Law, ...]] = (
    measures_must_exist,
    bands_must_exist,
    victims_must_be_protected,
    ordinary_must_not_raise_leads,
    only_the_ordinary_or_protected_are_harmed,
)


def warn_of_shut_bands(data: dict[str, Data], marked: Marked, catalogue: Catalogue) -> Iterator[PlacedFault]:
    """Warn when a band is left no share at all: one payment there would speak against the pattern without bound."""
    for measure, shares, bands in _known_shares(data, catalogue):
        at = marked.value_at(("expects", measure, "shares"))
        shut = [band for band in bands if shares.get(band) == 0]
        total = _total(shares)
        if total is not None and total > 1 - 1e-9:
            shut += [band for band in bands if band not in shares]
        if shut:
            found = f"no share left for {', '.join(map(quoted, shut))} of {quoted(measure)}"
            yield marked.fault(at, found, "some share for every band", "Leave a little: nothing is impossible.")


def _known_shares(
    data: dict[str, Data], catalogue: Catalogue
) -> Iterator[tuple[str, dict[str, Data], tuple[str, ...]]]:
    """Visit each expectation whose measure is known: measure, shares as read, bands."""
    role, expects = data.get("role"), data.get("expects")
    if not isinstance(role, str) or not isinstance(expects, dict):
        return
    for measure, entry in expects.items():
        shares = entry.get("shares") if isinstance(entry, dict) else None
        if isinstance(shares, dict) and (role, measure) in catalogue:
            yield measure, shares, catalogue[role, measure]


def _total(shares: dict[str, Data]) -> float | None:
    numbers = [share for share in shares.values() if isinstance(share, int | float) and not isinstance(share, bool)]
    return math.fsum(numbers) if len(numbers) == len(shares) else None
