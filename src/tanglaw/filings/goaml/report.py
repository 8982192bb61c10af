"""A dossier as a goAML report: filled in, ordered, validated, refused with reasons or given as bytes."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final, Literal

from lxml import etree

from tanglaw.filings.amounts import home_currency
from tanglaw.filings.dossier.describing import money_words, name_and_id, party_words
from tanglaw.filings.dossier.dossier import Dossier
from tanglaw.filings.dossier.explaining import about
from tanglaw.filings.dossier.party import Party
from tanglaw.filings.dossier.urgency import urgency
from tanglaw.filings.goaml.context import Context, flag
from tanglaw.filings.goaml.emitting import FIELD, Emitter, Said
from tanglaw.filings.goaml.parties import address, entity, person, phone
from tanglaw.filings.goaml.schema import structural_schema
from tanglaw.filings.goaml.structure import structure
from tanglaw.filings.goaml.transactions import transactions
from tanglaw.filings.profiles.profile import Profile
from tanglaw.filings.rendering import Rendering, safe_name
from tanglaw.filings.xml.checking import check
from tanglaw.filings.xml.text import chunks
from tanglaw.filings.xml.xsd import load_xsd
from tanglaw.leads.words import probability
from tanglaw.payments.rates import Rates

About = Literal["transactions", "activity"]

_LONGEST: Final = 8000
"""Characters of ``reason`` and of every comment (``comments_type``)."""

WANTED: Final = {
    "gender": "gender", "first_name": "first_name", "last_name": "last_name", "birthdate": "birth_date",
    "id_number": "documents", "nationality1": "nationalities", "residence": "country", "phones": "phones",
    "addresses": "addresses", "identification": "documents", "issue_date": "issued", "expiry_date": "expires",
    "issue_country": "country", "name": "names", "account_name": "names", "tax_reg_number": "profile constants",
    "rentity_id": "filer.ids.goaml_rentity_id", "reporting_person": "filer.officer", "indicator": "profile indicators",
    "t_person_registration_in_report/first_name": "filer.officer.first_name",
    "t_person_registration_in_report/last_name": "filer.officer.last_name",
    "incorporation_legal_form": "note (goAML asks for more about organisations than a dossier holds)",
}  # fmt: skip
"""Element (or ``type/element``) → the dossier's field, below the part at hand, that would fill it."""


def goaml(
    dossier: Dossier, profile: Profile, rates: Rates, *, about: About = "transactions", xsd: Path | None = None
) -> Rendering:
    """Fill in a goAML report.

    Args:
        dossier: what to report.
        profile: how the FIU wants it.
        rates: for amounts in the report's own currency.
        about: every payment as a transaction, or the parties of an activity (payments then go into an attachment).
        xsd: the FIU's own schema; left out, the structure that the package knows.

    Returns:
        One file ``REFERENCE.xml``, or the faults.

    Raises:
        UsageError, FaultsError: the schema itself cannot be used.
    """
    filer = dossier.filer
    local = profile.goaml.local_currency or (home_currency(filer.country) if filer else "")
    context = Context(dossier, profile, local)
    if not local:
        context.findings.refuse("profile goaml.local_currency", "nothing", "the currency that the report counts in")
    if about == "transactions" and len(dossier.payments) > profile.limits.transactions:
        context.findings.refuse(
            "payments", f"{len(dossier.payments):,}", f"at most {profile.limits.transactions:,} in one report",
            "Report an activity (--about activity) with the payments as an attachment.",
        )  # fmt: skip
    if about == "transactions" and not dossier.payments:
        context.findings.refuse("payments", "none", "at least one", "Report an activity (--about activity).")
    emitter = Emitter(structure(profile.goaml.version), context.findings, WANTED, frozenset(profile.goaml.mandatory))
    root = emitter.document(_report(context, rates, about))
    schema = structural_schema(profile.goaml.version, codes=profile.goaml.codes_of_structure)
    notes: tuple[str, ...] = ()
    if xsd is not None:
        loaded = load_xsd(xsd)
        schema, notes = loaded.schema, loaded.notes
    check(root, schema, emitter.fields, context.findings, report_missing=xsd is not None)
    _codes(emitter, context)
    data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    if len(data) > profile.limits.bytes:
        context.findings.refuse(
            "dossier", f"a file of {len(data):,} bytes", f"at most {profile.limits.bytes:,}",
            "Report an activity (--about activity) with the payments as an attachment.",
        )  # fmt: skip
    return context.findings.rendering({f"{safe_name(dossier.reference)}.xml": data}, notes)


