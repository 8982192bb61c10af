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
from tanglaw.filings.dossier.narrative import Narrative
from tanglaw.filings.dossier.part import Part
from tanglaw.filings.dossier.party import Country, Party, Side
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
        payments_recorded: how many payments of the subject the run counted; more than the dossier holds means cut.
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
        subject: key of the party it is about.
        side: whether the subject pays or is paid.
        parties: the subject first, then counterparties, then those beyond.
        payments: in order of time.
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
        named |= {circle.counterparty for circle in self.circles}
        if lost := sorted(named - set(keys)):
            raise ValueError(f"found the keys {', '.join(lost)} without a party; expected every key among parties")
        return self

    def party(self, key: str) -> Party:
        """Give a party by its key."""
        return next(party for party in self.parties if party.key == key)

    @property
    def the_subject(self) -> Party:
        """The party the filing is about."""
        return self.party(self.subject)

    @property
    def counterparties(self) -> tuple[Party, ...]:
        """The parties on the other side of the subject's payments, whatever else they are."""
        met = {key for p in self.payments for key in (p.payer, p.receiver)} - {self.subject}
        return tuple(party for party in self.parties if party.key in met or party.standing == "counterparty")

    @property
    def total_usd(self) -> Decimal:
        """Sum in US dollars; payments without a rate are left out."""
        return sum((payment.usd.amount for payment in self.payments if payment.usd), Decimal(0))

    @property
    def countries(self) -> tuple[Country, ...]:
        """Countries that payments ran between, sorted."""
        return tuple(sorted({c for p in self.payments for c in (p.payer_country, p.receiver_country)}))
