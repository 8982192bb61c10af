"""Persons, entities, accounts, addresses, phones and devices of a goAML report."""

from __future__ import annotations

import ipaddress
from typing import Any, Final

from tanglaw.filings.dossier.describing import device_words, party_words
from tanglaw.filings.dossier.party import Account, Address, Device, Document, Party
from tanglaw.filings.goaml.context import Context, flag
from tanglaw.filings.goaml.emitting import FIELD, Said
from tanglaw.filings.names import split_name
from tanglaw.filings.xml.text import chunks

_LINE: Final = 100
_EMAILS: Final = 5
_NAMED_DEVICES: Final = 5  # by `party_words`


def side_of(party: Party, account: str | None, context: Context) -> dict[str, Any]:
    """Give how a party stands on one side of a transaction: ``account``, ``person`` or ``entity``, without prefix.

    Args:
        party: who.
        account: number of the account this payment ran through.
        context: dossier and profile.
    """
    detailed = context.goaml.client == "detailed" and party.client
    code = context.dossier.filer.ids.get("goaml_institution_code") if context.dossier.filer and party.client else None
    held = next((one for one in party.accounts if one.number == account), None)
    code = (held.institution_code if held else None) or code
    if held and code and context.goaml.person_as == "account" and not detailed and party.kind != "organisation":
        return {"account": _account(party, held, code, context)}
    if party.kind == "organisation":
        return {"entity": entity(party, context, detailed=detailed)}
    return {"person": person(party, context, detailed=detailed)}


def person(party: Party, context: Context, *, detailed: bool = False) -> dict[str, Any]:
    """Write a person."""
    where = f"parties[{party.key}]"
    name = split_name(party)
    if name.split:
        context.findings.remark(
            f"{where}: {party.names[0]!r} is recorded as one text; first and last name were told apart by rule, the "
            "record stands in the comments."
        )
    values: dict[str, Any] = {
        FIELD: where,
        "gender": context.code(context.goaml.codes.gender, party.gender, f"{where}.gender") if detailed else None,
        "first_name": context.known(name.first, f"{where}.first_name"),
        "last_name": context.known(name.last, f"{where}.last_name"),
        "birthdate": context.when(party.birth_date, f"{where}.birth_date") if party.birth_date else None,
        "alias": None,
        "nationality1": Said(party.nationalities[0], f"{where}.nationalities") if party.nationalities else None,
        "nationality2": Said(party.nationalities[1], f"{where}.nationalities") if party.nationalities[1:] else None,
        "nationality3": Said(party.nationalities[2], f"{where}.nationalities") if party.nationalities[2:] else None,
        "residence": Said(party.country, f"{where}.country") if party.country else None,
        "phones": _phones(party, context),
        "addresses": _addresses(party, context),
        "network_devices": _devices(party, context),
        "email": [Said(one, f"{where}.emails") for one in party.emails[:_EMAILS]],
        "occupation": Said(party.occupation, f"{where}.occupation") if party.occupation else None,
        "is_protected": flag(True, f"{where}.protected") if party.protected else None,
        "comments": _comments(party),
    }
    if party.gender != "unknown" and not detailed:
        values["gender"] = context.code(context.goaml.codes.gender, party.gender, f"{where}.gender")
    documents = [_document(one, f"{where}.documents[{at}]", context) for at, one in enumerate(party.documents)]
    values["identification"] = documents
    if detailed:
        values["id_number"] = Said(party.documents[0].number, f"{where}.documents[0].number") if documents else None
        values["tax_reg_number"] = context.constant("tax_reg_number")
    return values


def entity(party: Party, context: Context, *, detailed: bool = False) -> dict[str, Any]:
    """Write an organisation."""
    where = f"parties[{party.key}]"
    return {
        FIELD: where,
        "name": context.known(party.names[0] if party.names else None, f"{where}.names"),
        "phones": _phones(party, context),
        "addresses": _addresses(party, context),
        "network_devices": _devices(party, context),
        "email": [Said(one, f"{where}.emails") for one in party.emails[:_EMAILS]],
        "tax_reg_number": context.constant("tax_reg_number") if detailed else None,
        "comments": _comments(party),
    }


def _account(party: Party, held: Account, code: str, context: Context) -> dict[str, Any]:
    where = f"parties[{party.key}]"
    return {
        FIELD: where,
        "institution_name": Said(held.institution, f"{where}.accounts.institution") if held.institution else None,
        "institution_code": Said(code, "filer.ids.goaml_institution_code"),
        "institution_country": Said(held.country, f"{where}.accounts.country") if held.country else None,
        "account": Said(held.number, f"{where}.accounts.number"),
        "currency_code": Said(held.currency, f"{where}.accounts.currency") if held.currency else None,
        "account_name": context.known(party.names[0] if party.names else None, f"{where}.names"),
        "iban": Said(held.number, f"{where}.accounts.number") if held.kind == "iban" else None,
        "personal_account_type": context.code(context.goaml.codes.account, held.kind, f"{where}.accounts.kind"),
        "signatory": [{FIELD: where, "is_primary": flag(True, where), "t_person": person(party, context)}],
    }


