"""How complete a filing is, and what is missing. Complete is not urgent: see :mod:`tanglaw.filings.dossier.urgency`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from tanglaw.filings.dossier.dossier import Dossier
from tanglaw.filings.dossier.matter import Matter
from tanglaw.filings.dossier.narrative import TITLES
from tanglaw.filings.dossier.party import Party
from tanglaw.filings.dossier.payment import Payment


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that a useful report carries.

    Attributes:
        id: short name.
        what: the thing, in words.
        field: where it stands in the dossier; of several subjects, of the first that lacks it.
        weight: how much it counts; assumed.
        share: how much of it is there, 0–1.
        missing: what is not there and what to do; empty when all is there.
    """

    id: str
    what: str
    field: str
    weight: float
    share: float
    missing: str


@dataclass(frozen=True, slots=True)
class Completeness:
    """The score and what it is made of.

    Attributes:
        score: 0–1, ``Σ weight · share / Σ weight``.
    """

    score: float
    items: tuple[Item, ...]

    @property
    def missing(self) -> tuple[Item, ...]:
        """What is missing, the weightiest first."""
        lacking = [item for item in self.items if item.missing]
        return tuple(sorted(lacking, key=lambda item: (-item.weight * (1 - item.share), item.id)))


class Check(NamedTuple):
    """One thing that is looked for in the whole dossier; `share` says how much of it is there."""

    id: str
    what: str
    field: str
    weight: float
    share: Callable[[Dossier], float]
    mend: str


class OfSubject(NamedTuple):
    """One thing that is looked for with every subject; `field` is below the party."""

    id: str
    what: str
    field: str
    weight: float
    share: Callable[[Party], float]
    mend: str


_TOPICS: Final = frozenset({"who", "what", "when", "where", "how", "suspicion", "ordinary"})


def completeness(dossier: Dossier) -> Completeness:
    """Score a dossier against what a report of this kind should carry (DOMAIN: both parties' identifiers, accounts,
    devices, every payment with local times and both currencies, references, who else, why not ordinary, the label).
    """  # noqa: D205 -- the list is the summary
    items = [
        _of_subjects(dossier, check) if isinstance(check, OfSubject) else _of_dossier(dossier, check)
        for check in CHECKS
    ]
    total = sum(item.weight for item in items)
    return Completeness(round(sum(item.weight * item.share for item in items) / total, 4), tuple(items))


def _of_dossier(dossier: Dossier, check: Check) -> Item:
    found = min(1.0, max(0.0, check.share(dossier)))
    missing = "" if found >= 1 else check.mend if found == 0 else f"{found:.0%} there. {check.mend}"
    return Item(check.id, check.what, check.field, check.weight, round(found, 4), missing)


def _of_subjects(dossier: Dossier, check: OfSubject) -> Item:
    """Look for one thing with every subject; of several, those that lack it are named."""
    shares = {party.key: check.share(party) for party in dossier.subjects}
    found = sum(shares.values()) / len(shares)
    lacking = [key for key, of_one in shares.items() if of_one < 1]
    missing = "" if not lacking else check.mend if found == 0 else f"{found:.0%} there. {check.mend}"
    where = "subject"
    if lacking and dossier.further:
        where, missing = lacking[0], f"Lacking for {', '.join(lacking)}. {check.mend}"
    return Item(check.id, check.what, f"parties[{where}].{check.field}", check.weight, round(found, 4), missing)


def _has(*values: object) -> float:
    return float(any(values))


def _part(values: Sequence[object], good: Callable[[object], bool] = bool) -> float:
    return sum(1 for value in values if good(value)) / len(values) if values else 0.0


def _of_others(dossier: Dossier, has: Callable[[Party], bool]) -> float:
    return _part([has(party) for party in dossier.counterparties])


def _of_payments(dossier: Dossier, has: Callable[[Payment], bool]) -> float:
    return _part([has(payment) for payment in dossier.payments])


def _every_payment(dossier: Dossier) -> float:
    held = len(dossier.payments)
    return held / (held + dossier.payments_missing) if held else 0.0


def _told_from_ordinary(dossier: Dossier) -> float:
    return sum(_told(dossier, matter) for matter in dossier.matters) / len(dossier.matters)


