"""One lead that a filing is about: whom, on which side of their payments, and why."""

from __future__ import annotations

from tanglaw.filings.dossier.grounds import Assessment
from tanglaw.filings.dossier.part import Part
from tanglaw.filings.dossier.party import Side


class Matter(Part):
    """One lead of a filing.

    Attributes:
        subject: key of the party it is about.
        side: whether that party pays or is paid.
        payments_recorded: how many payments of the subject the run counted; more than the dossier holds means cut.
    """

    subject: str
    side: Side
    assessment: Assessment
    payments_recorded: int = 0
