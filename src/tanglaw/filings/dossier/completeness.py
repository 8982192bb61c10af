"""How complete a filing is, and what is missing. Complete is not urgent: see :mod:`tanglaw.filings.dossier.urgency`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from tanglaw.filings.dossier.dossier import Dossier
from tanglaw.filings.dossier.narrative import TITLES
from tanglaw.filings.dossier.party import Party
from tanglaw.filings.dossier.payment import Payment


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that a useful report carries.

    Attributes:
        id: short name.
        what: the thing, in words.
        field: where it stands in the dossier.
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


Check = tuple[str, str, str, float, Callable[[Dossier], float], str]

_TOPICS: Final = frozenset({"who", "what", "when", "where", "how", "suspicion", "ordinary"})


def completeness(dossier: Dossier) -> Completeness:
    """Score a dossier against what a report of this kind should carry (DOMAIN: both parties' identifiers, accounts,
    devices, every payment with local times and both currencies, references, who else, why not ordinary, the label).
    """  # noqa: D205 -- the list is the summary
    items = []
    for name, what, field, weight, share, mend in CHECKS:
        found = min(1.0, max(0.0, share(dossier)))
        missing = "" if found >= 1 else mend if found == 0 else f"{found:.0%} there. {mend}"
        items.append(Item(name, what, field, weight, round(found, 4), missing))
    total = sum(item.weight for item in items)
    return Completeness(round(sum(item.weight * item.share for item in items) / total, 4), tuple(items))


def _has(*values: object) -> float:
    return float(any(values))


def _part(values: Sequence[object], good: Callable[[object], bool] = bool) -> float:
    return sum(1 for value in values if good(value)) / len(values) if values else 0.0


def _of_others(dossier: Dossier, has: Callable[[Party], bool]) -> float:
    return _part([has(party) for party in dossier.counterparties])


def _of_payments(dossier: Dossier, has: Callable[[Payment], bool]) -> float:
    return _part([has(payment) for payment in dossier.payments])


def _every_payment(dossier: Dossier) -> float:
    if not dossier.payments:
        return 0.0
    return len(dossier.payments) / max(dossier.origin.payments_recorded, len(dossier.payments))


def _told_from_ordinary(dossier: Dossier) -> float:
    """Half where the ordinary explanation is at least as probable: then only a person can say why it is not it."""
    ordinary = dossier.assessment.ordinary
    if ordinary is None or not ordinary.why_not:
        return 0.0
    written = dossier.narrative.edited is not None
    return 1.0 if ordinary.share < dossier.assessment.score or written else 0.5


def _topics(dossier: Dossier) -> float:
    return len({section.topic for section in dossier.narrative.current if section.text.strip()} & _TOPICS) / len(
        _TOPICS
    )


CHECKS: Final[tuple[Check, ...]] = (
    ("subject_name", "the subject's name", "parties[subject].names", 3,
     lambda d: _has(d.the_subject.names), "Add the name as the institution recorded it."),
    ("subject_birth", "the subject's date of birth", "parties[subject].birth_date", 2,
     lambda d: 1.0 if d.the_subject.birth_date else 0.5 * _has(d.the_subject.birth_year), "Add the date of birth."),
    ("subject_address", "the subject's address", "parties[subject].addresses", 2,
     lambda d: _has(*(a.street for a in d.the_subject.addresses)), "Add the address."),
    ("subject_contact", "the subject's phone or e-mail", "parties[subject].phones", 2,
     lambda d: _has(d.the_subject.phones, d.the_subject.emails), "Add a phone number or an e-mail address."),
    ("subject_account", "the subject's accounts", "parties[subject].accounts", 2,
     lambda d: _has(d.the_subject.accounts), "Add the accounts, cards and wallets used, or say that cash was used."),
    ("subject_device", "devices or network addresses", "parties[subject].devices", 2,
     lambda d: _has(*(p.devices for p in d.parties)), "Add the devices and addresses that payments were ordered from."),
    ("subject_document", "the subject's identity document", "parties[subject].documents", 1,
     lambda d: _has(d.the_subject.documents), "Add the document that the institution verified."),
    ("counterparty_names", "the counterparties' names", "parties[].names", 2,
     lambda d: _of_others(d, lambda p: bool(p.names)), "Name the counterparties."),
    ("counterparty_ids", "a phone, account or e-mail of each counterparty", "parties[].phones", 2,
     lambda d: _of_others(d, lambda p: bool(p.phones or p.accounts or p.emails)),
     "Add what identifies each counterparty: the payout record mostly holds a phone or an account."),
    ("every_payment", "every payment", "payments", 3, _every_payment, "Add the payments that were cut off."),
    ("local_times", "both local times of each payment", "payments[].payer_local", 1.5,
     lambda d: _of_payments(d, lambda p: p.payer_local is not None and p.receiver_local is not None),
     "Add the time zones or cities of both sides."),
    ("both_currencies", "each amount in both currencies", "payments[].received", 1,
     lambda d: _of_payments(d, lambda p: p.received is not None), "Add the amounts paid out."),
    ("references", "references, verbatim", "payments[].reference", 1,
     lambda d: _has(*(p.reference for p in d.payments)), "Add the references if payments carry any."),
    ("circle", "the counterparties' counterparties", "circles", 1.5,
     lambda d: _has(d.circles), "Look up who else pays, or is paid by, the counterparties."),
    ("label", "the label that routes the report", "labels", 2,
     lambda d: _has(d.labels), "Add the label of the authority."),
    ("narrative", "who, what, when, where, how, why suspicious, why not ordinary", "narrative", 3, _topics,
     f"Write the missing topics of: {', '.join(TITLES[t] for t in TITLES if t in _TOPICS)}."),
    ("ordinary", "why an ordinary explanation does not fit", "assessment.ordinary", 2,
     _told_from_ordinary,
     "Say which ordinary explanation came closest and why it fits less, above all where it is the more probable one."),
    ("at_risk", "who may be at risk, and where", "at_risk", 2, lambda d: _has(d.at_risk), "Say who may be at risk."),
    ("filer", "who files, and whom to call", "filer.officer", 2,
     lambda d: _has(d.filer and d.filer.officer), "Give the institution and a contact person (`--filer`)."),
    ("earlier", "earlier reports about the same people", "earlier", 0.5,
     lambda d: _has(d.earlier), "Look whether these people were reported before, and give the reference."),
)  # fmt: skip
"""What is looked for. Weights are assumed: identity, payments and narrative count most: reports fail on them."""
