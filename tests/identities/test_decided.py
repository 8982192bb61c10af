"""``--links``: what people decided about who is who."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from tanglaw.common.errors import FaultsError
from tanglaw.identities.decided import read_links

HEAD = "role,subject_id,other_subject_id,level,decision\n"


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "links.csv"
    path.write_text(HEAD + text, encoding="utf-8")
    return path


def test_decisions_are_read_with_the_smaller_id_first(tmp_path):
    decided = read_links(written(tmp_path, "beneficiary,R-2,R-1,person,join\noriginator, C-1 ,C-2,household,split\n"))
    assert decided.pairs.rows() == [
        ("beneficiary", "R-1", "R-2", "person", "join"),
        ("originator", "C-1", "C-2", "household", "split"),
    ]
    assert decided.of("join").rows() == [("beneficiary", "R-1", "R-2", "person")]


def test_parquet_is_read_too(tmp_path):
    csv = written(tmp_path, "beneficiary,R-2,R-1,person,join\n")
    parquet = tmp_path / "links.parquet"
    pl.read_csv(csv).write_parquet(parquet)
    assert read_links(parquet).pairs.equals(read_links(csv).pairs)


def test_all_faults_are_told_at_once(tmp_path):
    path = written(
        tmp_path,
        "receiver,R-1,R-2,person,join\nbeneficiary,,R-2,persn,join\nbeneficiary,R-3,R-3,person,joined\n"
        "beneficiary,R-4,R-5,person,join\nbeneficiary,R-5,R-4,person,split\n"
        "beneficiary,R-6,R-7,person,join\nbeneficiary,R-6,R-7,household,split\n",
    )
    with pytest.raises(FaultsError) as caught:
        read_links(path)
    said = str(caught.value)
    for words in (":2: found the role 'receiver'", ":3: found the level 'persn'", "Did you mean person?", ":3: found an empty",
                  ":4: found R-3 on both sides", ":6: found R-5 and R-4 both joined and split", "one person, two households"):  # fmt: skip
        assert words in said


def test_a_split_between_people_joined_through_a_third_is_a_fault(tmp_path):
    path = written(tmp_path, "beneficiary,A,B,person,join\nbeneficiary,B,C,person,join\nbeneficiary,A,C,person,split\n")
    with pytest.raises(FaultsError, match="A and C split, yet joined through others"):
        read_links(path)


@pytest.mark.parametrize("content", ["", "a,b\n1,2\n", "\x00\xff"])
def test_other_files_are_refused_in_words(tmp_path, content):
    path = tmp_path / "links.csv"
    path.write_bytes(content.encode("latin-1"))
    with pytest.raises(FaultsError, match="The decided links cannot be used"):
        read_links(path)
    with pytest.raises(FaultsError, match="no such file"):
        read_links(tmp_path / "nothing.csv")
