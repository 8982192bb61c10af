"""Who files: the institution and the person who answers for the report."""

from __future__ import annotations

from pydantic import Field

from tanglaw.filings.dossier.part import Part
from tanglaw.filings.dossier.party import Address, Country


class Officer(Part):
    """The person the authority may turn to."""

    first_name: str
    last_name: str
    role: str = ""
    phone: str = ""
    email: str = ""
    code: str | None = None


class Filer(Part):
    """The institution that files.

    Attributes:
        ids: the numbers that authorities know it by, by the name each gave it (``goaml_rentity_id``, ``ein``, …).
    """

    name: str
    country: Country
    address: Address = Address()
    branch: str | None = None
    officer: Officer | None = None
    ids: dict[str, str] = Field(default_factory=dict)
