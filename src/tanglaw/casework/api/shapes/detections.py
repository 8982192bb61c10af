"""Sources, and the detections that are started on them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from ninja import Schema
from pydantic import Field, RootModel

from tanglaw.casework.api.fields import Clock, Sent
from tanglaw.casework.api.shapes.pages import Pages
from tanglaw.casework.models.detection import Course


class Detection(Schema):
    """A detection: how far it is, or how it ended."""

    number: int
    address: str = Field(description="of its page")
    source: str
    course: Course
    cancelling: bool
    asked: datetime
    asked_by: str | None = Field(description="null: the schedule")
    started: datetime | None
    finished: datetime | None
    attempt: int
    stage: str | None
    rows: int
    rows_a_second: float
    reason: str | None = Field(description="why it failed")
    run: int | None = Field(description="the run that came of it")


class DetectionRead(Detection):
    """The same, with what it said."""

    log: list[str] = Field(description="the last lines")


class Detections(Pages):
    """A page of detections, the newest first."""

    items: list[Detection]


class Source(Schema):
    """A name for payments that were given on the console. Its paths are told to nobody."""

    name: str
    inputs: int
    schedule: str | None
    next: datetime | None
    latest: Detection | None


class Sources(Pages):
    """A page of sources, by name."""

    items: list[Source]


class Daily(Sent):
    """Every day at a time, UTC."""

    every: Literal["day"]
    at: Clock


class Weekly(Sent):
    """Every week on a day at a time, UTC."""

    every: Literal["week"]
    at: Clock
    weekday: Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


class Never(Sent):
    """Not by itself."""

    every: Literal["never"]


class Schedule(RootModel[Annotated[Daily | Weekly | Never, Field(discriminator="every")]]):
    """When a source is run by itself."""