def address(recorded: Address, where: str, kind: str, context: Context) -> dict[str, Any] | None:
    """Write an address; one that lacks what the FIU demands stands in the comments instead."""
    country = recorded.country
    lines = chunks(" ".join((recorded.street or "").split()), _LINE)
    if len(lines) > 3:
        lines = [recorded.street or ""]  # too long for all three lines: refused by its length, not cut
    street = context.known(lines[0], f"{where}.street")
    city, state = context.known(recorded.city, f"{where}.city"), context.known(recorded.state, f"{where}.state")
    if not (street and city and state and country):
        return None
    if len(lines) > 1:
        context.findings.remark(f"{where}.street is longer than {_LINE} characters and continues on further lines.")
    return {
        FIELD: where,
        "address_type": context.code(context.goaml.codes.contact, kind, "profile goaml.codes.contact"),
        "address": street,
        "additional_address_line1": Said(lines[1], f"{where}.street") if lines[1:] else None,
        "additional_address_line2": Said(lines[2], f"{where}.street") if lines[2:] else None,
        "city": city,
        "zip": Said(recorded.postcode, f"{where}.postcode") if recorded.postcode else None,
        "country_code": Said(country, f"{where}.country"),
        "state": state,
    }


def _addresses(party: Party, context: Context) -> dict[str, Any]:
    where = f"parties[{party.key}].addresses"
    made = [address(one, f"{where}[{at}]", party.kind, context) for at, one in enumerate(party.addresses)]
    return {FIELD: where, "address": [one for one in made if one]}


def phone(number: str, where: str, kind: str, context: Context) -> dict[str, Any]:
    """Write a phone number."""
    return {
        FIELD: where,
        "tph_contact_type": context.code(context.goaml.codes.contact, kind, "profile goaml.codes.contact"),
        "tph_communication_type": Said(context.goaml.codes.communication, "profile goaml.codes.communication"),
        "tph_number": Said(number, where),
    }


def _phones(party: Party, context: Context) -> dict[str, Any]:
    where = f"parties[{party.key}].phones"
    return {FIELD: where, "phone": [phone(one, where, party.kind, context) for one in party.phones]}


def network_device(device: Device, where: str) -> dict[str, Any] | None:
    """Write a device with a valid network address; goAML takes no other."""
    try:
        ip = ipaddress.ip_address((device.ip or "").strip())
    except ValueError:
        return None
    return {
        FIELD: where,
        "device_number": Said(device.device, f"{where}.device") if device.device else None,
        "ip_address": {FIELD: where, f"ipv{ip.version}": Said(str(ip), f"{where}.ip")},
    }


def _devices(party: Party, context: Context) -> dict[str, Any]:
    where = f"parties[{party.key}].devices"
    made = [network_device(one, f"{where}[{at}]") for at, one in enumerate(party.devices)]
    if None in made:
        context.findings.remark(f"{where}: devices without a valid IP address stand in the comments.")
    return {FIELD: where, "network_device": [one for one in made if one]}


def _document(document: Document, where: str, context: Context) -> dict[str, Any]:
    return {
        FIELD: where,
        "type": context.code(context.goaml.codes.document, document.kind, f"{where}.kind"),
        "number": Said(document.number, f"{where}.number"),
        "issue_date": context.when(document.issued, f"{where}.issued") if document.issued else None,
        "expiry_date": context.when(document.expires, f"{where}.expires") if document.expires else None,
        "issued_by": Said(document.issuer, f"{where}.issuer") if document.issuer else None,
        "issue_country": Said(document.country, f"{where}.country") if document.country else None,
    }


def _comments(party: Party) -> Said:
    """Repeat everything on record in words: what has no element of its own stands here, and nothing is lost."""
    devices = [device_words(one) for one in party.devices[_NAMED_DEVICES:] if network_device(one, "") is None]
    words = (
        f"As recorded: {party_words(party)}.",
        f"{party.standing.capitalize()}.",
        f"Protected: {party.protected_because or 'may be a victim or a minor'}." if party.protected else "",
        party.note,
        f"Further devices: {', '.join(devices)}." if devices else "",
    )
    return Said(" ".join(word for word in words if word), f"parties[{party.key}]")
