"""The API's description (OpenAPI 3.1): what the library derives from types, and what holds of every operation."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any, Final

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema
from ninja.operation import Operation

from tanglaw.casework.api import once
from tanglaw.casework.api.door import Key
from tanglaw.casework.programs.scopes import SCOPES

_PROBLEM: Final[dict[str, Any]] = {
    "title": "Problem",
    "description": "What went wrong (RFC 9457).",
    "type": "object",
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"at": {"type": "string"}, "said": {"type": "string"}},
                "required": ["at", "said"],
            },
        },
    },
    "required": ["type", "title", "status", "detail"],
}
_HEADERS: Final = {
    401: {"WWW-Authenticate": {"schema": {"type": "string"}, "required": True}},
    429: {"Retry-After": {"schema": {"type": "integer"}, "required": True}},
}
_IDEMPOTENCY: Final = {
    "in": "header",
    "name": once.HEADER,
    "required": True,
    "description": "Made anew for each write; sent again within a day, the write is not done again.",
    "schema": {"type": "string", "pattern": once.SHAPE, "minLength": 8, "maxLength": 128},
    "example": "5f0c1a9e-6d1b-4b7e-9a53-0d7f7b0a6f11",
}


class Described(OpenAPISchema):
    """The description, completed."""

    def __init__(self, api: NinjaAPI, path_prefix: str) -> None:
        super().__init__(api, path_prefix)
        self["components"]["schemas"]["Problem"] = _PROBLEM
        for scheme in self["components"]["securitySchemes"].values():
            scheme["description"] = "A key for programs; the scopes that an operation needs stand beside it."
        del self["servers"]

    def operation_details(self, operation: Operation) -> dict[str, Any]:
        """Describe one operation: with its scope, its idempotency key and everything that can go wrong."""
        found: dict[str, Any] = super().operation_details(operation)
        (key,) = operation.auth_callbacks
        if not isinstance(key, Key):
            raise TypeError(f"{operation.path}: found {key!r}; expected every operation behind a key.")
        scope = SCOPES[key.kind, key.action].value if key.kind else None
        found["security"] = [{"Key": [scope] if scope else []}]
        problems = {401, 403, 422, 429}
        if key.hidden or key.absent:
            problems.add(404)
        if set(operation.methods) & {"POST", "PUT", "PATCH", "DELETE"}:
            found["parameters"].append(_IDEMPOTENCY)
            problems |= {409, 413, 415}
            for status in [status for status in found["responses"] if int(status) < 300]:
                found["responses"][status]["headers"] = {
                    "Idempotency-Replayed": {
                        "schema": {"type": "string"},
                        "description": "true where it was sent before",
                    }
                }
        if "requestBody" in found:
            problems.add(400)
        for status in sorted(problems):
            found["responses"][status] = _problem(status)
        return found


def _problem(status: int) -> dict[str, Any]:
    said: dict[str, Any] = {
        "description": HTTPStatus(status).phrase,
        "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
    return said | ({"headers": _HEADERS[status]} if status in _HEADERS else {})
