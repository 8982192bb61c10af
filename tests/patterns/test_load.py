"""A good file is read whole; a bad one is told every fault at once, each where it stands."""

from __future__ import annotations

import pytest

from tanglaw.common.errors import FaultsError, UsageError
from tanglaw.patterns.loading import load
from tanglaw.patterns.placed_fault import PlacedFault


def faults_of(catalogue, *folders) -> list[PlacedFault]:
    with pytest.raises(FaultsError) as raised:
        load(folders, catalogue)
    return list(raised.value.faults)


def only_fault(catalogue, folder) -> PlacedFault:
    faults = faults_of(catalogue, folder)
    assert len(faults) == 1, faults
    return faults[0]


def test_a_good_file_is_read_whole(folder, good, catalogue):
    found = load([folder(a=good)], catalogue)
    pattern = found.get("livestream_purchase")
    assert (pattern.kind, pattern.role, pattern.protect, pattern.urgency) == ("pattern", "originator", False, 0.3)
    assert pattern.summary == "An adult pays small sums abroad."
    assert pattern.prior.share == 0.0003
    assert [entry.measure for entry in pattern.expects] == ["median_usd", "night_share"]
    value, night = pattern.expects
    assert value.shares == (("10-25", 0.2), ("25-50", 0.35))
    assert value.rest == pytest.approx(0.45)
    assert value.mark == "published"
    assert night.reason is None
    assert pattern.origin == "mine/a.yaml"
    assert not found.warnings


def test_patterns_come_in_one_order_whatever_the_files_are_called(folder, good, catalogue):
    ordinary = good.replace("id: livestream_purchase", "id: a_family").replace("kind: pattern", "kind: ordinary")
    ordinary = ordinary.replace("urgency: 0.3\n", "")
    found = load([folder(z=good, a=ordinary)], catalogue)
    assert [pattern.id for pattern in found] == ["livestream_purchase", "a_family"]
    assert found.of("beneficiary") == ()


def test_layout_and_comments_do_not_change_the_hash_but_figures_do(folder, good, catalogue):
    first = load([folder(a=good)], catalogue).hashes
    moved = "# a comment\n" + good.replace("urgency: 0.3\n", "").replace("id:", "urgency: 0.30\nid:")
    moved = moved.replace("An adult pays small", "An adult\n  pays small")
    assert load([folder(a=moved)], catalogue).hashes == first
    assert load([folder(a=good.replace("0.35", "0.36"))], catalogue).hashes != first


def test_an_unknown_id_names_the_closest(folder, good, catalogue):
    with pytest.raises(UsageError, match="livestream_purchase"):
        load([folder(a=good)], catalogue).get("livestream")


@pytest.mark.parametrize(
    ("old", "new", "line", "found", "mend"),
    [
        ("kind: pattern", "kind: patern", 2, '"patern" in "kind"', ""),
        ("role: originator", "rôle: originator", 1, 'no "role"', "Add role"),
        ("  median_usd:", "  median_eur:", 12, 'measure "median_eur"', 'Did you mean "median_usd"?'),
        ("  median_usd:", "  distinct_payers:", 12, 'measure "distinct_payers"', "beneficiary"),
        ('"10-25": 0.2', '"10-26": 0.2', 13, 'band "10-26"', 'Did you mean "10-25"?'),
        ("    mark: published", "    marked: published", 14, 'unknown key "marked"', 'Did you mean "mark"?'),
        ('"10-25": 0.2', '"10-25": -0.2', 13, "-0.2", ""),
        ('"10-25": 0.2', '"10-25": 1.2', 13, "1.2", ""),
        ('"10-25": 0.2', '"10-25": 20%', 13, '"20%"', "0.25, not 25%"),
        ('"10-25": 0.2', '"10-25": .nan', 13, '".nan"', ""),
        ('"10-25": 0.2', '"10-25": 0.9', 13, "sum to 1.25", ""),
        ('"25-50": 0.35', '"25-50": 0.3, under 10: 0.1, 50+: 0.1', 13, "sum to 0.7", "rest"),
        ("{value}", "{median}", 16, "{median}", ""),
        ("{value}", "{value.__class__}", 16, "{value.__class__}", ""),
        ("{value}", "{value", 16, "{", ""),
        ("share: 0.0003", "share: 1.5", 10, "1.5", ""),
        ("share: 0.0003", "share: 0", 10, "0", ""),
        ("urgency: 0.3", "urgency: 3", 9, "3", ""),
        ("protect: false", "protect: no", 8, '"no"', "true or false"),
        ("subject of review", "may be a minor", 8, '"minor"', "masked"),
        ("id: livestream_purchase", "id: Live stream", 1, '"Live stream"', ""),
        ("id: livestream_purchase", "id: 7", 1, '7 in "id"', "quotes"),
        ("title: Live", "title: &anchor Live", 4, "anchor", ""),
        ("title: Live", "title: !!python/name:os.system Live", 4, "tag", ""),
        ("tells_apart:", "role: originator\ntells_apart:", 21, '"role" a second time', ""),
        ("tells_apart:", "<<: {}\ntells_apart:", 21, '"<<"', ""),
        ("Kin are paid by day.", "''", 21, "nothing", ""),
        ("summary: >", "summary: [1]\nfoo: >", 5, "a list", ""),
        ("tells_apart: Kin", "tells_apart: \tKin: [", 21, "broken YAML", ""),
        ("Kin", "Kin \x07", 21, "U+0007", ""),
    ],
)
def test_each_fault_is_told_with_its_line_and_what_to_do(folder, good, catalogue, old, new, line, found, mend):
    assert old in good
    faults = faults_of(catalogue, folder(a=good.replace(old, new, 1)))
    fault = next(fault for fault in faults if found in fault.found)
    assert fault.place.line == line
    assert fault.where == f"mine/a.yaml:{line}"
    assert mend in fault.mend
    assert fault.expected


