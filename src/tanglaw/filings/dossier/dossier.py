"""The dossier itself: one filing's content, typed, whole, and bound to no authority's form."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final, Literal, Self

from pydantic import Field, model_validator

from tanglaw.filings.dossier.circle import Circle, Tie
from tanglaw.filings.dossier.filer import Filer
from tanglaw.filings.dossier.grounds import Assessment
from tanglaw.filings.dossier.markings import Markings
from tanglaw.filings.dossier.matter import Matter
from tanglaw.filings.dossier.narrative import Narrative
from tanglaw.filings.dossier.part import Part
from tanglaw.filings.dossier.party import BESIDE, Country, Party, Side
from tanglaw.filings.dossier.payment import Payment

FORMAT: Final = "tanglaw-dossier/1"


class Label(Part):
    """A word or code by which an authority routes a report (``OCSE-FIN-2021-NTC3``)."""

    authority: str
    code: str
    meaning: str


class Earlier(Part):
    """A report filed before about the same people."""

    reference: str
    authority: str
    filed_on: date | None = None
    about: str = ""


class AtRisk(Part):
    """Who may be in danger, and where; places and ages only, no child is named by guess."""

    who: str
    where: str
    why: str


class Origin(Part):
    """What the dossier was made from, so that it can be made again.

    Attributes:
        made_by: program and version.
        rates: which exchange rates.
        inputs: the run's inputs by file name.
        payments_recorded: how many payments of the first lead's subject the run counted; more than the dossier holds
            means cut.
    """

    made_by: str
    engine: str = ""
    rates: str = ""
    inputs: tuple[str, ...] = ()
    data_from: str = ""
    data_to: str = ""
    patterns: dict[str, str] = Field(default_factory=dict)
    payments_recorded: int = 0


class Dossier(Part):
    """Everything one filing says.

    Attributes:
        reference: the filer's own reference; unique a filing.
        version: 1 for the first; a correction counts on and names what it corrects.
        dated: the day it was prepared.
        subject: key of the party it is about; of several, the first.
        side: whether the subject pays or is paid.
        parties: the subjects first, then counterparties, then people named in the case, then those beyond.
        payments: in order of time; one that several leads share stands once.
        assessment: why, of the first lead.
        further: the other leads, where it is about several; left out of the file where it is about one.
    """

    format: Literal["tanglaw-dossier/1"] = "tanglaw-dossier/1"
    reference: str
    version: int = 1
    corrects: str | None = None
    dated: date
    filer: Filer | None = None
    markings: Markings = Markings()
    subject: str
    side: Side
    parties: tuple[Party, ...]
    payments: tuple[Payment, ...]
    circles: tuple[Circle, ...] = ()
    ties: tuple[Tie, ...] = ()
    assessment: Assessment
    further: tuple[Matter, ...] = Field(default=(), exclude_if=lambda further: not further)
    narrative: Narrative
    labels: tuple[Label, ...] = ()
    at_risk: tuple[AtRisk, ...] = ()
    travel: tuple[str, ...] = ()
    earlier: tuple[Earlier, ...] = ()
    origin: Origin

    @model_validator(mode="after")
    def _keys_lead_somewhere(self) -> Self:
        keys = [party.key for party in self.parties]
        if len(set(keys)) != len(keys):
            twice = sorted({key for key in keys if keys.count(key) > 1})
            raise ValueError(f"parties: found the keys {', '.join(twice)} more than once; expected each once")
        named = {self.subject, *(p.payer for p in self.payments), *(p.receiver for p in self.payments)}
        named |= {tie.counterparty for tie in self.ties} | {tie.other for tie in self.ties}
        named |= {circle.counterparty for circle in self.circles} | {matter.subject for matter in self.further}
        if lost := sorted(named - set(keys)):
            raise ValueError(f"found the keys {', '.join(lost)} without a party; expected every key among parties")
        return self

    def party(self, key: str) -> Party:
        """Give a party by its key."""
        return next(party for party in self.parties if party.key == key)

    @property
    def the_subject(self) -> Party:
        """The party the filing is about; of several, the first."""
        return self.party(self.subject)

    @property
    def matters(self) -> tuple[Matter, ...]:
        """Every lead the filing is about, the first one first."""
        first = Matter(subject=self.subject, side=self.side, assessment=self.assessment,
                       payments_recorded=self.origin.payments_recorded)  # fmt: skip
        return (first, *self.further)

    @property
    def subjects(self) -> tuple[Party, ...]:
        """The parties the filing is about, each once."""
        return tuple(self.party(key) for key in dict.fromkeys(matter.subject for matter in self.matters))

    @property
    def counterparties(self) -> tuple[Party, ...]:
        """The parties on the other side of the subjects' payments, whatever else they are; no subject among them."""
        about = {matter.subject for matter in self.matters}
        met = {key for p in self.payments for key in (p.payer, p.receiver)} - about
        return tuple(
            party for party in self.parties
            if party.key in met or (party.standing == "counterparty" and party.key not in about)
        )  # fmt: skip

    @property
    def beside(self) -> tuple[Party, ...]:
        """The people whom those who worked on the case named, and who take part in no payment of the filing."""
        met = {key for p in self.payments for key in (p.payer, p.receiver)} | {one.subject for one in self.matters}
        return tuple(party for party in self.parties if party.standing in BESIDE and party.key not in met)

    def payments_of(self, matter: Matter) -> tuple[Payment, ...]:
        """Give the payments of one lead: those of its subject, in order of time."""
        end = "payer" if matter.side == "originator" else "receiver"
        return tuple(payment for payment in self.payments if getattr(payment, end) == matter.subject)

    @property
    def payments_missing(self) -> int:
        """How many payments of the subjects the runs counted and the dossier does not hold."""
        if not self.further:
            return max(0, self.origin.payments_recorded - len(self.payments))
        lacking: dict[tuple[str, Side], int] = {}
        for matter in self.matters:
            short = matter.payments_recorded - len(self.payments_of(matter))
            about = matter.subject, matter.side
            lacking[about] = max(lacking.get(about, 0), short)
        return sum(lacking.values())

    @property
    def total_usd(self) -> Decimal:
        """Sum in US dollars; payments without a rate are left out."""
        return sum((payment.usd.amount for payment in self.payments if payment.usd), Decimal(0))

    @property
    def countries(self) -> tuple[Country, ...]:
        """Countries that payments ran between, sorted."""
        return tuple(sorted({c for p in self.payments for c in (p.payer_country, p.receiver_country)}))
