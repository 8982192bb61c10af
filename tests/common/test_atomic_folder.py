"""A folder of results is written whole or not at all."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tanglaw.common.errors import TanglawError
from tanglaw.common.outputs import atomic_folder

SLOW_WRITER = """
import sys, time
from pathlib import Path
from tanglaw.common.outputs import atomic_folder
with atomic_folder(Path(sys.argv[1])) as folder:
    (folder / "leads.csv").write_text("half of it")
    print("writing", flush=True)
    time.sleep(60)
"""


def contents(folder: Path) -> dict[str, str]:
    """Every file below a folder, hidden ones too, and what it says."""
    return {str(path.relative_to(folder)): path.read_text() for path in sorted(folder.rglob("*")) if path.is_file()}


def start_slow_writer(out: Path) -> subprocess.Popen[str]:
    source = Path(__file__).parents[2] / "src"
    process = subprocess.Popen(
        [sys.executable, "-c", SLOW_WRITER, str(out)],
        env=os.environ | {"PYTHONPATH": str(source)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "writing\n"
    return process


def test_new_folder_appears_whole_with_its_parents(tmp_path: Path) -> None:
    out = tmp_path / "cases" / "may"
    with atomic_folder(out) as folder:
        (folder / "leads.csv").write_text("a lead")
        (folder / "parts").mkdir()
        (folder / "parts" / "0").write_text("part")
        assert not out.exists()
    assert contents(tmp_path) == {"cases/may/leads.csv": "a lead", "cases/may/parts/0": "part"}


def test_files_replace_their_namesakes_and_leave_others(tmp_path: Path) -> None:
    (tmp_path / "out" / "parts").mkdir(parents=True)
    (tmp_path / "out" / "leads.csv").write_text("old")
    (tmp_path / "out" / "parts" / "7").write_text("part of an older, larger run")
    (tmp_path / "out" / "notes.txt").write_text("the analyst's own")
    with atomic_folder(tmp_path / "out") as folder:
        (folder / "leads.csv").write_text("new")
        (folder / "parts").mkdir()
        (folder / "parts" / "0").write_text("part")
    assert contents(tmp_path) == {"out/leads.csv": "new", "out/notes.txt": "the analyst's own", "out/parts/0": "part"}


def test_file_and_folder_may_take_each_others_place(tmp_path: Path) -> None:
    (tmp_path / "out" / "a").mkdir(parents=True)
    (tmp_path / "out" / "a" / "x").write_text("old")
    (tmp_path / "out" / "b").write_text("old")
    with atomic_folder(tmp_path / "out") as folder:
        (folder / "a").write_text("file now")
        (folder / "b").mkdir()
        (folder / "b" / "x").write_text("folder now")
    assert contents(tmp_path) == {"out/a": "file now", "out/b/x": "folder now"}


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt, SystemExit])
@pytest.mark.parametrize("existed", [True, False])
def test_failure_leaves_everything_as_it_was(tmp_path: Path, error: type[BaseException], existed: bool) -> None:
    out = tmp_path / "cases" / "may"
    if existed:
        out.mkdir(parents=True)
        (out / "leads.csv").write_text("old")
    before = contents(tmp_path), sorted(tmp_path.rglob("*"))
    with pytest.raises(error), atomic_folder(out) as folder:  # noqa: PT012 -- the block is the subject
        (folder / "leads.csv").write_text("new")
        raise error
    assert (contents(tmp_path), sorted(tmp_path.rglob("*"))) == before


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, -signal.SIGINT), (signal.SIGTERM, 143)])
def test_stopped_process_leaves_no_trace(tmp_path: Path, number: signal.Signals, status: int) -> None:
    process = start_slow_writer(tmp_path / "out")
    assert [path.name for path in tmp_path.iterdir()] == [f".out.partial-{process.pid}"]
    process.send_signal(number)
    assert process.wait(timeout=10) == status
    assert list(tmp_path.iterdir()) == []


def test_leftovers_of_a_killed_run_go_at_the_next_start(tmp_path: Path) -> None:
    process = start_slow_writer(tmp_path / "out")
    process.kill()
    process.wait(timeout=10)
    assert len(list(tmp_path.iterdir())) == 1
    with atomic_folder(tmp_path / "out") as folder:
        (folder / "leads.csv").write_text("new")
    assert contents(tmp_path) == {"out/leads.csv": "new"}


def test_leftover_with_our_own_pid_goes_too(tmp_path: Path) -> None:
    """In a container every run has the same pid."""
    (tmp_path / f".out.partial-{os.getpid()}").mkdir()
    with atomic_folder(tmp_path / "out") as folder:
        (folder / "leads.csv").write_text("new")
    assert contents(tmp_path) == {"out/leads.csv": "new"}


def test_folder_that_another_run_is_writing_is_refused(tmp_path: Path) -> None:
    process = start_slow_writer(tmp_path / "out")
    try:
        with pytest.raises(TanglawError, match="Another run is writing"), atomic_folder(tmp_path / "out"):
            pass
        assert (tmp_path / f".out.partial-{process.pid}" / "leads.csv").exists()
    finally:
        process.kill()
        process.wait(timeout=10)


def test_folders_with_a_like_name_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / ".out2.partial-1").mkdir()
    (tmp_path / ".out.partial-mine").mkdir()
    with atomic_folder(tmp_path / "out"):
        pass
    assert sorted(path.name for path in tmp_path.iterdir()) == [".out.partial-mine", ".out2.partial-1", "out"]


def test_interrupt_while_files_move_waits_until_all_are_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "out").mkdir()
    replace = Path.replace

    def replace_interrupted(self: Path, target: Path) -> Path:
        signal.raise_signal(signal.SIGINT)
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", replace_interrupted)
    with pytest.raises(KeyboardInterrupt), atomic_folder(tmp_path / "out") as folder:  # noqa: PT012
        (folder / "a").write_text("a")
        (folder / "b").write_text("b")
    assert contents(tmp_path) == {"out/a": "a", "out/b": "b"}


def test_signal_handlers_are_put_back(tmp_path: Path) -> None:
    before = signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT)
    with atomic_folder(tmp_path / "out"):
        pass
    assert (signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT)) == before


def test_works_outside_the_main_thread(tmp_path: Path) -> None:
    def write() -> None:
        with atomic_folder(tmp_path / "out") as folder:
            (folder / "a").write_text("a")

    thread = threading.Thread(target=write)
    thread.start()
    thread.join(timeout=10)
    assert contents(tmp_path) == {"out/a": "a"}


def test_link_to_a_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with atomic_folder(tmp_path / "link") as folder:
        (folder / "a").write_text("a")
    assert (tmp_path / "real" / "a").read_text() == "a"
    assert (tmp_path / "link").is_symlink()


def test_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("precious")
    with pytest.raises(TanglawError, match="is a file"), atomic_folder(tmp_path / "out"):
        pass
    assert (tmp_path / "out").read_text() == "precious"


def test_file_in_place_of_a_parent_is_refused(tmp_path: Path) -> None:
    (tmp_path / "parent").write_text("precious")
    with pytest.raises(TanglawError, match="parent is a file"), atomic_folder(tmp_path / "parent" / "out"):
        pass


def test_full_disk_is_said_in_plain_words(tmp_path: Path) -> None:
    with pytest.raises(TanglawError, match="disk is full"), atomic_folder(tmp_path / "out"):
        Path("/dev/full").write_text("anything")
    assert list(tmp_path.iterdir()) == []


def test_forbidden_folder_is_said_in_plain_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "out").mkdir()
    monkeypatch.setattr("os.access", lambda *_: False)  # root may write anywhere
    with pytest.raises(TanglawError, match="may not be written"), atomic_folder(tmp_path / "out"):
        pass


def test_input_that_may_not_be_read_is_not_blamed_on_the_output(tmp_path: Path) -> None:
    with pytest.raises(PermissionError), atomic_folder(tmp_path / "out"):
        raise PermissionError(13, "Permission denied", "payments.csv")


def test_ends_quickly(tmp_path: Path) -> None:
    start = time.perf_counter()
    with atomic_folder(tmp_path / "out"):
        pass
    assert time.perf_counter() - start < 1


@pytest.mark.parametrize("error", [None, RuntimeError("full stop")])
def test_mount_point_is_filled_from_within(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: RuntimeError | None
) -> None:
    """A rename cannot cross from its parent into a mounted folder."""
    monkeypatch.setattr(Path, "is_mount", lambda self: self == tmp_path)
    (tmp_path / "leads.csv").write_text("old")
    try:
        with atomic_folder(tmp_path) as folder:
            assert folder.parent == tmp_path
            (folder / "leads.csv").write_text("new")
            if error:
                raise error
    except RuntimeError:
        pass
    assert contents(tmp_path) == {"leads.csv": "old" if error else "new"}
