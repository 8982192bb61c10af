"""The parties of a SAR: who transmits, who files, where it happened, and whom it is about."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from tanglaw.filings.dossier.dossier import Dossier
from tanglaw.filings.dossier.filer import Filer
from tanglaw.filings.dossier.party import Address, Party
from tanglaw.filings.fincen.sheet import Sheet
from tanglaw.filings.names import split_name

TRANSMITTER, TRANSMITTER_CONTACT, FILER, CONTACT, PLACE, SUBJECT, HOLDER = "35", "37", "30", "8", "34", "33", "41"
_CONTROL_CODE, _EIN, _TIN, _FOREIGN = "28", "2", "4", "9"
NEVER: Final = frozenset({"witness", "named in the case"})
"""Standings of people who are in a case and under no suspicion."""

_DOCUMENTS: Final = {"passport": "6", "driving licence": "5", "residence permit": "7", "tax number": "9"}
_WITH_STATES: Final = frozenset({"US", "CA", "MX"})


def subjects(dossier: Dossier) -> list[Party]:
    """Choose whom a SAR names as subjects.

    A possible victim is never a subject: then those on the other side of their payments are, as far as they are not
    protected themselves. Victims are told of in the narrative. Of several leads, each brings its own; whom people who
    worked on the case named as under suspicion comes with them, and a witness never does.
    """
    found: dict[str, Party] = {}
    for matter in dossier.matters:
        own = dossier.party(matter.subject)
        far = {key for payment in dossier.payments_of(matter) for key in (payment.payer, payment.receiver)}
        others = [party for party in dossier.counterparties if party.key in far or not dossier.further]
        named = [own] if own.suspected else [one for one in others if not one.protected and one.standing not in NEVER]
        found |= {party.key: party for party in named}
    found |= {party.key: party for party in dossier.parties if party.suspected}
    return list(found.values())


def institution_parties(sheet: Sheet, activity: etree._Element, filer: Filer) -> None:
    """Write transmitter, its contact, the filing institution, the contact office, and where it happened."""
    officer = filer.officer
    name = f"{officer.first_name} {officer.last_name}" if officer else None

    party = _open(sheet, activity, TRANSMITTER, "filer")
    _full_name(sheet, party, filer.name, "filer.name")
    address(sheet, party, filer.address, "filer.address")
    _phone(sheet, party, officer.phone if officer else "", "filer.officer.phone", kind=None)
    _number(
        sheet, party, filer.ids.get("transmitter_control_code"), _CONTROL_CODE, "filer.ids.transmitter_control_code"
    )
    _number(sheet, party, filer.ids.get("transmitter_ein"), _TIN, "filer.ids.transmitter_ein")

    party = _open(sheet, activity, TRANSMITTER_CONTACT, "filer.officer")
    _full_name(sheet, party, name, "filer.officer")

    for code in (FILER, PLACE):
        party = _open(sheet, activity, code, "filer")
        if code == PLACE:
            sheet.mark(party, "NoBranchActivityInvolvedIndicator", not filer.branch, "filer.branch")
        sheet.say(party, "PrimaryRegulatorTypeCode", filer.ids.get("regulator"), "filer.ids.regulator")
        _full_name(sheet, party, filer.name, "filer.name")
        address(sheet, party, filer.address, "filer.address")
        _number(sheet, party, filer.ids.get("ein"), _EIN, "filer.ids.ein")
        kind = sheet.part(party, "OrganizationClassificationTypeSubtype", "filer.ids.institution_type")
        sheet.say(kind, "OrganizationTypeID", filer.ids.get("institution_type"), "filer.ids.institution_type")
        if code == FILER:
            office = _open(sheet, activity, CONTACT, "filer.officer")
            _full_name(sheet, office, name, "filer.officer")
            _phone(sheet, office, officer.phone if officer else "", "filer.officer.phone", kind="W")


def subject_party(sheet: Sheet, activity: etree._Element, party: Party | None, filer: Filer) -> None:
    """Write one subject; without a party, one of whom nothing is known."""
    where = f"parties[{party.key}]" if party else "parties"
    element = sheet.part(activity, "Party", where)
    sheet.say(element, "ActivityPartyTypeCode", SUBJECT, where)
    if party is None:
        sheet.mark(element, "AllCriticalSubjectInformationUnavailableIndicator", holds=True, where=where)
        return
    organisation = party.kind == "organisation"
    born = f"{party.birth_date:%Y%m%d}" if party.birth_date else f"{party.birth_year}0000" if party.birth_year else None
    sheet.mark(element, "BirthDateUnknownIndicator", not organisation and born is None, f"{where}.birth_date")
    sheet.mark(element, "FemaleGenderIndicator", party.gender == "female" and not organisation, f"{where}.gender")
    sheet.say(element, "IndividualBirthDateText", None if organisation else born, f"{where}.birth_date")
    sheet.mark(element, "MaleGenderIndicator", party.gender == "male" and not organisation, f"{where}.gender")
    known_here = bool(party.accounts) and party.client
    sheet.mark(element, "NoKnownAccountInvolvedIndicator", not known_here, f"{where}.accounts")
    sheet.mark(element, "PartyAsEntityOrganizationIndicator", organisation, f"{where}.kind")
    sheet.mark(element, "PayeeReceiverIndicator", party.side == "beneficiary", f"{where}.side")
    sheet.mark(element, "PurchaserSenderIndicator", party.side == "originator", f"{where}.side")
    sheet.mark(element, "UnknownGenderIndicator", party.gender == "unknown" and not organisation, f"{where}.gender")
    _names(sheet, element, party, where)
    for at, one in enumerate(party.addresses or (Address(country=party.country),)):
        address(sheet, element, one, f"{where}.addresses[{at}]", unknown=True)
    for number in party.phones:
        _phone(sheet, element, number, f"{where}.phones", kind=None)
    _identity(sheet, element, party, where)
    if party.occupation:
        occupation = sheet.part(element, "PartyOccupationBusiness", f"{where}.occupation")
        sheet.say(occupation, "OccupationBusinessText", party.occupation, f"{where}.occupation")
    for email in party.emails:
        electronic = sheet.part(element, "ElectronicAddress", f"{where}.emails")
        sheet.say(electronic, "ElectronicAddressText", email, f"{where}.emails")
        sheet.say(electronic, "ElectronicAddressTypeCode", "E", f"{where}.emails")
    tie = sheet.part(element, "PartyAssociation", f"{where}.client")
    sheet.mark(tie, "CustomerIndicator", party.client, f"{where}.client")
    sheet.mark(tie, "NoRelationshipToInstitutionIndicator", not party.client, f"{where}.client")
    if party.client:
        sheet.say(tie, "SubjectRelationshipFinancialInstitutionTINText", filer.ids.get("ein"), "filer.ids.ein")
    if known_here:
        _accounts(sheet, element, party, filer, where)


def _open(sheet: Sheet, activity: etree._Element, code: str, where: str) -> etree._Element:
    element = sheet.part(activity, "Party", where)
    sheet.say(element, "ActivityPartyTypeCode", code, where)
    return element


def _full_name(sheet: Sheet, party: etree._Element, name: str | None, where: str) -> None:
    if name is None:
        sheet.findings.refuse(where, "nothing", "a name that the SAR demands", "Give it with --filer.")
        return
    element = sheet.part(party, "PartyName", where)
    sheet.say(element, "PartyNameTypeCode", "L", where)
    sheet.say(element, "RawPartyFullName", name, where)


def _names(sheet: Sheet, element: etree._Element, party: Party, where: str) -> None:
    name = split_name(party)
    organisation = party.kind == "organisation"
    last = (party.names[0] if party.names else None) if organisation else name.last
    legal = sheet.part(element, "PartyName", f"{where}.names")
    sheet.mark(legal, "EntityLastNameUnknownIndicator", not last, f"{where}.last_name")
    sheet.mark(legal, "FirstNameUnknownIndicator", not organisation and not name.first, f"{where}.first_name")
    sheet.say(legal, "PartyNameTypeCode", "L", f"{where}.names")
    sheet.say(legal, "RawEntityIndividualLastName", last, f"{where}.last_name")
    sheet.say(legal, "RawIndividualFirstName", None if organisation else name.first, f"{where}.first_name")
    if name.split and not organisation:
        sheet.findings.remark(f"{where}: {party.names[0]!r} was told apart by rule into first and last name.")
    for other in party.names[0 if name.split and not organisation else 1 :]:
        also = sheet.part(element, "PartyName", f"{where}.names")
        sheet.say(also, "PartyNameTypeCode", "AKA", f"{where}.names")
        sheet.say(also, "RawPartyFullName", other, f"{where}.names")


def address(sheet: Sheet, party: etree._Element, one: Address, where: str, *, unknown: bool = False) -> None:
    """Write an address; with `unknown`, what is not known is ticked as unknown."""
    element = sheet.part(party, "Address", where)
    in_states = one.country in _WITH_STATES
    postcode = re.sub(r"[^A-Za-z0-9]", "", one.postcode or "")
    sheet.mark(element, "CityUnknownIndicator", unknown and not one.city, f"{where}.city")
    sheet.mark(element, "CountryCodeUnknownIndicator", unknown and not one.country, f"{where}.country")
    sheet.say(element, "RawCityText", one.city, f"{where}.city")
    sheet.say(element, "RawCountryCodeText", one.country, f"{where}.country")
    if in_states:
        sheet.say(element, "RawStateCodeText", one.state, f"{where}.state")
    sheet.say(element, "RawStreetAddress1Text", one.street, f"{where}.street")
    sheet.say(element, "RawZIPCode", postcode, f"{where}.postcode")
    sheet.mark(element, "StateCodeUnknownIndicator", unknown and in_states and not one.state, f"{where}.state")
    sheet.mark(element, "StreetAddressUnknownIndicator", unknown and not one.street, f"{where}.street")
    sheet.mark(element, "ZIPCodeUnknownIndicator", unknown and not postcode, f"{where}.postcode")


def _phone(sheet: Sheet, party: etree._Element, number: str, where: str, *, kind: str | None) -> None:
    digits = re.sub(r"\D", "", number)
    if digits:
        element = sheet.part(party, "PhoneNumber", where)
        sheet.say(element, "PhoneNumberText", digits, where)
        sheet.say(element, "PhoneNumberTypeCode", kind, where)


def _number(sheet: Sheet, party: etree._Element, number: str | None, code: str, where: str) -> None:
    if not number:
        sheet.findings.refuse(where, "nothing", "a number that the SAR demands", "Give it with --filer.")
        return
    element = sheet.part(party, "PartyIdentification", where)
    sheet.say(element, "PartyIdentificationNumberText", number, where)
    sheet.say(element, "PartyIdentificationTypeCode", code, where)


def _identity(sheet: Sheet, element: etree._Element, party: Party, where: str) -> None:
    tin = sheet.part(element, "PartyIdentification", f"{where}.documents")
    sheet.mark(tin, "TINUnknownIndicator", holds=True, where=f"{where}.documents")
    if not party.documents and party.kind != "organisation":
        none = sheet.part(element, "PartyIdentification", f"{where}.documents")
        sheet.mark(none, "IdentificationPresentUnknownIndicator", holds=True, where=f"{where}.documents")
    for at, document in enumerate(party.documents):
        place = f"{where}.documents[{at}]"
        one = sheet.part(element, "PartyIdentification", place)
        code = _DOCUMENTS.get(document.kind, "999")
        sheet.say(one, "OtherIssuerCountryText", document.country, f"{place}.country")
        sheet.say(one, "OtherPartyIdentificationTypeText", document.kind if code == "999" else None, f"{place}.kind")
        sheet.say(one, "PartyIdentificationNumberText", document.number, f"{place}.number")
        sheet.say(one, "PartyIdentificationTypeCode", code, f"{place}.kind")


def _accounts(sheet: Sheet, element: etree._Element, party: Party, filer: Filer, where: str) -> None:
    held = sheet.part(element, "PartyAccountAssociation", f"{where}.accounts")
    sheet.say(held, "PartyAccountAssociationTypeCode", "7", f"{where}.accounts")
    holder = sheet.part(held, "Party", f"{where}.accounts")
    sheet.say(holder, "ActivityPartyTypeCode", HOLDER, f"{where}.accounts")
    number = sheet.part(holder, "PartyIdentification", "filer.ids.ein")
    sheet.say(number, "PartyIdentificationNumberText", filer.ids.get("ein"), "filer.ids.ein")
    sheet.say(number, "PartyIdentificationTypeCode", _TIN, "filer.ids.ein")
    for at, account in enumerate(party.accounts):
        place = f"{where}.accounts[{at}].number"
        one = sheet.part(holder, "Account", place)
        sheet.say(one, "AccountNumberText", account.number, place)
        link = sheet.part(one, "PartyAccountAssociation", place)
        sheet.say(link, "PartyAccountAssociationTypeCode", "5", place)
