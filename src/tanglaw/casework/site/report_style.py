"""The report's style sheet, served under the workspace's own: one look, kept in one place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import Any, Final

from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage, Storage

NAME: Final = "report.css"


class ReportStyle(BaseFinder):
    """Finds ``report.css`` among the report's templates, and nothing else there."""

    def __init__(self) -> None:
        self.storage = FileSystemStorage(location=str(files("tanglaw.leads.report").joinpath("templates")))

    def find(self, path: str, find_all: bool = False, **_: Any) -> Any:  # noqa: ANN401 -- Django's own signature
        """Return the file's path, in a list where all are asked for."""
        if path != NAME:
            return []
        found = self.storage.path(NAME)
        return [found] if find_all else found

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, Storage]]:
        """List the one file."""
        del ignore_patterns
        yield NAME, self.storage
