"""An invented institution, so that filings can be tried on a practice world."""

from __future__ import annotations

from pathlib import Path
from typing import Final

PRACTICE_FILER: Final = """\
# An invented institution, to try filings with. Copy this file and put in your own.
name = "Practice Remittance Ltd"
country = "AU"
branch = "Head office"

[address]
street = "1 Specimen Street"
city = "Sydney"
state = "NSW"
postcode = "2000"
country = "AU"

[officer]
first_name = "Ada"
last_name = "Sample"
role = "Compliance officer"
phone = "+61 2 5550 1234"
email = "compliance@example.org"
code = "PRACTICE-01"

# The numbers that authorities know the institution by.
[ids]
goaml_rentity_id = "1001"
goaml_institution_code = "PRACTICE"
ein = "000000001"
transmitter_control_code = "PBSA0001"
transmitter_ein = "000000001"
regulator = "7"
institution_type = "4"
"""


def write_practice_filer(folder: Path) -> Path:
    """Write ``filer.toml`` into a folder that exists; gives its path."""
    path = folder / "filer.toml"
    path.write_text(PRACTICE_FILER, encoding="utf-8")
    return path