def _report(context: Context, rates: Rates, about: About) -> dict[str, Any]:
    dossier, profile = context.dossier, context.goaml
    filer = dossier.filer
    texts = chunks(dossier.narrative.text(), _LONGEST)
    if filer is None:
        context.findings.refuse("filer", "nothing", "who files", "Give it with --filer, or in the profile.")
    number = filer.ids.get("goaml_rentity_id") if filer else None
    values: dict[str, Any] = {
        FIELD: "dossier",
        "schema_version": Said(profile.schema_version or "", "profile goaml.schema_version"),
        "rentity_id": Said(number, "filer.ids.goaml_rentity_id") if number else None,
        "rentity_branch": Said(filer.branch, "filer.branch") if filer and filer.branch else None,
        "submission_code": Said(profile.submission_code, "profile goaml.submission_code"),
        "report_code": Said(
            profile.report_code if about == "transactions" else profile.activity_code, "profile goaml.report_code"
        ),
        "entity_reference": Said(dossier.reference, "reference"),
        "prev_rejected_ref_number": Said(dossier.corrects, "corrects") if dossier.corrects else None,
        "submission_date": context.when(dossier.dated, "dated"),
        "currency_code_local": Said(context.local_currency, "profile goaml.local_currency"),
        "location": address(filer.address, "filer.address", "organisation", context) if filer else None,
        "reason": Said(texts[0], "narrative"),
        "report_indicators": {FIELD: "profile goaml.indicators", "indicator": _indicators(context)},
        "additional_information": {FIELD: "dossier", "additional_info": _further(context, texts[1:])},
    }
    officer = filer.officer if filer else None
    if officer and officer.code:
        values["reporting_user_code"] = Said(officer.code, "filer.officer.code")
    elif officer:
        values["reporting_person"] = {
            FIELD: "filer.officer",
            "first_name": Said(officer.first_name, "filer.officer.first_name"),
            "last_name": Said(officer.last_name, "filer.officer.last_name"),
            "phones": {
                FIELD: "filer.officer",
                "phone": [phone(officer.phone, "filer.officer.phone", "organisation", context)],
            }
            if officer.phone
            else None,
            "email": [Said(officer.email, "filer.officer.email")],
            "occupation": Said(officer.role, "filer.officer.role"),
        }
    if about == "transactions":
        values["transaction"] = transactions(context, rates)
    else:
        values["activity"] = _activity(context)
    return values


def _indicators(context: Context) -> list[Said]:
    table = context.goaml.indicators
    patterns = [matter.assessment.pattern for matter in context.dossier.matters]
    codes = [code for pattern in patterns for code in table.get(pattern) or table.get("default", ())]
    return [Said(code, "profile goaml.indicators") for code in dict.fromkeys(codes)]


def _activity(context: Context) -> dict[str, Any]:
    parties = []
    for party in context.dossier.parties:
        detailed = context.goaml.client == "detailed" and party.client
        where = f"parties[{party.key}]"
        kind = "entity" if party.kind == "organisation" else "person"
        write = entity if kind == "entity" else person
        parties.append(
            {
                FIELD: where,
                f"{kind}_my_client" if detailed else kind: write(party, context, detailed=detailed),
                "country": Said(party.country, f"{where}.country") if party.country else None,
                "is_suspected": flag(party.suspected, f"{where}.standing"),
                "reason": Said(_why_here(context.dossier, party), f"{where}.standing"),
            }
        )
    return {FIELD: "parties", "report_parties": {FIELD: "parties", "report_party": parties}}


