"""What the people who worked on a case found out about people, as far as it goes into a filing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tanglaw.casework.models import Case, CaseSubject
from tanglaw.casework.models.case_subject import SubjectRole
from tanglaw.filings.dossier.dossier import Dossier
from tanglaw.filings.dossier.drafting import draft
from tanglaw.filings.dossier.narrative import Narrative
from tanglaw.filings.dossier.party import Party, Standing

_STANDINGS: Final[dict[str, Standing]] = {
    SubjectRole.REVIEW: "subject of review",
    SubjectRole.VICTIM: "possible victim",
    SubjectRole.FACILITATOR: "facilitator in question",
    SubjectRole.WITNESS: "witness",
    SubjectRole.OTHER: "named in the case",
}
_AS_FOUND: Final = "a possible victim, as people found out"


def with_the_case(dossier: Dossier, case: Case) -> Dossier:
    """Take over what people found out: what somebody is in the case, names and words; the narrative is drafted anew.

    Whom a lead protects stays protected, whatever else they are named. People whom somebody wrote down, and who stand
    in no payment, are added to the parties.
    """
    people = list(case.subjects.all())
    known = {(one.side, one.party): one for one in people if one.index}
    about = {party.key for party in dossier.subjects}
    parties = []
    for party in dossier.parties:
        ids = [(party.side or "", account) for account in party.ids]
        one = next((known[each] for each in ids if each in known), None)
        parties.append(party if one is None else _found_out(party, one, of_a_lead=party.key in about))
    parties += _written_down(len(parties), (one for one in people if not one.index))
    changed = dossier.model_copy(update={"parties": tuple(parties)})
    return changed.model_copy(update={"narrative": Narrative(draft=draft(changed))})


def _found_out(party: Party, one: CaseSubject, *, of_a_lead: bool) -> Party:
    note = [party.note] if party.note else []
    changes: dict[str, object] = {}
    if one.name and one.name not in party.names:
        changes["names"] = (*party.names, one.name)
    standing = _STANDINGS[one.role]
    if one.role == SubjectRole.VICTIM:
        changes |= {"protected": True, "protected_because": party.protected_because or _AS_FOUND}
        changes |= {"standing": standing} if party.standing != "counterparty's counterparty" else {}
    elif party.protected or (of_a_lead and one.role in {SubjectRole.WITNESS, SubjectRole.OTHER}):
        note += [f"Named in the case as {standing}."] if one.role not in {SubjectRole.REVIEW, SubjectRole.OTHER} else []
    else:
        changes["standing"] = standing
    note += [one.about] if one.about else []
    return Party.model_validate(party.model_dump() | changes | {"note": " ".join(note)})


def _written_down(count: int, people: Iterable[CaseSubject]) -> list[Party]:
    return [
        Party(
            key=f"P{number}", standing=_STANDINGS[one.role], side=None, kind="person", names=(one.name,),
            note=one.about, protected=one.role == SubjectRole.VICTIM,
            protected_because=_AS_FOUND if one.role == SubjectRole.VICTIM else "",
        )
        for number, one in enumerate(people, count + 1)
    ]  # fmt: skip
