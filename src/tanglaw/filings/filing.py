"""From a run or a dossier to the files of one filing. The command line and the web are thin shells over this."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from tanglaw.common.errors import UsageError
from tanglaw.common.outputs import atomic_folder
from tanglaw.filings.dossier.completeness import Completeness, completeness
from tanglaw.filings.dossier.dossier import Dossier
from tanglaw.filings.dossier.filer import Filer
from tanglaw.filings.dossier.files import read_dossier, to_json
from tanglaw.filings.dossier.from_run import dossier_from_run
from tanglaw.filings.dossier.urgency import Urgency, urgency
from tanglaw.filings.due import due_words
from tanglaw.filings.fincen.sar import sar
from tanglaw.filings.generic.rendering import generic
from tanglaw.filings.goaml.report import About, goaml
from tanglaw.filings.pack.making import make_pack
from tanglaw.filings.private import write_private
from tanglaw.filings.profiles.loading import load_profile
from tanglaw.filings.profiles.profile import Profile
from tanglaw.filings.rendering import Rendering, safe_name
from tanglaw.payments.rates import Rates

FORMS: Final = ("goaml", "fincen", "str", "pack", "dossier")
DEFAULT_PROFILES: Final = {"goaml": "goaml-generic", "fincen": "fincen-sar", "str": "str-generic"}


@dataclass(frozen=True, slots=True)
class Readiness:
    """What is shown before anything is sent."""

    completeness: Completeness
    urgency: Urgency
    due: str
    unverified: str


def open_dossier(source: Path, leads: Sequence[str], *, dated: date, reference: str | None = None) -> Dossier:
    """Make the dossier of leads of a run, or read one from its file.

    Raises:
        UsageError: a run without a lead named, or no such thing there.
        FaultsError: a dossier with faults.
    """
    if source.is_dir():
        if not leads:
            raise UsageError("LEAD is missing: name leads of the run by their ids, their ranks or their subjects.")
        return dossier_from_run(source, leads, dated=dated, reference=reference)
    found = read_dossier(source)
    known = {name for one in found.matters for name in (one.assessment.lead_id, str(one.assessment.rank))}
    known |= {identifier for party in found.subjects for identifier in party.ids}
    if lost := [lead for lead in leads if lead not in known]:
        about = ", ".join(one.assessment.lead_id for one in found.matters)
        raise UsageError(f"{source.name} is about {about}, not {', '.join(lost)}.")
    return found if reference is None else found.model_copy(update={"reference": reference})


def profile_for(form: str, wanted: str | None) -> Profile | None:
    """Load the profile of a form.

    Raises:
        UsageError: there is none of that name, or it is for another form.
    """
    if form not in DEFAULT_PROFILES:
        return load_profile(wanted) if wanted else None
    profile = load_profile(wanted or DEFAULT_PROFILES[form])
    if profile.form != form:
        raise UsageError(f"--profile: {profile.id} is for --as {profile.form}; expected one for --as {form}.")
    return profile


def with_filer(dossier: Dossier, filer: Filer | None, profile: Profile | None) -> Dossier:
    """Put in who files: as asked for, else as the dossier says, else as the profile says."""
    chosen = filer or dossier.filer or (profile.filer if profile else None)
    return dossier.model_copy(update={"filer": chosen})


def readiness(dossier: Dossier, profile: Profile | None) -> Readiness:
    """Score a dossier before it is sent."""
    due = due_words(profile, dossier.dated) if profile else ""
    unverified = "" if profile is None or profile.verified else profile.unverified
    return Readiness(completeness(dossier), urgency(dossier), due, unverified)


def render(
    dossier: Dossier,
    form: str,
    profile: Profile | None,
    *,
    about: About = "transactions",
    xsd: Path | None = None,
    rates: Path | None = None,
    key: Path | None = None,
    redacted: bool = False,
) -> Rendering:
    """Put a dossier into a form.

    Args:
        dossier: what to report.
        form: one of ``FORMS``.
        profile: how the authority wants it.
        about: for goAML, transactions or an activity.
        xsd: the authority's own schema.
        rates: exchange rates that go before the reference rates.
        key: private key that a pack is signed with.
        redacted: whether a pack masks protected persons and third parties.
    """
    if form == "goaml" and profile is not None:
        return goaml(dossier, profile, Rates.load(rates), about=about, xsd=xsd)
    if form == "fincen" and profile is not None:
        return sar(dossier, profile, xsd=xsd)
    if form == "str" and profile is not None:
        return generic(dossier, profile)
    if form == "pack":
        return make_pack(dossier, key=key, redacted=redacted)
    if form == "dossier":
        return Rendering({f"{safe_name(dossier.reference)}.dossier.json": to_json(dossier).encode("utf-8")})
    raise UsageError(f"--as: found {form}; expected one of {', '.join(FORMS)}.")


def write(rendering: Rendering, out: Path) -> list[Path]:
    """Write the files of a form into a folder, all of them or none, for their owner alone."""
    with atomic_folder(out) as folder:
        for name, data in rendering.files.items():
            write_private(folder / name, data)
    return [out / name for name in rendering.files]
