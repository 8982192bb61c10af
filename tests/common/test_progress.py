"""A long run says how it fares to whoever watches, and keeps the figures."""

from __future__ import annotations

import json
import time

import pytest

from tanglaw.common.progress import Progress


def test_quiet_when_nobody_watches(capfd: pytest.CaptureFixture[str]) -> None:
    with Progress() as progress, progress.stage("reading", total=10) as stage:
        stage.advance(10)
    assert capfd.readouterr() == ("", "")


def test_bar_on_stderr_names_stage_rows_and_rate(capfd: pytest.CaptureFixture[str]) -> None:
    with Progress(enabled=True) as progress, progress.stage("reading", total=1_000) as stage:
        time.sleep(0.01)
        stage.advance(1_000)
    captured = capfd.readouterr()
    assert captured.out == ""
    assert "reading" in captured.err
    assert "1,000 rows" in captured.err
    assert "/s" in captured.err


def test_stage_without_total_ends(capfd: pytest.CaptureFixture[str]) -> None:
    with Progress(enabled=True) as progress:
        with progress.stage("reading") as stage:
            stage.expect(7)
            stage.advance(7)
        with progress.stage("ranking"):
            pass
    assert "ranking" in capfd.readouterr().err


def test_seconds_and_rows_add_up_per_stage() -> None:
    with Progress(enabled=False) as progress:
        for _ in range(2):
            with progress.stage("reading") as stage:
                time.sleep(0.02)
                stage.advance(5)
        with progress.stage("ranking"):
            pass
    assert list(progress.seconds) == ["reading", "ranking"]
    assert progress.seconds["reading"] >= 0.04
    assert progress.rows == {"reading": 10, "ranking": 0}


def test_failed_stage_is_timed_too() -> None:
    progress = Progress(enabled=False)
    with pytest.raises(RuntimeError), progress, progress.stage("reading"):
        raise RuntimeError
    assert progress.seconds["reading"] > 0


def test_peak_memory_follows_what_was_held() -> None:
    before = Progress(enabled=False).peak_memory
    block = bytearray(b"x" * (before // 2))
    assert Progress(enabled=False).peak_memory > 10_000_000
    assert Progress(enabled=False).peak_memory >= len(block)


def test_lines_for_a_program_name_stage_rows_and_seconds(capfd: pytest.CaptureFixture[str]) -> None:
    with Progress(lines=True) as progress:
        with progress.stage("reading") as stage:
            for _ in range(1_000):
                stage.advance(3)
        with progress.stage("ranking"):
            pass
    captured = capfd.readouterr()
    said = [json.loads(line) for line in captured.err.splitlines()]
    assert captured.out == ""
    assert [(line["stage"], line["rows"]) for line in said if line["rows"] or line["stage"] == "ranking"][-3:] == [
        ("reading", 3_000), ("ranking", 0), ("ranking", 0),
    ]  # fmt: skip
    assert all(line["seconds"] >= 0 for line in said)
    assert len(said) < 100, "not a line a call"
