"""The API as a whole: its parts, its description, and how it answers when something goes wrong."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Final

from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from ninja.openapi.schema import OpenAPISchema
from ninja.parser import Parser

from tanglaw.casework.api import (
    around,
    case_people,
    case_work,
    cases,
    decisions,
    detections,
    filing_work,
    filings,
    keys,
    leads,
    notes,
    oversight,
    people,
    problems,
    referrals,
    retention,
)
from tanglaw.casework.api.described import Described
from tanglaw.casework.api.door import Key
from tanglaw.casework.models import User
from tanglaw.casework.site.problems import RefusedError

VERSION: Final = "1"
"""In every address. What programs rely on is only added to under one number."""

_DESCRIPTION: Final = """
What the workspace's pages do, for programs that act in a person's name: the same readings, permissions, withheld names
and log. Send a key (made on the page *Keys for programs*) as `Authorization: Bearer …`. Every write carries an
`Idempotency-Key`; sent again within a day it changes nothing and gets the same answer. Lists come in pages. Every error
is `application/problem+json`.
""".strip().replace("\n", " ")


class Json(Parser):
    """Reads JSON as one thing only: UTF-8, each name once, no NaN, so that no two readers understand it differently."""

    def parse_body(self, request: HttpRequest) -> Any:  # noqa: ANN401 -- any JSON
        """Parse a body."""
        return json.loads(request.body.decode("utf-8"), object_pairs_hook=_once_each, parse_constant=_no_constant)


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name twice")
    return found


def _no_constant(name: str) -> float:
    raise ValueError(name)


class Api(NinjaAPI):
    """The API, described with its scopes, headers and problems."""

    def get_openapi_schema(
        self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None
    ) -> OpenAPISchema:
        """Describe the API (OpenAPI 3.1)."""
        prefix = self.get_root_path(path_params or {}) if path_prefix is None else path_prefix
        return Described(self, prefix)


def _for_users(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Show the description to whoever is signed in or brings a key."""

    def checked(request: HttpRequest, **parameters: object) -> HttpResponse:
        if not isinstance(request.user, User):
            try:
                Key()(request)
            except problems.ProblemError as error:
                return problems.answer(error)
        return view(request, **parameters)

    return checked


_PARTS: Final = (
    leads,
    notes,
    decisions,
    around,
    cases,
    case_work,
    case_people,
    referrals,
    filings,
    filing_work,
    detections,
    retention,
    oversight,
    people,
    keys,
)


def _make() -> Api:
    made = Api(
        title="Tanglaw: casework",
        version=VERSION,
        description=_DESCRIPTION,
        docs_url=None,
        docs_decorator=_for_users,
        urls_namespace="api",
        parser=Json(),
        openapi_extra={"info": {"license": {"name": "Apache-2.0", "identifier": "Apache-2.0"}}},
    )
    known = (problems.ProblemError, RefusedError, Http404, PermissionDenied, RequestDataTooBig, ValidationError,
             HttpError)  # fmt: skip
    for error in known:
        made.add_exception_handler(error, problems.respond)
    for part in _PARTS:
        made.add_router("", part.router)
    return made


api: Final = _make()
