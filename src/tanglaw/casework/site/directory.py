"""Sign-in through the institution's own directory (OpenID Connect): who is who there, and whom that is here.

The code flow with PKCE and a nonce. The ID token's signature is verified although it comes over TLS from the directory
itself, with an asymmetric algorithm and the directory's published keys; issuer, audience and times are checked. An
account is found by the subject that it signed in with before, or else by what the administrator wrote down: the
subject, or an e-mail address that the directory says it verified. Nobody gets an account by signing in.
"""

from __future__ import annotations

import secrets
from typing import Any, Final
from urllib.parse import urlsplit

import jwt
import requests
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialLogin
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.http import HttpRequest
from django.shortcuts import render
from django.urls import reverse

from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.models import User
from tanglaw.casework.site.address import client_address
from tanglaw.casework.site.current import current
from tanglaw.casework.site.environment import LOCAL

PROVIDER: Final = "directory"

ALGORITHMS: Final = frozenset(
    {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"}
)
"""Signatures that the directory alone can make; none that rests on a shared secret, and never ``none``."""

MULTIPLE: Final = "mfa"
"""What ``amr`` holds where several factors were used (RFC 8176)."""

_LONGEST_SUBJECT: Final = 191  # what the library keeps
_NONCE: Final = "directory-nonce"
_FACTOR: Final = "directory-factor"


def proved_by_directory(request: HttpRequest) -> bool:
    """Whether this session's person proved a second factor to the directory, where the set-up takes that."""
    environment = current()
    return (
        environment.oidc_second_factor == "directory"
        and isinstance(request.user, User)
        and request.session.get(_FACTOR) == request.user.pk
    )


def new_nonce(request: HttpRequest) -> str:
    """Make the value that ties the ID token to this browser's session."""
    request.session[_NONCE] = secrets.token_urlsafe(24)
    return str(request.session[_NONCE])


class Directory(OpenIDConnectOAuth2Adapter):  # type: ignore[misc]  # the library carries no types
    """Talks to the directory, and believes nothing that it did not sign for this sign-in."""

    @property
    def openid_config(self) -> dict[str, Any]:
        """Return the directory's own description, held to the issuer and to encrypted addresses."""
        found: dict[str, Any] = super().openid_config
        issuer = current().oidc_issuer
        if str(found.get("issuer", "")).rstrip("/") != issuer:
            raise OAuth2Error(f"found issuer {str(found.get('issuer'))[:200]!r}; expected {issuer!r}")
        for name in ("authorization_endpoint", "token_endpoint", "jwks_uri"):
            parts = urlsplit(str(found.get(name, "")))
            if parts.scheme != "https" and parts.hostname not in LOCAL:
                raise OAuth2Error(f"{name}: expected an https address")
        return found

    def get_callback_url(self, request: HttpRequest, app: SocialApp) -> str:
        """Return the address that the directory leads back to; nothing of the request's own host enters it."""
        del request, app
        return current().origin + reverse("directory_callback")

    def _decode_id_token(self, app: SocialApp, id_token: str) -> dict[str, Any]:
        try:
            algorithm = jwt.get_unverified_header(id_token).get("alg")
        except jwt.PyJWTError as error:
            raise OAuth2Error("the ID token is none") from error
        if algorithm not in ALGORITHMS:
            raise OAuth2Error(f"found an ID token signed with {str(algorithm)[:20]!r}")
        self.did_fetch_access_token = False  # else the library would not verify the signature
        try:
            claims: dict[str, Any] = super()._decode_id_token(app, id_token)
        except (KeyError, ValueError) as error:  # no key id, or keys that are none
            raise OAuth2Error("the ID token cannot be checked") from error
        if "exp" not in claims or not 0 < len(str(claims.get("sub", ""))) <= _LONGEST_SUBJECT:
            raise OAuth2Error("the ID token names nobody, or never ends")
        expected = self.request.session.pop(_NONCE, None)
        if not expected or not secrets.compare_digest(str(claims.get("nonce", "")).encode(), expected.encode()):
            raise OAuth2Error("the ID token was not made for this sign-in")
        if claims.get("azp", app.client_id) != app.client_id:
            raise OAuth2Error("the ID token was made for another client")
        return claims

    def complete_login(self, request: HttpRequest, app: SocialApp, token: object, **kwargs: Any) -> SocialLogin:  # noqa: ANN401
        """Read the ID token; without one there is no sign-in."""
        if not kwargs["response"].get("id_token"):
            raise OAuth2Error("the directory sent no ID token")
        return super().complete_login(request, app, token, **kwargs)


class Provider(OpenIDConnectProvider):  # type: ignore[misc]
    """The library's provider, over :class:`Directory`."""

    oauth2_adapter_class = Directory


class DirectoryAccounts(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Says which account a person of the directory has here."""

    def list_apps(
        self, request: HttpRequest | None, provider: str | None = None, client_id: str | None = None
    ) -> list[SocialApp]:
        """Return the one directory there is, as the environment describes it."""
        del request, client_id
        environment = current()
        if not environment.oidc_issuer or provider not in {None, PROVIDER, Provider.id}:
            return []
        return [
            SocialApp(
                provider=Provider.id, provider_id=PROVIDER, name=environment.oidc_name,
                client_id=environment.oidc_client_id, secret=environment.oidc_client_secret,
                settings={"server_url": environment.oidc_issuer, "oauth_pkce_enabled": True, "fetch_userinfo": False,
                          "scope": ["openid", "email"]},
            )
        ]  # fmt: skip

    def get_provider(self, request: HttpRequest, provider: str, client_id: str | None = None) -> Provider:
        """Return the provider."""
        return Provider(request, app=self.get_app(request, provider, client_id))

    def get_requests_session(self) -> requests.Session:
        """Ask the directory itself: it leads nowhere else."""
        session: requests.Session = super().get_requests_session()
        session.max_redirects = 0
        return session

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Find the account, or refuse. What the directory said beyond the subject is not kept."""
        claims: dict[str, Any] = sociallogin.account.extra_data.get("id_token", {})
        sociallogin.account.extra_data = {}
        if sociallogin.is_existing:
            sociallogin.account.save(update_fields=["extra_data"])
        user = sociallogin.user if sociallogin.is_existing else match(claims)
        if user is None or not user.is_active:
            self._refuse(request, user, "no account here")
            return
        if current().oidc_second_factor == "directory":
            if MULTIPLE not in _texts(claims.get("amr")):
                self._refuse(request, user, "no second factor at the directory")
            request.session[_FACTOR] = user.pk
        if not sociallogin.is_existing:
            sociallogin.connect(request, user)
            append(_who(request, user), Action.DIRECTORY_JOINED, "user", user.username)

    def on_authentication_error(
        self, request: HttpRequest, provider: object, error: object = None, exception: object = None, **_: object
    ) -> None:
        """Say that it did not work; why is said in the log, never what the directory sent."""
        del provider, error
        self._refuse(request, None, str(exception or "refused or given up at the directory")[:200])

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Say no."""
        del request, sociallogin
        return False

    def send_notification_mail(self, *_: object, **__: object) -> None:
        """Send nothing: the workspace has no mail."""

    @staticmethod
    def _refuse(request: HttpRequest, user: User | None, why: str) -> None:
        append(_who(request, user), Action.SIGN_IN_FAILED, detail={"by": "directory", "because": why})
        page = {
            "title": "You were not signed in",
            "detail": "The directory let you through or not; here is no account for you that is open to this sign-in. "
            "Ask your administrator.",
        }
        raise ImmediateHttpResponse(render(request, "casework/problem.html", page, status=403))


def match(claims: dict[str, Any]) -> User | None:
    """Find the account that an administrator made for this person of the directory.

    By the subject first; by the e-mail address only where the directory says that it verified it. An account that has
    signed in with another subject before is not found: an address that was given to somebody else opens nothing.
    """
    known = User.objects.exclude(directory="").filter(is_active=True)
    found = known.filter(directory=str(claims.get("sub", ""))).first()
    if found is None and claims.get("email_verified") is True and claims.get("email"):
        found = known.filter(directory__iexact=str(claims["email"])).first()
    if found is None or SocialAccount.objects.filter(user=found).exists():
        return None
    return found


def forget(user: User) -> None:
    """Forget the subject that an account signed in with, since the administrator wrote down another person."""
    SocialAccount.objects.filter(user=user).delete()


def _texts(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else []


def _who(request: HttpRequest, user: User | None) -> Who:
    return Who(user.username if user else "(unknown)", client_address(request) or "")
