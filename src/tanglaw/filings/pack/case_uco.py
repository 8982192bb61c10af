"""``case.jsonld``: the dossier as CASE/UCO, for the systems of investigators.

Identifiers are made from the reference and the party's key, so that the same dossier gives the same graph. Money has no
class in UCO 1.4: a payment is an Action with its amounts in words and its id as an external reference.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from typing import Any, Final

from tanglaw.filings.dossier.dossier import Dossier
from tanglaw.filings.dossier.party import Party
from tanglaw.filings.dossier.payment import Payment
from tanglaw.filings.goaml.transactions import describe
from tanglaw.filings.xml.text import carried

_CONTEXT: Final = {
    "kb": "urn:tanglaw:filing:",
    "case-investigation": "https://ontology.caseontology.org/case/investigation/",
    "uco-action": "https://ontology.unifiedcyberontology.org/uco/action/",
    "uco-core": "https://ontology.unifiedcyberontology.org/uco/core/",
    "uco-identity": "https://ontology.unifiedcyberontology.org/uco/identity/",
    "uco-location": "https://ontology.unifiedcyberontology.org/uco/location/",
    "uco-marking": "https://ontology.unifiedcyberontology.org/uco/marking/",
    "uco-observable": "https://ontology.unifiedcyberontology.org/uco/observable/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_NAMESPACE: Final = uuid.UUID("6d0c9a4e-7b1f-5c68-9d3a-2f4b8e1c7a55")

Thing = dict[str, Any]


def case_jsonld(dossier: Dossier) -> bytes:
    """Write the graph: investigation, parties with their facets, addresses, payments as actions, who else, marking."""
    graph = list(_graph(dossier))
    return (json.dumps({"@context": _CONTEXT, "@graph": graph}, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _graph(dossier: Dossier) -> Iterator[Thing]:
    marking = _id(dossier, "marking", dossier.markings.tlp)
    yield from _marking(dossier, marking)
    members: list[str] = []
    titles = dict.fromkeys(carried(matter.assessment.pattern_title) for matter in dossier.matters)
    patterns = dict.fromkeys(matter.assessment.pattern for matter in dossier.matters)
    for party in dossier.parties:
        for thing in _party(dossier, party):
            members.append(thing["@id"])
            yield thing
    for payment in dossier.payments:
        members.append(_id(dossier, "payment", payment.payment_id))
        yield _payment(dossier, payment)
    for tie in dossier.ties:
        thing = _relationship(dossier, tie.other, tie.counterparty, "Deals_With", f"{tie.payments} payments")
        members.append(thing["@id"])
        yield thing
    yield {
        "@id": _id(dossier, "investigation", dossier.reference),
        "@type": "case-investigation:Investigation",
        "uco-core:name": carried(dossier.reference),
        "uco-core:description": f"Payment pattern consistent with: {'; '.join(titles)}. A score ranks attention; it is "
        "no verdict.",
        "case-investigation:investigationForm": "suspicious-activity",
        "case-investigation:focus": [label.code for label in dossier.labels] or list(patterns),
        "uco-core:objectMarking": {"@id": marking},
        "uco-core:object": [{"@id": member} for member in dict.fromkeys(members)],
    }


def _id(dossier: Dossier, kind: str, what: str) -> str:
    return f"kb:{kind}-{uuid.uuid5(_NAMESPACE, chr(31).join((dossier.reference, str(dossier.version), kind, what)))}"


def _typed(value: str, kind: str) -> dict[str, str]:
    return {"@type": f"xsd:{kind}", "@value": value}


def _marking(dossier: Dossier, identifier: str) -> Iterator[Thing]:
    yield {
        "@id": identifier,
        "@type": "uco-marking:MarkingDefinition",
        "uco-marking:definitionType": "statement",
        "uco-marking:definition": {
            "@id": _id(dossier, "statement", dossier.markings.tlp),
            "@type": "uco-marking:StatementMarking",
            "uco-marking:definitionType": "statement",
            "uco-marking:statement": dossier.markings.in_words,
        },
    }


def _party(dossier: Dossier, party: Party) -> Iterator[Thing]:
    own = _id(dossier, "party", party.key)
    organisation = party.kind == "organisation"
    facets: list[Thing] = []
    if party.names and not organisation:
        facets.append(_facet(dossier, party, "SimpleNameFacet", "familyName", party.names[0]))
    if party.birth_date and not organisation:
        facets.append(
            _facet(dossier, party, "BirthInformationFacet", "birthdate",
                   _typed(f"{party.birth_date.isoformat()}T00:00:00+00:00", "dateTime"))
        )  # fmt: skip
    yield {
        "@id": own,
        "@type": "uco-identity:Organization" if organisation else "uco-identity:Person",
        "uco-core:name": carried(party.names[0] if party.names else party.key),
        "uco-core:description": f"{party.standing}" + ("; protected" if party.protected else ""),
        **({"uco-core:hasFacet": facets} if facets else {}),
    }
    for at, address in enumerate(party.addresses):
        parts = {"street": address.street, "locality": address.city, "region": address.state,
                 "postalCode": address.postcode, "country": address.country}  # fmt: skip
        place = _id(dossier, "location", f"{party.key}/{at}")
        yield {
            "@id": place,
            "@type": "uco-location:Location",
            "uco-core:hasFacet": [
                {
                    "@id": _id(dossier, "facet", f"{party.key}/address/{at}"),
                    "@type": "uco-location:SimpleAddressFacet",
                    **{f"uco-location:{name}": carried(value) for name, value in parts.items() if value},
                }
            ],
        }
        yield _tie(dossier, place, own, "Located_At", f"{party.key}/address/{at}", reverse=True)
    yield from _observables(dossier, party, own)


def _facet(dossier: Dossier, party: Party, kind: str, name: str, value: object) -> Thing:
    return {
        "@id": _id(dossier, "facet", f"{party.key}/{kind}"),
        "@type": f"uco-identity:{kind}",
        f"uco-identity:{name}": carried(value) if isinstance(value, str) else value,
    }


def _observables(dossier: Dossier, party: Party, own: str) -> Iterator[Thing]:
    found = [
        *(("PhoneAccountFacet", "phoneNumber", phone) for phone in party.phones),
        *(("EmailAddressFacet", "addressValue", email) for email in party.emails),
        *(("AccountFacet", "accountIdentifier", account.number) for account in party.accounts),
        *(("AccountFacet", "accountIdentifier", identifier) for identifier in party.ids),
        *(("DeviceFacet", "serialNumber", device.device) for device in party.devices if device.device),
        *(("IPAddressFacet", "addressValue", device.ip) for device in party.devices if device.ip),
    ]
    for kind, name, value in dict.fromkeys(found):
        key = f"{party.key}/{kind}/{value}"
        identifier = _id(dossier, "observable", key)
        facet: Thing = {"@id": _id(dossier, "facet", key), "@type": f"uco-observable:{kind}"}
        facet[f"uco-observable:{name}"] = carried(value)
        yield {"@id": identifier, "@type": "uco-observable:ObservableObject", "uco-core:hasFacet": [facet]}
        yield _tie(dossier, identifier, own, "Related_To", key)


def _payment(dossier: Dossier, payment: Payment) -> Thing:
    reference = f" Reference, verbatim: {payment.reference}" if payment.reference else ""
    return {
        "@id": _id(dossier, "payment", payment.payment_id),
        "@type": "uco-action:Action",
        "uco-core:name": "Payment",
        "uco-core:description": carried(describe(payment) + reference),
        "uco-action:startTime": _typed(payment.at.isoformat(), "dateTime"),
        "uco-action:performer": {"@id": _id(dossier, "party", payment.payer)},
        "uco-action:participant": [{"@id": _id(dossier, "party", payment.receiver)}],
        "uco-core:externalReference": {
            "@id": _id(dossier, "reference", payment.payment_id),
            "@type": "uco-core:ExternalReference",
            "uco-core:definingContext": "payment id of the filer",
            "uco-core:externalIdentifier": carried(payment.payment_id),
        },
    }


def _relationship(dossier: Dossier, source: str, target: str, kind: str, words: str) -> Thing:
    made = _tie(dossier, _id(dossier, "party", source), _id(dossier, "party", target), kind, f"{source}/{target}")
    return made | {"uco-core:description": words}


def _tie(dossier: Dossier, source: str, target: str, kind: str, key: str, *, reverse: bool = False) -> Thing:
    first, second = (target, source) if reverse else (source, target)
    return {
        "@id": _id(dossier, "relationship", f"{kind}/{key}"),
        "@type": "uco-core:Relationship",
        "uco-core:source": {"@id": first},
        "uco-core:target": {"@id": second},
        "uco-core:kindOfRelationship": kind,
        "uco-core:isDirectional": True,
    }
