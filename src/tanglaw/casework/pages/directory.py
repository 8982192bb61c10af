"""Signing in through the institution's directory: there, and back again."""

from __future__ import annotations

from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET, require_POST
from requests import RequestException

from tanglaw.casework.site import directory
from tanglaw.casework.site.current import current
from tanglaw.casework.site.problems import RefusedError


@login_not_required
@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    """Lead to the directory."""
    _needed()
    provider = get_adapter(request).get_provider(request, directory.PROVIDER)
    try:
        answer: HttpResponse = provider.redirect(
            request, process="login", auth_params={"nonce": directory.new_nonce(request)}
        )
    except (RequestException, OAuth2Error) as error:
        detail = "Try again in a moment, or sign in with a password, if you have one here."
        raise RefusedError("The directory does not answer as it should", detail, 503) from error
    return answer


@login_not_required
@require_GET
def callback(request: HttpRequest) -> HttpResponse:
    """Take what the directory says."""
    _needed()
    view = OAuth2CallbackView.adapter_view(directory.Directory(request, directory.PROVIDER))
    answer: HttpResponse = view(request)
    return answer


def _needed() -> None:
    if not current().oidc_issuer:
        raise Http404
