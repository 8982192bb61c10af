"""A way to an authority is chosen by its settings, and takes plain names only."""

from __future__ import annotations

import pytest

from tanglaw.common.errors import UsageError
from tanglaw.filings.transport.folder import FolderTransport
from tanglaw.filings.transport.transport import choose


@pytest.fixture
def box(tmp_path):
    return FolderTransport(tmp_path, tmp_path)


@pytest.mark.parametrize("name", ["../x", "a/b", "-rf", "", "a b", "x\n", '"; rm'])
def test_names_that_lead_elsewhere_are_refused(box, name):
    with pytest.raises(UsageError):
        box.put(name, b"")


def test_a_transport_is_chosen_by_its_settings(tmp_path):
    settings_file = tmp_path / "t.toml"
    for text, word in (
        ('transport = "pigeon"', "folder, sftp"), ('transport = "folder"\noutbox = "o"', "missing inbox"),
        ('transport = "folder"\noutbox = "o"\ninbox = "i"\ncolour = "b"', "unknown colour"), ("= nonsense", "no TOML"),
        ('transport = "sftp"\nhost = "-oProxyCommand=x"\nuser = "u"\nkey = "k"\nknown_hosts = "h"\noutbox = "o"\ninbox = "i"', "host"),
    ):  # fmt: skip
        settings_file.write_text(text)
        with pytest.raises(UsageError, match=word):
            choose(str(settings_file))
    assert isinstance(choose(str(tmp_path)), FolderTransport)