def _told(dossier: Dossier, matter: Matter) -> float:
    """Half where the ordinary explanation is at least as probable: then only a person can say why it is not it."""
    ordinary = matter.assessment.ordinary
    if ordinary is None or not ordinary.why_not:
        return 0.0
    written = dossier.narrative.edited is not None
    return 1.0 if ordinary.share < matter.assessment.score or written else 0.5


def _topics(dossier: Dossier) -> float:
    return len({section.topic for section in dossier.narrative.current if section.text.strip()} & _TOPICS) / len(
        _TOPICS
    )


CHECKS: Final[tuple[Check | OfSubject, ...]] = (
    OfSubject("subject_name", "the subject's name", "names", 3,
     lambda p: _has(p.names), "Add the name as the institution recorded it."),
    OfSubject("subject_birth", "the subject's date of birth", "birth_date", 2,
     lambda p: 1.0 if p.birth_date else 0.5 * _has(p.birth_year), "Add the date of birth."),
    OfSubject("subject_address", "the subject's address", "addresses", 2,
     lambda p: _has(*(a.street for a in p.addresses)), "Add the address."),
    OfSubject("subject_contact", "the subject's phone or e-mail", "phones", 2,
     lambda p: _has(p.phones, p.emails), "Add a phone number or an e-mail address."),
    OfSubject("subject_account", "the subject's accounts", "accounts", 2,
     lambda p: _has(p.accounts), "Add the accounts, cards and wallets used, or say that cash was used."),
    Check("subject_device", "devices or network addresses", "parties[subject].devices", 2,
     lambda d: _has(*(p.devices for p in d.parties)), "Add the devices and addresses that payments were ordered from."),
    OfSubject("subject_document", "the subject's identity document", "documents", 1,
     lambda p: _has(p.documents), "Add the document that the institution verified."),
    Check("counterparty_names", "the counterparties' names", "parties[].names", 2,
     lambda d: _of_others(d, lambda p: bool(p.names)), "Name the counterparties."),
    Check("counterparty_ids", "a phone, account or e-mail of each counterparty", "parties[].phones", 2,
     lambda d: _of_others(d, lambda p: bool(p.phones or p.accounts or p.emails)),
     "Add what identifies each counterparty: the payout record mostly holds a phone or an account."),
    Check("every_payment", "every payment", "payments", 3, _every_payment, "Add the payments that were cut off."),
    Check("local_times", "both local times of each payment", "payments[].payer_local", 1.5,
     lambda d: _of_payments(d, lambda p: p.payer_local is not None and p.receiver_local is not None),
     "Add the time zones or cities of both sides."),
    Check("both_currencies", "each amount in both currencies", "payments[].received", 1,
     lambda d: _of_payments(d, lambda p: p.received is not None), "Add the amounts paid out."),
    Check("references", "references, verbatim", "payments[].reference", 1,
     lambda d: _has(*(p.reference for p in d.payments)), "Add the references if payments carry any."),
    Check("circle", "the counterparties' counterparties", "circles", 1.5,
     lambda d: _has(d.circles), "Look up who else pays, or is paid by, the counterparties."),
    Check("label", "the label that routes the report", "labels", 2,
     lambda d: _has(d.labels), "Add the label of the authority."),
    Check("narrative", "who, what, when, where, how, why suspicious, why not ordinary", "narrative", 3, _topics,
     f"Write the missing topics of: {', '.join(TITLES[t] for t in TITLES if t in _TOPICS)}."),
    Check("ordinary", "why an ordinary explanation does not fit", "assessment.ordinary", 2,
     _told_from_ordinary,
     "Say which ordinary explanation came closest and why it fits less, above all where it is the more probable one."),
    Check("at_risk", "who may be at risk, and where", "at_risk", 2,
     lambda d: _has(d.at_risk), "Say who may be at risk."),
    Check("filer", "who files, and whom to call", "filer.officer", 2,
     lambda d: _has(d.filer and d.filer.officer), "Give the institution and a contact person (`--filer`)."),
    Check("earlier", "earlier reports about the same people", "earlier", 0.5,
     lambda d: _has(d.earlier), "Look whether these people were reported before, and give the reference."),
)  # fmt: skip
"""What is looked for. Weights are assumed: identity, payments and narrative count most: reports fail on them."""
