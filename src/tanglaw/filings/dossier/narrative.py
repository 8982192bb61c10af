"""The words of a filing: drafted from the evidence, changed by a person, the draft kept."""

from __future__ import annotations

from typing import Final, Literal

from tanglaw.filings.dossier.part import Part
from tanglaw.filings.dossier.payment import Instant

Topic = Literal["label", "who", "what", "when", "where", "how", "suspicion", "ordinary", "limits"]

TITLES: Final[dict[Topic, str]] = {
    "label": "Label",
    "who": "Who",
    "what": "What",
    "when": "When",
    "where": "Where",
    "how": "How",
    "suspicion": "Why it is suspicious",
    "ordinary": "Why it is not ordinary",
    "limits": "What is not known",
}
"""Headings, in the order in which the topics are told."""


class Section(Part):
    """One topic told in full sentences."""

    topic: Topic
    text: str


class Narrative(Part):
    """The draft, and what a person made of it.

    Attributes:
        draft: as drafted from the evidence; never changed.
        edited: what a person wants to be sent instead; ``None`` while nobody has changed anything.
        edited_by, edited_at: who and when.
    """

    draft: tuple[Section, ...]
    edited: tuple[Section, ...] | None = None
    edited_by: str | None = None
    edited_at: Instant | None = None

    @property
    def current(self) -> tuple[Section, ...]:
        """The sections to be sent."""
        return self.draft if self.edited is None else self.edited

    def text(self) -> str:
        """Write the current narrative as plain text, a heading before each topic, a blank line between."""
        return "\n\n".join(f"{TITLES[section.topic].upper()}\n{section.text}" for section in self.current)
