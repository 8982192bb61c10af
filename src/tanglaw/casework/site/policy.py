"""What browsers are told: where content may come from, what may frame a page, what cookies may do."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from csp.constants import NONE, SELF

from tanglaw.casework.site.environment import Environment


def content_security_policy(environment: Environment) -> dict[str, Any]:
    """Allow the workspace's own files and nothing else; no inline script or style anywhere.

    ``data:`` images are allowed for the code that an authenticator app scans. The form that signs in through a
    directory is led on to that directory, which browsers hold to ``form-action``, too.
    """
    parts = urlsplit(environment.oidc_issuer)
    directory = [f"{parts.scheme}://{parts.netloc}"] if environment.oidc_issuer else []
    return {
        "DIRECTIVES": {
            "default-src": [NONE],
            "script-src": [SELF],
            "style-src": [SELF],
            "img-src": [SELF, "data:"],
            "connect-src": [SELF],
            "form-action": [SELF, *directory],
            "frame-ancestors": [NONE],
            "base-uri": [NONE],
            "object-src": [NONE],
            "manifest-src": [SELF],
        }
    }


def transport(environment: Environment) -> dict[str, Any]:
    """Set cookies and transport: everything over TLS, unless the workspace serves this machine alone."""
    safe = environment.encrypted
    # The prefixes make browsers refuse a cookie that a neighbouring host or plain HTTP tries to set.
    prefix = "__Host-" if safe else ""
    return {
        "SESSION_COOKIE_NAME": f"{prefix}tanglaw",
        "SESSION_COOKIE_SECURE": safe,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "CSRF_COOKIE_NAME": f"{prefix}tanglaw-form",
        "CSRF_COOKIE_SECURE": safe,
        "CSRF_COOKIE_HTTPONLY": True,
        "CSRF_COOKIE_SAMESITE": "Strict",
        "CSRF_TRUSTED_ORIGINS": [environment.origin],
        "SECURE_SSL_REDIRECT": safe,
        # What watches over the server asks it directly; the API refuses plain HTTP itself, so that nobody's key
        # keeps travelling in the open behind a redirect that works.
        "SECURE_REDIRECT_EXEMPT": [r"^health$", r"^api/"],
        "SECURE_HSTS_SECONDS": 365 * 86_400 if safe else 0,
        "SECURE_HSTS_INCLUDE_SUBDOMAINS": safe,
        "SECURE_HSTS_PRELOAD": safe,
        "SECURE_PROXY_SSL_HEADER": ("HTTP_X_FORWARDED_PROTO", "https") if environment.proxies else None,
        "SECURE_CONTENT_TYPE_NOSNIFF": True,
        "SECURE_REFERRER_POLICY": "same-origin",
        "SECURE_CROSS_ORIGIN_OPENER_POLICY": "same-origin",
        "X_FRAME_OPTIONS": "DENY",
    }
