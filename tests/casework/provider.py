"""A small OpenID Connect provider on this machine: real keys, real tokens, invented people."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from types import SimpleNamespace
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET = "workspace", "a-secret-of-the-test"


@contextmanager
def provider() -> Iterator[SimpleNamespace]:  # noqa: C901 -- one handler, four addresses
    """Serve; ``.claims`` go into the ID token beside what belongs there, ``.change(claims)`` and ``.sign`` bend it."""
    own, strange = (rsa.generate_private_key(public_exponent=65_537, key_size=2_048) for _ in range(2))
    told = SimpleNamespace(
        claims={},
        change=None,
        key=own,
        algorithm="RS256",
        asked=[],
        codes={},
        strange=strange,
        issuer_said=None,
        elsewhere=False,
        headers={"kid": "1"},
    )

    class Answers(BaseHTTPRequestHandler):
        def log_message(self, *_): ...

        def say(self, body, status=200):
            data = json.dumps(body).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def do_GET(self):
            parts = urlsplit(self.path)
            if parts.path == "/.well-known/openid-configuration" and told.elsewhere:
                self.send_response(302)
                self.send_header("Location", f"{told.issuer}/keys")
                self.send_header("Content-Length", "0")
                self.end_headers()
            elif parts.path == "/.well-known/openid-configuration":
                self.say({
                    "issuer": told.issuer_said or told.issuer, "authorization_endpoint": f"{told.issuer}/authorize",
                    "token_endpoint": f"{told.issuer}/token", "jwks_uri": f"{told.issuer}/keys",
                    "token_endpoint_auth_methods_supported": ["client_secret_post"],
                })  # fmt: skip
            elif parts.path == "/keys":
                key = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(own.public_key()))
                self.say({"keys": [key | {"kid": "1", "alg": "RS256", "use": "sig"}]})
            elif parts.path == "/authorize":
                query = dict(parse_qsl(parts.query))
                told.asked.append(query)
                code = secrets.token_urlsafe(8)
                told.codes[code] = query
                self.send_response(302)
                self.send_header(
                    "Location", f"{query['redirect_uri']}?{urlencode({'code': code, 'state': query['state']})}"
                )
                self.send_header("Content-Length", "0")
                self.end_headers()
            else:
                self.say({}, 404)

        def do_POST(self):
            sent = {
                name: values[0]
                for name, values in parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode()).items()
            }
            query = told.codes.pop(sent.get("code", ""), None)
            challenge = (
                base64.urlsafe_b64encode(hashlib.sha256(sent.get("code_verifier", "").encode()).digest())
                .rstrip(b"=")
                .decode()
            )
            fits = query and sent.get("client_secret") == SECRET and query.get("code_challenge") == challenge
            if not fits:
                self.say({"error": "invalid_grant"}, 400)
                return
            now = int(time.time())
            claims = {
                "iss": told.issuer,
                "aud": CLIENT,
                "iat": now,
                "exp": now + 60,
                "nonce": query.get("nonce"),
                **told.claims,
            }
            if told.change:
                claims = told.change(claims)
            key = "x" * 40 if told.algorithm == "HS256" else None if told.algorithm == "none" else told.key
            token = jwt.encode(claims, key, told.algorithm, headers=told.headers)
            self.say({"access_token": "opaque", "token_type": "Bearer", "id_token": token})

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    told.issuer = f"http://127.0.0.1:{server.server_port}"
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield told
    finally:
        server.shutdown()
        server.server_close()
