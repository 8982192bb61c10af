"""The one way into the API: a key that works, used for what it covers, by somebody whose role allows it."""

from __future__ import annotations

from typing import Final, cast

from django.http import HttpRequest
from ninja import Schema
from ninja.security import HttpBearer

from tanglaw.casework.api import pace, problems
from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.models import ApiKey
from tanglaw.casework.pages.allowed import SignedInRequest, may
from tanglaw.casework.programs import keys, tokens
from tanglaw.casework.site.address import client_address
from tanglaw.casework.site.current import current

_WRITES: Final = frozenset({"POST", "PUT", "PATCH", "DELETE"})


class Key(HttpBearer):
    """Opens one operation, and says to the schema what it needs.

    Args:
        kind: object of the table of permissions; None opens to every key.
        action: what is done with it.
        hidden: answer 404, as for what does not exist, to whose role does not allow it.
        absent: the body names what may not be there, which is answered with 404.
        query: parameters that the address may carry; others are refused, so that a misspelt filter is no filter less.
    """

    def __init__(
        self,
        kind: str | None = None,
        action: str = "",
        *,
        hidden: bool = False,
        absent: bool = False,
        query: type[Schema] | None = None,
    ) -> None:
        super().__init__()
        self.kind, self.action, self.hidden, self.absent = kind, action, hidden, absent
        self.query = frozenset(query.model_fields) if query else frozenset()

    def __call__(self, request: HttpRequest) -> ApiKey:
        """Let in, or raise the answer that says no."""
        if current().encrypted and not request.is_secure():
            # No redirect: the key would have travelled in the open a second time before anybody noticed the first.
            raise problems.ProblemError(403, "Not encrypted", "Ask over https; count this key as leaked and revoke it.")
        if wait := pace.refusals.full(client_address(request) or ""):
            raise problems.too_fast(wait)
        found = super().__call__(request)
        if not isinstance(found, ApiKey):
            raise problems.no_key()
        asked = cast("SignedInRequest", request)
        if wait := pace.requests.step(str(asked.key.pk)):
            raise problems.too_fast(wait)
        if self.kind is not None:
            may(asked, self.kind, self.action, hidden=self.hidden)
        self._shape(request)
        return found

    def authenticate(self, request: HttpRequest, token: str) -> ApiKey:
        """Find the key, and let its owner be who asks; every refusal is logged."""
        key, why = keys.find(token)
        if key is None:
            _refused(request, token, why)
            raise problems.no_key(why)
        asked = cast("SignedInRequest", request)
        asked.user, asked.key = key.owner, key
        keys.used(key)
        return key

    def _shape(self, request: HttpRequest) -> None:
        """Refuse parameters that nobody reads, and bodies that are no JSON."""
        if strange := sorted(set(request.GET) - self.query):
            errors = [{"at": f"query/{name}"[:200], "said": "no such parameter"} for name in strange[:50]]
            detail = f"{len(strange)} found; expected only {', '.join(sorted(self.query)) or 'none'}."
            raise problems.ProblemError(422, "It does not fit", detail, errors=errors)
        if twice := sorted(name for name in request.GET if len(request.GET.getlist(name)) > 1):
            errors = [{"at": f"query/{name}"[:200], "said": "given more than once"} for name in twice[:50]]
            raise problems.ProblemError(422, "It does not fit", f"{len(twice)} given twice.", errors=errors)
        if request.method in _WRITES and request.body and request.content_type != "application/json":
            detail = f"Found {(request.content_type or 'no type')[:80]}; expected application/json."
            raise problems.ProblemError(415, "Not JSON", detail, headers={"Accept": "application/json"})


def _refused(request: HttpRequest, token: str, why: str) -> None:
    """Log a refusal, unless the address has had its share of the minute: nobody fills the log by guessing."""
    address = client_address(request) or ""
    if not pace.refusals.step(address):
        prefix = tokens.prefix_of(token) if why != "unknown" else None
        owner = ApiKey.objects.filter(prefix=prefix).values_list("owner__username", flat=True).first()
        append(Who(owner or "(unknown)", address), Action.KEY_REFUSED, "key", prefix or "", {"because": why})
