"""A dossier made fit for wider sharing: protected persons and third parties masked, the original untouched."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from tanglaw.filings.dossier.dossier import Dossier
from tanglaw.filings.dossier.drafting import draft
from tanglaw.filings.dossier.markings import Tlp
from tanglaw.filings.dossier.matter import Matter
from tanglaw.filings.dossier.narrative import Narrative
from tanglaw.filings.dossier.party import Party
from tanglaw.filings.dossier.payment import Payment
from tanglaw.leads.shield import Shield

WITHHELD: Final = "[withheld]"

_NOTE: Final = (
    "Redacted copy: protected persons and third parties are masked; a narrative that a person edited is replaced by a "
    "new draft. The full report is with the filer."
)
_THIRD: Final = frozenset({"counterparty's counterparty", "witness", "named in the case"})


def masked(party: Party) -> bool:
    """Tell whether a redacted copy withholds who a party is: protected persons, and third parties."""
    return party.protected or party.standing in _THIRD


def redact(dossier: Dossier, tlp: Tlp | None = None) -> Dossier:
    """Mask protected persons and third parties.

    Of a masked party only its key, standing, side, kind, country and number of payments stay. Its accounts, devices,
    addresses and cities go from payments too, its names from every text, and with its parts and any handle or number
    from the references of payments it takes part in. An edited narrative is drafted anew: what a person wrote could
    name somebody in words that no rule finds.

    Args:
        dossier: the original; it is not changed.
        tlp: marking of the copy; left out, the original's.
    """
    hidden = {party.key: party for party in dossier.parties if masked(party)}
    shield = Shield.over(
        {_shielded(party): frozenset(_called(party)) for party in hidden.values()},
    )
    values = sorted(
        {text for party in hidden.values() for text in _identifiers(party) if len(text.strip()) > 2},
        key=lambda text: (-len(text), text),
    )

    def scrub(text: str, *about: Party) -> str:
        struck = shield.scrub(text, [_shielded(party) for party in about if party.key in hidden], free=True)
        for value in values:
            struck = struck.replace(value, WITHHELD)
        return struck

    parties = tuple(_party(party, party.key in hidden, scrub) for party in dossier.parties)
    by_key = {party.key: party for party in dossier.parties}
    payments = tuple(_payment(payment, hidden, by_key, scrub) for payment in dossier.payments)
    first, *further = (_matter(matter, matter.subject in hidden, scrub) for matter in dossier.matters)
    # A lead's id is a hash of pattern and subject, so whoever can guess subjects could find the masked one.
    reference = dossier.reference
    for matter in dossier.matters:
        if matter.subject in hidden:
            reference = reference.replace(matter.assessment.lead_id, "L-withheld")
    markings = dossier.markings.model_copy(
        update={"redacted": True, "tlp": tlp or dossier.markings.tlp, "caveats": (*dossier.markings.caveats, _NOTE)}
    )
    copy = dossier.model_copy(
        update={
            "parties": parties, "payments": payments, "assessment": first.assessment, "further": tuple(further),
            "markings": markings,
            "reference": scrub(reference),
            "ties": tuple(
                one.model_copy(update={"lead": None}) if one.other in hidden else one for one in dossier.ties
            ),
            "at_risk": tuple(one.model_copy(update={"where": "[place withheld]"}) for one in dossier.at_risk)
            if hidden else dossier.at_risk,
            "travel": tuple(scrub(text) for text in dossier.travel),
            "earlier": tuple(one.model_copy(update={"about": scrub(one.about)}) for one in dossier.earlier),
        }
    )  # fmt: skip
    return copy.model_copy(update={"narrative": Narrative(draft=draft(copy))})


def _shielded(party: Party) -> tuple[str, str]:
    return party.side or "", party.key


def _matter(matter: Matter, hide: bool, scrub: Callable[..., str]) -> Matter:
    said = matter.assessment
    changes: dict[str, object] = {
        way: tuple(one.model_copy(update={"text": scrub(one.text)}) for one in getattr(said, way))
        for way in ("reasons", "against")
    }
    changes |= {
        "urgency_reasons": tuple(scrub(text) for text in said.urgency_reasons),
        "lead_id": WITHHELD if hide else said.lead_id,
    }
    return matter.model_copy(update={"assessment": said.model_copy(update=changes)})


def _called(party: Party) -> set[str]:
    names = {*party.names, *(name for name in (party.first_name, party.last_name) if name)}
    return {name for name in names if name.strip()}


def _identifiers(party: Party) -> set[str]:
    found = {*_called(party), *party.ids, *party.phones, *party.emails, *party.handles}
    found |= {account.number for account in party.accounts} | {document.number for document in party.documents}
    found |= {text for device in party.devices for text in (device.device, device.ip) if text}
    found |= {address.street for address in party.addresses if address.street}
    return found


def _party(party: Party, hide: bool, scrub: Callable[[str], str]) -> Party:
    if not hide:
        return party.model_copy(update={"note": scrub(party.note)})
    return Party(
        key=party.key, standing=party.standing, side=party.side, kind=party.kind, client=party.client,
        protected=party.protected, protected_because="withheld" if party.protected_because else "",
        country=party.country, payments=party.payments, names=(WITHHELD,) if party.names else (),
    )  # fmt: skip


def _payment(
    payment: Payment, hidden: dict[str, Party], parties: dict[str, Party], scrub: Callable[..., str]
) -> Payment:
    changes: dict[str, object] = {}
    for side, key in (("payer", payment.payer), ("receiver", payment.receiver)):
        if key in hidden:
            names = ("account", "city", "device", "ip") if side == "payer" else ("account", "city")
            changes |= {f"{side}_{name}": WITHHELD for name in names if getattr(payment, f"{side}_{name}")}
    if payment.reference:
        changes["reference"] = scrub(payment.reference, parties[payment.payer], parties[payment.receiver])
    return payment.model_copy(update=changes)