def test_a_missing_source_is_a_fault(folder, good, catalogue):
    text = "\n".join(line for line in good.splitlines() if "AIC" not in line)
    fault = only_fault(catalogue, folder(a=text))
    assert fault.found == 'no "source" in "median_usd"'
    assert fault.place.line == 12


def test_an_ordinary_explanation_is_neither_protected_nor_urgent(folder, good, catalogue):
    text = good.replace("kind: pattern", "kind: ordinary").replace("protect: false", "protect: true")
    assert [fault.place.line for fault in faults_of(catalogue, folder(a=text))] == [8, 9]


def test_all_faults_of_all_files_come_at_once(folder, good, catalogue):
    one = (
        good.replace('"10-25": 0.2', '"10-25": 7')
        .replace("{value}", "{x}")
        .replace("some", "sum")
        .replace("none:", "nun:")
    )
    faults = faults_of(catalogue, folder(a=one, b=good, c=good.replace("prior:", "prio:"), d="- 1", e=b"\xff\xfe"))
    assert {fault.where.split(":")[0] for fault in faults} == {f"mine/{name}.yaml" for name in "abcde"}
    assert any("a second time" in fault.found and "mine/a.yaml:1" in fault.mend for fault in faults)
    assert len([fault for fault in faults if fault.file == "mine/a.yaml"]) == 3


def test_an_alias_bomb_is_refused_without_being_unfolded(folder, good, catalogue):
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
        for before, name in zip("abcdefghijk", "bcdefghijkl", strict=True)
    )
    faults = faults_of(catalogue, folder(a=bomb))
    assert any("alias *a" in fault.found for fault in faults)


@pytest.mark.parametrize(
    "raw", ["[" * 5000, "{a: " * 5000, "- " * 5000, "a: " + "x" * 300_000, '"\\UFFFFFFFF"', "%YAML 9.9\n---\n"]
)
def test_hostile_files_are_refused_quickly(folder, catalogue, raw):
    assert faults_of(catalogue, folder(a=raw))


def test_a_second_document_is_refused(folder, good, catalogue):
    assert "second document" in only_fault(catalogue, folder(a=good + "---\n" + good)).found


def test_folders_that_are_none_are_named(tmp_path, catalogue):
    (tmp_path / "empty").mkdir()
    faults = faults_of(catalogue, tmp_path / "empty", tmp_path / "gone")
    assert [fault.found for fault in faults] == ["no *.yaml file", "nothing"]


def test_what_is_probably_not_meant_is_a_warning_and_no_fault(folder, good, catalogue):
    certain = good.replace('"25-50": 0.35', '"25-50": 0.8')
    (warning,) = load([folder(a=certain)], catalogue).warnings
    assert warning.found == 'no share left for "under 10", "50+" of "median_usd"'
    assert warning.place.line == 13


def test_priors_of_one_role_that_exceed_one_are_a_warning(folder, good, catalogue):
    more = good.replace("0.0003", "0.6")
    found = load([folder(a=more, b=more.replace("id: live", "id: b_live"))], catalogue)
    assert [warning.found for warning in found.warnings] == ["priors of the originator that sum to 1.2"]


def test_a_fault_is_shown_with_a_caret_under_it(folder, good, catalogue, golden):
    text = good.replace('"10-25": 0.2', '"10-26": 0.2').replace("share: 0.0003", "share: 3")
    faults = faults_of(catalogue, folder(a=text))
    golden("patterns/pointed.txt", "\n\n".join(fault.pointed() for fault in faults) + "\n")
