"""`tanglaw patterns diff`: what differs between two folders of pattern files, said in words and nats."""

from __future__ import annotations

import json
import math
import re
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tanglaw.cli.main import build
from tanglaw.inference.baseline import FLOOR
from tanglaw.patterns.loading import LIBRARY

CHOSEN = ("family_support", "livestream_purchase", "facilitation")


def run(*arguments: object):
    return CliRunner().invoke(build(), ["patterns", "diff", *map(str, arguments)])


@pytest.fixture
def folders(tmp_path, monkeypatch) -> tuple[Path, Path]:
    """Two folders: the second has one pattern less and others changed."""
    monkeypatch.chdir(tmp_path)
    one, two = Path("one"), Path("two")
    for folder in (one, two):
        folder.mkdir()
        for name in CHOSEN:
            shutil.copy(LIBRARY / f"{name}.yaml", folder)
    (two / "facilitation.yaml").unlink()
    text = (two / "livestream_purchase.yaml").read_text(encoding="utf-8")
    found = re.search(r"  median_usd:\n    shares: \{(.*?)\}\n", text)
    assert found
    bands = [cell.split('": ')[0].strip(' "') for cell in found.group(1).split(", ")]
    shares = [0.2, *[round(0.8 / (len(bands) - 1), 6)] * (len(bands) - 1)]
    cells = ", ".join(f'"{band}": {share}' for band, share in zip(bands, shares, strict=True))
    text = text.replace(found.group(0), f"  median_usd:\n    shares: {{{cells}}}\n")
    text = re.sub(r"urgency: [\d.]+", "urgency: 0.77", text)
    text = re.sub(r"(prior:\n  share: )[\d.e-]+", r"\g<1>0.0123", text)
    (two / "livestream_purchase.yaml").write_text(text, encoding="utf-8")
    return one, two


def test_everything_that_differs_is_told_in_words(folders, golden):
    said = run(*folders).output
    golden("learning/difference.txt", re.sub(r"\d[\d.]*(?= %)|[+-]\d+\.\d\d", "9", re.sub(r" {2,}", "  ", said)))


def test_nats_are_those_of_the_two_shares_and_the_way_back_is_the_same(folders):
    there = json.loads(run(*folders, "--json").output)
    back = json.loads(run(*reversed(folders), "--json").output)
    assert there["only_first"] == back["only_second"] == ["facilitation"]
    assert there["natures"][0].startswith("urgency of livestream_purchase:")
    assert {change["measure"] for change in there["changes"]} == {"median_usd"}
    for one, two in zip(there["changes"], back["changes"], strict=True):
        assert one["nats"] == pytest.approx(math.log((one["after"] + FLOOR) / (one["before"] + FLOOR)), abs=1e-4)
        assert (one["band"], one["nats"]) == (two["band"], -two["nats"])


def test_a_folder_does_not_differ_from_itself(folders):
    assert "nothing differs" in run(folders[0], folders[0]).output
