"""The workspace's folder ``filing``: who files, the institution's own profiles, the way to the authority, the key.

``filer.toml`` says who files, ``profiles/*.toml`` are profiles of one's own, ``transport.toml`` is the way: see
``docs/filings.md``. The key that signs filings is made when it is first needed.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from tanglaw.casework.site.current import current
from tanglaw.common.errors import TanglawError, UsageError
from tanglaw.filings.dossier.filer import Filer
from tanglaw.filings.pack.signing import make_keys
from tanglaw.filings.profiles.loading import load_filer, load_profile, names
from tanglaw.filings.profiles.profile import Profile
from tanglaw.filings.transport.transport import Transport, choose


def folder() -> Path:
    """Return the folder."""
    return current().data / "filing"


def filer() -> Filer | None:
    """Return who files, where it is said.

    Raises:
        FaultsError: what is wrong in ``filer.toml``.
    """
    path = folder() / "filer.toml"
    return load_filer(path) if path.is_file() else None


def titles() -> Mapping[str, str]:
    """Return what can be filed to, in words by name: the institution's own first, then those of the package."""
    own = {path.stem: _title(str(path)) for path in sorted((folder() / "profiles").glob("*.toml"))}
    return own | {name: title for name, title in _of_the_package().items() if name not in own}


@cache
def _of_the_package() -> Mapping[str, str]:
    return {name: _title(name) for name in names()}


def _title(wanted: str) -> str:
    try:
        found = load_profile(wanted)
    except TanglawError:
        return f"{Path(wanted).stem} (cannot be used; choose it to see why)"
    return f"{found.authority} ({found.title})"


def profile(name: str) -> Profile:
    """Return a profile by its name.

    Raises:
        UsageError: there is none.
        FaultsError: what is wrong in it.
    """
    path = folder() / "profiles" / f"{name}.toml"
    known = {one.stem for one in (folder() / "profiles").glob("*.toml")}
    if name in known:
        return load_profile(str(path))
    if name in names():
        return load_profile(name)
    raise UsageError(f"Found the profile {name!r}; expected one of {', '.join(sorted({*known, *names()}))}.")


def transport() -> Transport:
    """Return the way to the authority.

    Raises:
        UsageError: none is set up.
    """
    path = folder() / "transport.toml"
    if not path.is_file():
        raise UsageError(
            "No way to an authority is set up: whoever runs the workspace writes filing/transport.toml in its folder "
            "(docs/filings.md). Nothing was handed over."
        )
    return choose(str(path))


def key() -> Path:
    """Return the private key that signs filings; made, mode 0600, when there is none yet."""
    path = current().data / "keys" / "filing-signing.pem"
    if not path.exists():
        make_keys(path)
    return path
