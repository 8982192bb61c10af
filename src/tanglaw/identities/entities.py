"""Who is who: parties as they were recorded, links between them, and what came of it.

Two levels are kept apart. *Person*: two subject ids stand for one human being. *Household*: they stand for people who
share a home, a phone or a device. Whoever is one person is one household too; never the other way round.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

import polars as pl

Level = Literal["person", "household"]
LEVELS: Final[tuple[Level, ...]] = ("person", "household")
ROLES: Final = ("originator", "beneficiary")

PARTY_SCHEMA: Final = pl.Schema(
    {
        "role": pl.String,
        "subject_id": pl.String,
        "name": pl.String,
        "birth_year": pl.Int16,
        "phone": pl.String,
        "email": pl.String,
        "device": pl.String,
        "ip": pl.String,
        "account": pl.String,
        "address": pl.String,
        "city": pl.String,
        "country": pl.String,
        "first_seen": pl.Int64,
    }
)
"""One row a distinct combination of details of a (role, subject id); a subject may have several (two phones, two
spellings). Everything as recorded: spelling and number formats are the linkage's business. ``first_seen``: UTC seconds
of the first payment with these details."""

LINK_SCHEMA: Final = pl.Schema(
    {
        "role": pl.String(),
        "left": pl.String(),
        "right": pl.String(),
        "level": pl.String(),
        "probability": pl.Float64(),
        "why": pl.List(pl.String()),
        "by": pl.String(),
    }
)
"""One row a linked pair of subjects and level, ``left`` < ``right``. ``level``: person or household. ``probability``
0–1. ``why``: reasons in plain words, the strongest first. ``by``: identifier, model or people."""

MEMBER_SCHEMA: Final = pl.Schema(
    {"role": pl.String, "subject_id": pl.String, "person_id": pl.String, "household_id": pl.String}
)
"""Only subjects that share a person or a household with another; neither column is ever null."""


@dataclass(frozen=True, slots=True)
class Entities:
    """What the linkage found.

    Attributes:
        members: :data:`MEMBER_SCHEMA`, sorted by role and subject.
        links: :data:`LINK_SCHEMA`, the links that stand, sorted by role, level, left, right.
        notes: what was left out and why, in sentences for the run's account.
    """

    members: pl.DataFrame
    links: pl.DataFrame
    notes: tuple[str, ...] = ()


NOBODY_LINKED: Final = Entities(pl.DataFrame(schema=MEMBER_SCHEMA), pl.DataFrame(schema=LINK_SCHEMA))
