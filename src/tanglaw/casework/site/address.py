"""From which address a request came."""

from __future__ import annotations

import ipaddress

from django.http import HttpRequest

from tanglaw.casework.site.current import current


def client_address(request: HttpRequest) -> str | None:
    """Return the address of the client, as far as it can be believed.

    Only as many entries of ``X-Forwarded-For`` are believed as there are trusted proxies: the rest anybody can write.
    """
    address = str(request.META.get("REMOTE_ADDR", ""))
    proxies: int = current().proxies
    if proxies:
        forwarded = [part.strip() for part in str(request.META.get("HTTP_X_FORWARDED_FOR", "")).split(",")]
        if len(forwarded) >= proxies:
            address = forwarded[-proxies]
    try:
        return str(ipaddress.ip_address(address))
    except ValueError:
        return None
