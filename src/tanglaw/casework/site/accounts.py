"""How this site differs from what the sign-in library does by default."""

from __future__ import annotations

import base64
import os
import time
from collections.abc import Mapping
from typing import Final

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.http import HttpRequest

from tanglaw.casework.audit.actions import Action
from tanglaw.casework.audit.chain import Who, append
from tanglaw.casework.models import User
from tanglaw.casework.site.address import client_address
from tanglaw.casework.site.ways_back import is_over

_MOMENT: Final = 300
"""Seconds after signing in for which the password is not asked for again."""


class Accounts(DefaultAccountAdapter):  # type: ignore[misc]  # the library carries no types
    """Nobody signs themselves up: an administrator makes accounts."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Say no."""
        del request
        return False

    def is_reauthentication_required(self, *, app: str | None = None) -> bool:
        """Ask for the password again, unless it was given a moment ago: nobody is asked twice in a row."""
        records = get_authentication_records(self.request, self.request.user)
        if records and time.time() - float(records[-1]["at"]) < _MOMENT:
            return False
        return bool(super().is_reauthentication_required(app=app))

    def authenticate(self, request: HttpRequest, **credentials: object) -> User | None:
        """Look at name and password; one that somebody else made opens for a while only."""
        user: User | None = super().authenticate(request, **credentials)
        if user is not None and is_over(user):
            append(Who(user.username, client_address(request) or ""), Action.SIGN_IN_FAILED, detail={"because": "over"})
            return None
        return user

    def send_mail(self, template_prefix: str, email: str, context: dict[str, object]) -> None:
        """Send nothing: the workspace has no mail."""


class SecondFactors(DefaultMFAAdapter):  # type: ignore[misc]
    """Secrets of authenticator apps are kept encrypted, under a key made from the site's own."""

    def encrypt(self, text: str) -> str:
        """Encrypt a secret (AES-256-GCM)."""
        nonce = os.urandom(12)
        return base64.b64encode(nonce + _cipher().encrypt(nonce, text.encode(), None)).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Decrypt what :meth:`encrypt` made."""
        raw = base64.b64decode(encrypted_text)
        return _cipher().decrypt(raw[:12], raw[12:], None).decode()


def username_tried(request: HttpRequest, credentials: Mapping[str, object] | None = None) -> str:
    """Return the user name that somebody tried to sign in with, for who counts failures by account."""
    tried = (credentials or {}).get("username") or request.POST.get("login", "")
    return str(tried).lower()


def _cipher() -> AESGCM:
    key = HKDF(SHA256(), 32, salt=None, info=b"tanglaw second factors").derive(str(settings.SECRET_KEY).encode())
    return AESGCM(key)
