"""RFC 3161 time stamps over a pack's manifest. Request and answer are files: nothing is sent from here."""

from __future__ import annotations

import hashlib
from datetime import datetime
from pathlib import Path
from typing import Any

from tanglaw.common.errors import TanglawError, UsageError
from tanglaw.filings.extra import needs


def stamp_request(manifest: bytes) -> bytes:
    """Write a request for a time stamping authority, without a nonce so that it can be made again."""
    client = needs("rfc3161_client")
    algorithm = client.HashAlgorithm.SHA256
    request: Any = client.TimestampRequestBuilder().data(manifest).hash_algorithm(algorithm).nonce(nonce=False).build()
    made: bytes = request.as_bytes()
    return made


def check_stamp(manifest: bytes, stamp: bytes, root: Path | None, what: str = "this manifest") -> datetime:
    """Check a time stamp; gives the time that it states.

    Args:
        manifest: what was stamped.
        stamp: the authority's response.
        root: certificate (PEM) of the authority, or of who vouches for it; left out, only that the stamp is of this
            manifest is checked, not who made it.
        what: what was stamped, in words.

    Raises:
        TanglawError: it is no stamp, of something else, or not by that authority.
    """
    client, errors = needs("rfc3161_client"), needs("rfc3161_client.errors")
    try:
        response = client.decode_timestamp_response(stamp)
        info = response.tst_info
        imprint, at = info.message_imprint.message, info.gen_time
    except (ValueError, TypeError, AttributeError) as error:
        raise TanglawError(f"The time stamp cannot be read: {error}") from None
    if imprint not in {_digest(manifest, bits) for bits in (256, 384, 512)}:
        raise TanglawError(f"The time stamp is of something else than {what}.")
    if root is not None:
        x509 = needs("cryptography.x509")
        try:
            certificates = x509.load_pem_x509_certificates(root.read_bytes())
        except OSError as error:
            raise UsageError(f"{root}: {error.strerror}; expected a certificate (PEM).") from error
        except ValueError:
            raise UsageError(f"{root} is no certificate (PEM).") from None
        builder = client.VerifierBuilder()
        for certificate in certificates:
            builder = builder.add_root_certificate(certificate)
        try:
            builder.build().verify_message(response, manifest)
        except (errors.VerificationError, ValueError) as error:
            raise TanglawError(f"The time stamp is not by that authority: {error}") from None
    moment: datetime = at
    return moment


def _digest(data: bytes, bits: int) -> bytes:
    return hashlib.new(f"sha{bits}", data).digest()
