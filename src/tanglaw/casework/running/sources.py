"""Sources: what detection may be started on. Made on the console, where paths can be judged; never from a page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from django.db import transaction
from django.utils import timezone

from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.models import Source
from tanglaw.common.errors import Fault, FaultsError

_NAME: Final = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?")
_ENGINES: Final = ("local", "spark")
_HEADLINE: Final = "The source was not kept."


@dataclass(frozen=True, slots=True)
class Described:
    """A source as somebody on the console describes it.

    Attributes:
        inputs: files and folders with payments.
        mapping, rates: as ``detect`` takes them.
        patterns: folders with further pattern files.
        identities: look for accounts of one person or household.
    """

    name: str
    inputs: Sequence[Path]
    mapping: Path | None = None
    rates: Path | None = None
    patterns: Sequence[Path] = ()
    engine: str = "local"
    identities: bool = True


def keep(described: Described, who: Who) -> tuple[Source, bool]:
    """Keep a source, in the place of one of the same name; its schedule and its runs stay.

    Returns:
        The source, and whether it is new.

    Raises:
        FaultsError: a name that is none, paths that are not there.
    """
    faults = [*_faults(described)]
    if faults:
        raise FaultsError(_HEADLINE, faults)
    options: dict[str, Any] = {"engine": described.engine, "identities": described.identities}
    for name, path in (("mapping", described.mapping), ("rates", described.rates)):
        if path is not None:
            options[name] = str(path.absolute())
    if described.patterns:
        options["patterns"] = [str(path.absolute()) for path in described.patterns]
    meant = {"inputs": [str(path.absolute()) for path in described.inputs], "options": options}
    with transaction.atomic():
        source, new = Source.objects.update_or_create(
            name=described.name, defaults=meant | {"retired": False}, create_defaults=meant | {"made": timezone.now()}
        )
        append(who, Action.SOURCE_KEPT, "source", source.name, {"inputs": len(described.inputs), "new": new})
    return source, new


def retire(name: str, who: Who) -> None:
    """Take a source out of use, its schedule too; what its runs found stays.

    Raises:
        FaultsError: there is no such source.
    """
    with transaction.atomic():
        source = Source.objects.select_for_update().filter(name=name, retired=False).first()
        if source is None:
            known = ", ".join(Source.objects.filter(retired=False).values_list("name", flat=True))
            raise FaultsError(
                "No source was taken out of use.", [Fault("NAME", name, f"a source: {known or 'there is none'}")]
            )
        source.retired, source.every, source.next_at = True, "", None
        source.save()
        append(who, Action.SOURCE_RETIRED, "source", source.name)


def arguments(source: Source) -> list[str]:
    """Return the arguments of ``detect`` that a source stands for, without ``--out``."""
    options = source.options
    given = [*source.inputs, "--engine", options.get("engine", "local")]
    for name in ("mapping", "rates"):
        if options.get(name):
            given += [f"--{name}", options[name]]
    for folder in options.get("patterns", ()):
        given += ["--patterns", folder]
    if not options.get("identities", True):
        given.append("--no-identities")
    return given


def _faults(described: Described) -> Sequence[Fault]:
    faults = []
    if not _NAME.fullmatch(described.name):
        faults.append(Fault("NAME", described.name, "1 to 40 small letters, digits and hyphens, like `all-payments`"))
    if described.engine not in _ENGINES:
        faults.append(Fault("--engine", described.engine, " or ".join(_ENGINES)))
    if not described.inputs:
        faults.append(Fault("INPUTS", "none", "files or folders with payments"))
    faults += [
        Fault(where, f"nothing at {path}", "a path that exists", "Paths are kept as they are now, made absolute.")
        for where, paths in (
            ("INPUTS", described.inputs),
            ("--mapping", [described.mapping] if described.mapping else []),
            ("--rates", [described.rates] if described.rates else []),
            ("--patterns", described.patterns),
        )
        for path in paths
        if not path.exists()
    ]
    return faults
