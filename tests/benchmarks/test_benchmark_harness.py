"""The harness counts what a process took, and says so without naming the machine."""

from __future__ import annotations

import platform
import sys
from pathlib import Path

import polars as pl
import pytest
from benchmarks.__main__ import chosen
from benchmarks.entries import Entry, entries
from benchmarks.report import Measured

from benchmarks import payments, report, timing
from tanglaw.payments.columns import CHECKED_SCHEMA, REQUIRED


def test_time_memory_and_words_of_a_process_are_taken() -> None:
    code = "import time; b = bytearray(b'x' * 200_000_000); time.sleep(1); print('{\"seconds\": {\"read\": 1.5}}')"
    taken = timing.run((sys.executable, "-c", code))
    assert 0 < taken.cpu < 60
    assert taken.seconds > 0
    assert taken.peak > 200_000_000
    assert 200_000_000 < taken.held <= taken.peak
    assert taken.says == {"seconds": {"read": 1.5}}
    assert taken.failure == ""


def test_failure_is_kept_in_its_own_last_words() -> None:
    assert timing.run((sys.executable, "-c", "raise SystemExit('no such file')")).failure == "no such file"
    assert timing.run((sys.executable, "-c", "raise SystemExit(3)")).failure == "exit status 3"


def test_payments_keep_the_contract_and_the_seed(tmp_path: Path) -> None:
    payments.write(2_000, tmp_path / "a.parquet")
    payments.write(2_000, tmp_path / "a.csv")
    frame = pl.read_parquet(tmp_path / "a.parquet")
    assert set(REQUIRED) <= set(frame.columns) <= set(CHECKED_SCHEMA)
    assert frame["payment_id"].is_unique().all()
    assert frame["executed_at"].is_sorted()
    assert (frame["amount"] > 0).all()
    assert frame.equals(pl.concat(payments.batches(2_000)))
    assert pl.read_csv(tmp_path / "a.csv").height == 2_000


def measured(name: str, seconds: float, peak: int, results: Path | None = None, **says: object) -> Measured:
    entry = Entry(name, "something", ("true",), report.AIM_PAYMENTS, results=results)
    return Measured(entry, timing.Timing(seconds, seconds, peak, dict(says)), {"read": seconds / 2})


@pytest.mark.parametrize(
    ("seconds", "peak", "verdict"),
    [(59, 4 << 30, "Reached: 59 s, 4.00 GiB."), (61, 1 << 30, "Not reached: 61 s"), (30, 5 << 30, "Not reached")],
)
def test_page_says_whether_the_aim_was_reached(seconds: float, peak: int, verdict: str) -> None:
    runs = [measured("tanglaw detect", seconds, peak, Path("out")), measured("bare Polars group-by", 10, 1 << 30)]
    page = report.page({report.AIM_PAYMENTS: runs})
    assert verdict in page
    assert f"| {seconds / 10:.1f}× |" in page
    assert "| read |" in page
    assert platform.node() not in page.replace(platform.system(), "")
    assert str(Path.home()) not in page


def test_page_tells_the_product_with_and_without_the_extra_and_how_both_grow() -> None:
    small = [measured(name, 5, 1 << 30, Path("out")) for name in ("tanglaw detect", "tanglaw detect with Splink")]
    large = [
        measured(name, seconds, 3 << 30, Path("out"))
        for name, seconds in (("tanglaw detect", 50), ("tanglaw detect with Splink", 100))
    ]
    page = report.page({1_000_000: small, report.AIM_PAYMENTS: large})
    assert "Reached: 50 s, 3.00 GiB. 1,000,000 payments: 5 s, 1.00 GiB; 10,000,000 take 10.0 times as long" in page
    assert "Tanglaw detect with Splink: not reached: 100 s" in page
    assert "3.0 times the memory" in page


def test_page_tells_growth_beyond_the_aim() -> None:
    aimed, beyond = (
        [measured("tanglaw detect", seconds, memory << 30, Path("out"))] for seconds, memory in ((50, 2), (600, 3))
    )
    page = report.page({report.AIM_PAYMENTS: aimed, 100_000_000: beyond})
    assert "100,000,000 payments: 600 s, 3.00 GiB; 100,000,000 take 12.0 times as long as 10,000,000" in page
    assert "1.5 times the memory" in page


def test_one_entry_is_chosen_by_its_name_several_by_a_part_of_it() -> None:
    every = [Entry(name, "x", ("true",), 1) for name in ("tanglaw detect", "tanglaw detect with Splink", "engine")]
    assert [entry.name for entry in chosen(every, "tanglaw detect")] == ["tanglaw detect"]
    assert len(chosen(every, "detect")) == 2
    assert chosen(every, "") == every


def test_every_person_has_a_phone_of_their_own_however_many_payments_there_are() -> None:
    frame = pl.concat(payments.batches(60_000))
    for role in ("originator", "beneficiary"):
        parties = frame.unique(f"{role}_id")
        shared = parties[f"{role}_phone"].is_duplicated().mean()
        assert isinstance(shared, float)
        assert 0.05 < shared < 0.25
    assert frame.unique("originator_id")["originator_device"].is_duplicated().any()


def test_page_sets_paces_side_by_side() -> None:
    peer = Measured(Entry("snapml GraphFeaturePreprocessor", "x", ("true",), 100), timing.Timing(10, 20, 1), {})
    product = Measured(Entry("tanglaw detect", "x", ("true",), 1_000), timing.Timing(20, 40, 1), {})
    bare = Measured(Entry("bare Polars group-by", "x", ("true",), 1_000), timing.Timing(2, 8, 1), {})
    page = report.page({1_000: [product, bare, peer]})
    assert "tanglaw detect takes 5.0× as many payments a second as snapml GraphFeaturePreprocessor." in page
    assert "| 50 | 10.0× | 5.0× |" in page
    assert "| 10 | 50.0× | 25.0× |" in page
    assert "takes" not in report.page({1_000: [bare, peer]})


def test_page_names_what_failed_what_lacked_and_what_differs() -> None:
    failed = Measured(Entry("a", "x", ("true",), 10), timing.Timing(1, 1, 1, failure="no such command"), {})
    lacking = Measured(Entry("b", "x", ("true",), 10, lacking="snapml"), None, {})
    engines = [measured("local", 1, 1, seal=1), measured("spark", 1, 1, seal=2)]
    page = report.page({10: [failed, lacking, *engines]}, busy=3.0)
    assert "a failed: no such command" in page
    assert "b (snapml)" in page
    assert "Results of local, spark: NOT equal." in page
    assert "not idle" in page


def test_peer_is_optional_and_gets_few_payments(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    found = {entry.name: entry for entry in entries(Path("p.parquet"), 10_000_000, Path())}
    peer = found["snapml GraphFeaturePreprocessor"]
    assert "snapml" in peer.lacking
    assert peer.payments == 300_000
    assert found["tanglaw detect"].lacking == ""
