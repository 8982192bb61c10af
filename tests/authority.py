"""A time stamping authority of our own, made by openssl."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path


def authority(folder: Path) -> tuple[Path, Callable[[Path], Path]]:
    """Make a root and a certificate for stamping; give the root, and what answers a request with a stamp."""
    (folder / "tsa.cnf").write_text(
        "[req]\ndistinguished_name=dn\n[dn]\n[ca]\nbasicConstraints=critical,CA:TRUE\nsubjectKeyIdentifier=hash\n"
        "[leaf]\nbasicConstraints=CA:FALSE\nkeyUsage=critical,digitalSignature\n"
        "extendedKeyUsage=critical,timeStamping\nsubjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n"
        f"[tsa]\ndefault_tsa=own\n[own]\nserial={folder}/serial\ncrypto_device=builtin\nsigner_cert={folder}/leaf.pem\n"
        f"signer_key={folder}/leaf.key\nsigner_digest=sha256\ndefault_policy=1.2.3.4.1\ndigests=sha256\n"
        f"ess_cert_id_chain=no\ness_cert_id_alg=sha256\n",
        encoding="ascii",
    )
    config = ["-config", str(folder / "tsa.cnf")]

    def run(*words: str) -> None:
        subprocess.run(["openssl", *words], cwd=folder, check=True, capture_output=True)

    run("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "root.key", "-out", "root.pem", "-days", "30",
        "-subj", "/CN=Invented root", "-extensions", "ca", *config)  # fmt: skip
    run("req", "-newkey", "rsa:2048", "-nodes", "-keyout", "leaf.key", "-out", "leaf.csr", "-subj",
        "/CN=Invented authority", *config)  # fmt: skip
    run("x509", "-req", "-in", "leaf.csr", "-CA", "root.pem", "-CAkey", "root.key", "-CAcreateserial", "-days", "30",
        "-out", "leaf.pem", "-extfile", "tsa.cnf", "-extensions", "leaf")  # fmt: skip

    def stamp(request: Path) -> Path:
        out = request.with_suffix(".tsr")
        run("ts", "-reply", "-queryfile", str(request), "-out", str(out), *config)
        return out

    return folder / "root.pem", stamp
