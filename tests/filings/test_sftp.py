"""The SFTP drop box, against a real OpenSSH server on this machine."""

from __future__ import annotations

import getpass
import os
import shutil
import socket
import subprocess
import time
from pathlib import Path

import pytest

from tanglaw.common.errors import UsageError
from tanglaw.filings.transport.sftp import SftpTransport
from tanglaw.filings.transport.transport import TransportError, choose

SSHD = shutil.which("sshd") or "/usr/sbin/sshd"


def free_port() -> int:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        return server.getsockname()[1]


def make_key(path: Path) -> Path:
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "invented", "-f", str(path)], check=True)
    return path


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """An OpenSSH server with its own keys and port; gives the settings to reach it."""
    folder = tmp_path_factory.mktemp("sshd")
    host, user = make_key(folder / "host"), make_key(folder / "user")
    for name in ("outbox", "inbox"):
        (folder / name).mkdir()
    authorized = folder / "authorized"
    shutil.copy(f"{user}.pub", authorized)
    port = free_port()
    (folder / "sshd_config").write_text(
        f"Port {port}\nListenAddress 127.0.0.1\nHostKey {host}\nPidFile {folder}/pid\nAuthorizedKeysFile {authorized}\n"
        "PasswordAuthentication no\nKbdInteractiveAuthentication no\nUsePAM no\nStrictModes no\n"
        "PermitRootLogin prohibit-password\nSubsystem sftp internal-sftp\nLogLevel ERROR\n"
    )
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)  # where sshd, started by root, puts its unprivileged half
    process = subprocess.Popen(
        [SSHD, "-D", "-e", "-f", str(folder / "sshd_config")], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    known = folder / "known_hosts"
    known.write_text(f"[127.0.0.1]:{port} {Path(f'{host}.pub').read_text()}")
    settings = {"host": "127.0.0.1", "port": port, "user": getpass.getuser(), "key": str(user), "known_hosts": str(known),
                "outbox": str(folder / "outbox"), "inbox": str(folder / "inbox")}  # fmt: skip
    try:
        for _ in range(200):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            assert process.poll() is None, process.stderr.read().decode()
            time.sleep(0.05)
        yield settings, folder
    finally:
        process.terminate()
        process.wait(10)


def way(server, **changes) -> SftpTransport:
    return SftpTransport.of(server[0] | changes, Path("/"))


def test_a_file_goes_over_whole_and_a_receipt_comes_back(server):
    _, folder = server
    data = os.urandom(200_000)
    said = way(server).put("TGL-1.xml", data)
    assert "200,000 bytes" in said
    assert (folder / "outbox" / "TGL-1.xml").read_bytes() == data
    assert [path.name for path in (folder / "outbox").iterdir()] == ["TGL-1.xml"]
    assert way(server).holds("TGL-1.xml")
    assert not way(server).holds("TGL-2.xml")
    (folder / "inbox" / "TGL-1.ACK").write_bytes(b"{}")
    assert way(server).receipts() == ["TGL-1.ACK"]
    assert way(server).fetch("TGL-1.ACK") == b"{}"


def test_a_host_with_another_key_is_refused(server, tmp_path):
    other = make_key(tmp_path / "other")
    known = tmp_path / "known"
    known.write_text(f"[127.0.0.1]:{server[0]['port']} {Path(f'{other}.pub').read_text()}")
    with pytest.raises(TransportError, match=r"(?i)host key|identification") as caught:
        way(server, known_hosts=str(known)).put("TGL-3.xml", b"x")
    assert not caught.value.maybe_sent
    known.write_text("")
    with pytest.raises(TransportError, match=r"(?i)host key"):
        way(server, known_hosts=str(known)).receipts()
    assert not (server[1] / "outbox" / "TGL-3.xml").exists()


def test_a_stranger_is_not_let_in(server, tmp_path):
    with pytest.raises(TransportError, match=r"(?i)denied|authentication"):
        way(server, key=str(make_key(tmp_path / "stranger"))).put("TGL-4.xml", b"x")


def test_a_box_that_is_not_there_is_said_and_nothing_counts_as_sent(server):
    with pytest.raises(TransportError) as caught:
        way(server, outbox="/nowhere/at/all").put("TGL-5.xml", b"x")
    assert not caught.value.maybe_sent


def test_a_rename_that_fails_may_have_arrived(server):
    (server[1] / "outbox" / "TGL-6.xml").mkdir()
    with pytest.raises(TransportError) as caught:
        way(server).put("TGL-6.xml", b"x")
    assert caught.value.maybe_sent
    (server[1] / "outbox" / "TGL-6.xml").rmdir()


@pytest.mark.parametrize(
    "changes",
    [{"host": "-oProxyCommand=touch x"}, {"host": "a b"}, {"user": "-x"}, {"outbox": 'a"\nrm b'}, {"inbox": "$(x)"},
     {"port": "22 -x"}, {"key": "/nowhere"}, {"known_hosts": "/nowhere"}],
)  # fmt: skip
def test_settings_that_could_be_commands_are_refused(server, changes):
    with pytest.raises(UsageError):
        way(server, **changes)


def test_it_is_chosen_by_a_toml_file(server, tmp_path):
    lines = [f"{name} = {value if isinstance(value, int) else repr(value)}" for name, value in server[0].items()]
    (tmp_path / "t.toml").write_text("\n".join(['transport = "sftp"', *lines]))
    assert isinstance(choose(str(tmp_path / "t.toml")), SftpTransport)
