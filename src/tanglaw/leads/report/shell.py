"""What every page shares: templates, styles and script of the package, and the policy that shuts a page off."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined

from tanglaw.leads import words


@cache
def asset(name: str) -> str:
    """Return a style sheet or script of the package."""
    return files("tanglaw.leads.report").joinpath("templates", name).read_text(encoding="utf-8")


@cache
def environment() -> Environment:
    """Return the templates: everything escaped, nothing undefined."""
    made = Environment(
        loader=PackageLoader("tanglaw.leads.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["words"] = words
    return made


def policy(style: str, script: str) -> str:
    """Allow exactly this style sheet and this script, and no request to anywhere."""
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