def _why_here(dossier: Dossier, party: Party) -> str:
    """Say why a party stands in an activity; of several leads, by which."""
    leads = [matter.assessment for matter in dossier.matters if matter.subject == party.key] if dossier.further else []
    told = [
        f"Lead {said.lead_id}: payment pattern consistent with: {said.pattern_title}, {probability(said.score)} "
        "probable of all explanations compared."
        for said in leads
    ]
    return " ".join(text for text in (f"{party.standing.capitalize()}.", *told, party.note) if text)


def _further(context: Context, narrative: list[str]) -> list[dict[str, Any]]:
    """Write what has no element of its own: the rest of the narrative, labels, urgency, the wider circle, markings."""
    dossier = context.dossier
    parties = {party.key: party for party in dossier.parties}
    hurry = urgency(dossier)
    ties = " ".join(
        f"{name_and_id(parties[tie.other])} with {name_and_id(parties[tie.counterparty])}: {tie.payments} payments"
        + (f", {money_words(tie.usd.amount, 'USD')}" if tie.usd else "")
        + f", {tie.first_seen:%Y-%m-%d} to {tie.last_seen:%Y-%m-%d}"
        + (f" (lead {tie.lead})" if tie.lead else "")
        + ";"
        for tie in dossier.ties
    )
    subjects: list[tuple[str, str, str]] = [
        *(
            (f"Narrative, part {part} of {len(narrative) + 1}", text, "narrative")
            for part, text in enumerate(narrative, 2)
        ),
        ("Labels", "; ".join(f"{label.code} ({label.authority})" for label in dossier.labels), "labels"),
        ("Urgency", f"{hurry.word}: {'; '.join(hurry.reasons)}", "assessment.urgency_reasons"),
        ("Who may be at risk", "; ".join(f"{r.who}: {r.where}" for r in dossier.at_risk), "at_risk"),
        ("Leads", _leads(dossier), "further"),
        ("Named in the case", _named(dossier), "parties"),
        ("Counterparties' counterparties", ties, "ties"),
        ("Earlier reports", "; ".join(f"{one.reference} ({one.authority})" for one in dossier.earlier), "earlier"),
        ("Handling", dossier.markings.in_words, "markings"),
    ]
    made = []
    for subject, text, where in subjects:
        parts = chunks(text.replace("\N{NO-BREAK SPACE}", " "), _LONGEST) if text else []
        for number, part in enumerate(parts, 1):
            title = subject if len(parts) == 1 else f"{subject} ({number} of {len(parts)})"
            made.append({FIELD: where, "info_subject": Said(title, where), "info_text": Said(part, where)})
    return made


def _leads(dossier: Dossier) -> str:
    """Name every lead of several, with whom it is about; of a single one the narrative says all."""
    if not dossier.further:
        return ""
    return " ".join(
        f"{about(dossier, matter)}: {matter.assessment.pattern_title}, {probability(matter.assessment.score)} probable;"
        for matter in dossier.matters
    )


def _named(dossier: Dossier) -> str:
    """Name the people of the case who take part in no transaction, so that none is lost with the form."""
    return " ".join(
        f"{party.standing.capitalize()}: {party_words(party)}." + (f" {party.note}" if party.note else "")
        for party in dossier.beside
    )


def _codes(emitter: Emitter, context: Context) -> None:
    """Hold codes against the lists of the profile."""
    allowed = context.goaml.allowed
    if not allowed:
        return
    types = {
        child.name: child.type
        for node in emitter.structure.complex.values()
        for child in _below(node)
        if child.type in allowed
    }
    for element, where in emitter.fields.items():
        kind = types.get(str(element.tag))
        if kind and element.text not in allowed[kind]:
            few = ", ".join(allowed[kind][:12])
            context.findings.refuse(
                where, f"the code {element.text!r}", f"one of {kind}: {few}", "Correct the profile."
            )


def _below(node: Any) -> list[Any]:  # noqa: ANN401 -- a node of the structure
    return [inner for child in node.children for inner in (child, *_below(child))]
