"""Whatever a pattern file holds, it is read or its faults are told; nothing else is ever raised."""

from __future__ import annotations

import json

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tanglaw.patterns.loading import read_pattern
from tanglaw.patterns.placed_fault import PlacedFault

KEYS = ["id", "kind", "role", "title", "summary", "account_holder", "protect", "urgency", "prior", "share", "mark"]
KEYS += ["source", "expects", "median_usd", "night_share", "shares", "10-25", "none", "reason", "tells_apart"]
VALUES = ["pattern", "ordinary", "originator", "published", "assumed", True, False, 0.5, 0, 1, "{value}", "{", "victim"]

keys = st.sampled_from(KEYS) | st.text(max_size=8)
values = st.sampled_from(VALUES) | st.text(max_size=8) | st.floats() | st.integers() | st.none() | st.booleans()
trees = st.recursive(
    values, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=8), max_leaves=30
)
text = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=60).filter(str.strip)
share = st.floats(0.0, 0.3)


def check(raw: bytes, catalogue) -> None:
    pattern, marked, _ = read_pattern(raw, "any.yaml", catalogue)
    assert (pattern is None) == bool(marked.faults)
    for fault in marked.faults:
        assert isinstance(fault, PlacedFault)
        assert fault.place.line >= 1
        assert fault.pointed().encode()


@given(raw=st.binary(max_size=300))
def test_any_bytes(raw, catalogue):
    check(raw, catalogue)


@given(raw=st.text(alphabet=st.sampled_from("ab:{}[]&*!|>-?#%'\"\\, \n\t0Uxu.~é\u2028\x85"), max_size=60))
def test_any_punctuation(raw, catalogue):
    check(raw.encode(), catalogue)


@given(tree=trees)
@settings(max_examples=200)
def test_any_tree(tree, catalogue):
    check(yaml.safe_dump(tree, allow_unicode=True).encode("utf-8", "replace"), catalogue)


@given(data=st.data())
@settings(max_examples=200)
def test_a_good_file_with_one_part_replaced(data, catalogue, good):
    tree = yaml.safe_load(good)
    spots = [
        tree,
        tree["prior"],
        tree["expects"],
        tree["expects"]["median_usd"],
        tree["expects"]["median_usd"]["shares"],
    ]
    spot = data.draw(st.sampled_from(spots))
    spot[data.draw(st.sampled_from(sorted(spot)))] = data.draw(trees)
    check(yaml.safe_dump(tree, allow_unicode=True).encode("utf-8", "replace"), catalogue)


@given(
    title=text,
    source=text,
    summary=text,
    urgency=st.floats(0, 1),
    prior=st.floats(0, 1, exclude_min=True, exclude_max=True),
    shares=st.dictionaries(st.sampled_from(["under 10", "10-25", "25-50"]), share, min_size=1),
    protect=st.booleans(),
)
def test_what_is_valid_comes_back_as_it_was_written(title, source, summary, urgency, prior, shares, protect, catalogue):
    tree = {
        "id": "any_pattern", "kind": "pattern", "role": "originator", "title": title, "summary": summary,
        "account_holder": "subject of review", "protect": protect, "urgency": urgency, "tells_apart": source,
        "prior": {"share": prior, "mark": "assumed", "source": source},
        "expects": {"median_usd": {"shares": shares, "mark": "published", "source": source}},
    }  # fmt: skip
    raw = json.dumps(tree, ensure_ascii=False).encode()  # JSON is YAML
    pattern, marked, _ = read_pattern(raw, "any.yaml", catalogue)
    assert not marked.faults
    assert pattern is not None
    assert pattern.title == " ".join(title.split())
    assert (pattern.urgency, pattern.prior.share, pattern.protect) == (urgency, prior, protect)
    assert dict(pattern.expects[0].shares) == shares
    again, _, _ = read_pattern(raw, "other.yaml", catalogue)
    assert again is not None
    assert again.sha256 == pattern.sha256
