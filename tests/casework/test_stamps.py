"""Time stamps over the log: asked for and kept as files, and verified with everything else."""

from __future__ import annotations

import json
import subprocess

import pytest
from tests.authority import authority

from tanglaw.casework.audit import heads, stamps
from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import CONSOLE, Who, append
from tanglaw.common.errors import TanglawError

from .databases import tanglaw

pytest.importorskip("rfc3161_client")


@pytest.fixture(scope="module")
def tsa(tmp_path_factory):
    return authority(tmp_path_factory.mktemp("tsa"))


@pytest.fixture
def stamped(quick, tsa, tmp_path):
    """A log with one stamp over its newest head, as a file."""
    root, stamp = tsa
    append(Who(CONSOLE), Action.WORKSPACE_STARTED)
    asked, head = stamps.request()
    (tmp_path / "q.tsq").write_bytes(asked)
    answer = stamp(tmp_path / "q.tsq").read_bytes()
    stamps.add(answer, stamps.kept(quick), root)
    return quick, root, head, answer


def test_a_stamp_is_kept_with_its_head_once(stamped):
    data, root, head, answer = stamped
    stamps.add(answer, stamps.kept(data), root)
    (one,) = stamps.read(stamps.kept(data))
    assert one.head == heads.as_line(head)
    assert list(stamps.faults([one], root)) == []
    assert stamps.latest([one])[0] == head.number


def test_a_later_head_does_not_hide_an_earlier_stamp(stamped, tmp_path):
    _, root, head, answer = stamped
    append(Who(CONSOLE), Action.WORKSPACE_STARTED)
    heads.sign_last()
    assert stamps.add(answer, tmp_path / "again.jsonl", root)[0].number == head.number


def test_a_stamp_over_another_log_or_by_somebody_else_or_of_no_kind_is_refused(stamped, tsa, tmp_path):
    data, _, _, answer = stamped
    (tmp_path / "other.txt").write_text("something else")
    subprocess.run(["openssl", "ts", "-query", "-data", "other.txt", "-sha256", "-no_nonce", "-out", "o.tsq"], cwd=tmp_path,
                   check=True, capture_output=True)  # fmt: skip
    with pytest.raises(TanglawError, match="something else"):
        stamps.add(tsa[1](tmp_path / "o.tsq").read_bytes(), stamps.kept(data), None)
    with pytest.raises(TanglawError, match="cannot be read"):
        stamps.add(b"\x30\x03junk", stamps.kept(data), None)
    strange, _ = authority(tmp_path)
    with pytest.raises(TanglawError, match="not by that authority"):
        stamps.add(answer, tmp_path / "new.jsonl", strange)
    assert not (tmp_path / "new.jsonl").exists()


def test_a_stamp_that_was_put_under_another_head_is_found(stamped):
    data, root, *_ = stamped
    line = json.loads(stamps.kept(data).read_text())
    stamps.kept(data).write_text(json.dumps(line | {"hash": "0" * 64}) + "\n")
    (said,) = stamps.faults(stamps.read(stamps.kept(data)), root)
    assert "something else" in said


@pytest.mark.parametrize("line", ["", "[]", "{}", '{"number": 1}', "\x00"])
def test_a_damaged_file_is_refused_with_its_line(tmp_path, line):
    (tmp_path / "s.jsonl").write_text(f"{line}\n")
    with pytest.raises(TanglawError, match=r"s\.jsonl:1"):
        stamps.read(tmp_path / "s.jsonl")


def test_the_whole_way_on_the_console(quick, console, before_first, tmp_path, tsa):
    root, stamp = tsa
    query = tmp_path / "head.tsq"
    assert console("audit", "stamp", "--request", str(query)).returncode == 0
    kept = console("audit", "stamp", "--response", str(stamp(query)), "--authority", str(root))
    assert kept.returncode == 0, kept.stderr
    sound = console("audit", "verify", "--authority", str(root))
    assert sound.returncode == 0, sound.stdout
    assert "Stamped up to entry 1, 20" in sound.stdout
    unchecked = console("audit", "verify")
    assert "Who made it was not checked" in unchecked.stdout
    # Carried away, it still finds a log that was made anew from nothing.
    tanglaw("workspace", "outcomes", str(tmp_path / "o.csv"), **before_first)
    key = json.loads((quick / "log-stamps.jsonl").read_text())["key"]
    anew = tanglaw(
        "audit", "verify", "--stamps", str(quick / "log-stamps.jsonl"), "--key", key, "--json", **before_first
    )
    assert anew.returncode == 1
    assert any("made anew" in fault for fault in json.loads(anew.stdout)["faults"])
    assert console("audit", "stamp").returncode == 2
    none = tanglaw("audit", "verify", "--authority", str(root), **before_first)
    assert none.returncode == 1
    assert "No time stamp" in none.stdout
