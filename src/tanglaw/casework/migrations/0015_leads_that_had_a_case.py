"""A case used to be a state of a lead: each lead that stands there, or was referred or filed, gets a case of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import migrations

if TYPE_CHECKING:
    from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_STATES = ("case", "referred", "filed")


def open_cases(apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ANN401 -- Django's registry
    """Open the cases, in the name of who proposed the decision in force."""
    del schema_editor
    models = {name: apps.get_model("casework", name) for name in ("Case", "CaseLead", "CasePerson", "CaseSubject")}
    lead_model, decision = apps.get_model("casework", "Lead"), apps.get_model("casework", "Decision")
    for lead in lead_model.objects.filter(state__in=_STATES, holdings__isnull=True).order_by("pk"):
        decided = decision.objects.filter(lead=lead, standing="in_force").first()
        if decided is None:
            continue
        by, at = decided.proposed_by, decided.answered or decided.proposed
        case = models["Case"].objects.create(
            title=" ".join(f"{lead.pattern_title}, {lead.corridor}".split())[:120], opened=at, opened_by=by,
            keeper=lead.assigned_to or by,
        )  # fmt: skip
        models["CaseLead"].objects.create(case=case, lead=lead, added=at, added_by=by)
        for person in {by.pk, case.keeper_id}:
            models["CasePerson"].objects.create(case=case, user_id=person, added=at, added_by=by)
        role = "victim" if lead.protect else "review"
        models["CaseSubject"].objects.create(
            case=case, role=role, side=lead.role, party=lead.subject, added=at, added_by=by
        )


class Migration(migrations.Migration):
    """Undone, the cases stay: they may hold work by then."""

    dependencies = (("casework", "0014_what_became_of_filings"),)
    operations = (migrations.RunPython(open_cases, migrations.RunPython.noop),)
