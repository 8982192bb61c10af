"""What a profile says."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from tanglaw.filings.dossier.filer import Filer
from tanglaw.filings.dossier.part import Part

Form = Literal["goaml", "fincen", "str"]


class Deadline(Part):
    """When a report is due.

    Attributes:
        days: how many; ``0``: without delay.
        kind: calendar or working days; see :func:`tanglaw.filings.due.due_on`.
        starts: from what moment, in words.
        source: who says so.
    """

    days: Annotated[int, Field(ge=0, le=366)]
    kind: Literal["calendar", "working"] = "calendar"
    starts: str
    source: str


class Limits(Part):
    """What the authority's system takes at once.

    Attributes:
        bytes: of one file.
        transactions: in one report.
    """

    bytes: Annotated[int, Field(gt=0)] = 20_000_000
    transactions: Annotated[int, Field(gt=0)] = 10_000


class GoamlCodes(Part):
    """The FIU's codes for what a dossier says in words; each table may hold ``default``."""

    funds: dict[str, str] = Field(default_factory=dict)
    conduction: dict[str, str] = Field(default_factory=dict)
    account: dict[str, str] = Field(default_factory=dict)
    gender: dict[str, str] = Field(default_factory=dict)
    document: dict[str, str] = Field(default_factory=dict)
    party: dict[str, str] = Field(default_factory=dict)
    contact: dict[str, str] = Field(default_factory=dict)
    communication: str = "-"
    operating_system: str | None = None


class Goaml(Part):
    """How one FIU uses goAML.

    Attributes:
        version: which structure; ``schema_version`` is what is written into the report.
        report_code, activity_code: codes of a report with transactions, and of one about an activity.
        local_currency: ISO 4217; empty: that of the filer's country.
        client: ``detailed``: customers are written as ``…_my_client``, which asks for far more about them; ``plain``:
            as anybody.
        person_as: ``account`` where an account and its institution's code are known, else ``person``; or always
            ``person``.
        transaction: ``sides``: a payment has one sender and one receiver; ``parties``: it has ``involved_parties`` with
            the roles of ``codes.party`` (``originator``, ``beneficiary``), for FIUs that take multi-party transactions.
        date_format: of ``sql_date``, as ``strftime`` writes it.
        clock: which clock dates are written in.
        unknown: what to write where the FIU demands a text that is not known; ``None``: such a report is refused.
        constants: text of elements that never changes, by element name.
        mandatory: elements that this FIU demands beyond the structure, as ``type/element``.
        allowed: code lists, by the name of the simple type.
        codes_of_structure: also hold codes against the lists that the structure carries.
        indicators: codes of ``report_indicators`` by pattern; ``default`` for any other.
    """

    version: Literal["5.0.2"] = "5.0.2"
    schema_version: str | None = None
    submission_code: str = "E"
    report_code: str = "STR"
    activity_code: str = "SAR"
    local_currency: str = ""
    client: Literal["detailed", "plain"] = "plain"
    person_as: Literal["account", "person"] = "account"
    transaction: Literal["sides", "parties"] = "sides"
    date_format: str = "%Y-%m-%dT%H:%M:%S"
    clock: Literal["utc", "payer"] = "payer"
    unknown: str | None = None
    constants: dict[str, str] = Field(default_factory=dict)
    mandatory: tuple[str, ...] = ()
    allowed: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    codes_of_structure: bool = False
    codes: GoamlCodes = GoamlCodes()
    indicators: dict[str, tuple[str, ...]] = Field(default_factory=dict)


class Fincen(Part):
    """How a FinCEN SAR is filled in.

    Attributes:
        activity: ``(type, subtype, other text)`` by pattern; ``default`` for any other. Codes are FinCEN's.
        instruments: asset subtypes by rail (33 funds transfer, 39 U.S. currency, …).
    """

    activity: dict[str, tuple[tuple[int, int, str], ...]] = Field(default_factory=dict)
    instruments: dict[str, int] = Field(default_factory=dict)


class Column(Part):
    """One column of a report that an authority wants as a table.

    Attributes:
        name: the authority's name for it.
        source: path in the dossier: ``payment.…``, ``payer.…``, ``receiver.…``, ``subject.…``, ``filer.…``,
            ``dossier.…``, or ``= text`` for a constant.
        required: an empty value refuses the report.
        most: characters it may have; a longer value refuses the report.
        format: how a date, time or amount is written, as ``strftime`` does, or decimals for an amount (``.2f``).
        note: what is known of it.
    """

    name: str
    source: str
    required: bool = False
    most: int | None = None
    format: str | None = None
    note: str = ""


class Table(Part):
    """A field mapping: one row a payment."""

    columns: tuple[Column, ...] = ()


class Profile(Part):
    """One authority's wishes.

    Attributes:
        id: name of the profile.
        form: which form it is for.
        verified: whether somebody has held it against the authority's own, current documents.
        unverified: what is not verified, in words; shown whenever the profile is used.
        sources: what it follows.
        filer: who files; ``--filer`` goes before it.
    """

    id: str
    title: str
    form: Form
    authority: str
    country: Annotated[str, Field(pattern=r"^([A-Z]{2}|)$")] = ""
    verified: bool = False
    unverified: str = ""
    sources: tuple[str, ...] = ()
    deadline: Deadline | None = None
    limits: Limits = Limits()
    filer: Filer | None = None
    goaml: Goaml = Goaml()
    fincen: Fincen = Fincen()
    table: Table = Table()
