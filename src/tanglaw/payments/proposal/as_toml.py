"""A proposal as the TOML file that a person checks and then passes with ``--mapping``."""

from __future__ import annotations

import json
from typing import Final

import polars as pl

from tanglaw.payments.columns import BY_NAME, RAILS
from tanglaw.payments.dates import decide_date_format
from tanglaw.payments.money import decide_mark
from tanglaw.payments.optional import rail_of
from tanglaw.payments.proposal.propose import Guess, Proposal

_WIDTH: Final = 52


def file_settings(proposal: Proposal) -> dict[str, str]:
    """What was found of how the file is written, as settings of a mapping's ``[file]``; open ones are left out."""
    found: dict[str, str] = {}
    if proposal.sample.delimiter:
        found["delimiter"] = proposal.sample.delimiter
    if proposal.sample.encoding:
        found["encoding"] = proposal.sample.encoding
    columns = {guess.column: proposal.sample.rows[guess.names[0]] for guess in proposal.guesses}
    amount = columns.get("amount")
    if amount is not None and amount.dtype == pl.String and (mark := decide_mark(amount)):
        found["decimal"] = mark
    for column, setting in (("executed_at", "date_format"), ("originator_birth_date", "birth_date_format")):
        dates = columns.get(column)
        if dates is not None and dates.dtype == pl.String and len(formats := decide_date_format(dates)) == 1:
            found[setting] = formats[0]
    return found


def as_toml(proposal: Proposal) -> str:
    """The mapping, with how sure each line is."""
    lines = [
        f"# Proposed for {proposal.sample.source}. Check every line, then: tanglaw detect ... --mapping THIS-FILE",
        "",
    ]
    lines += ["[file]", *(f"{key} = {_quoted(value)}" for key, value in file_settings(proposal).items())]
    if not any(guess.column == "executed_at" and _has_offset(proposal, guess) for guess in proposal.guesses):
        lines.append('# timezone = "Europe/Berlin"  # of times without an offset; without this line they are UTC')
    lines += ["", "[columns]", *(_line(guess) for guess in proposal.guesses)]
    lines += [f'# {column} = "?"  # required, and not found: {BY_NAME[column].meaning}' for column in proposal.missing]
    if proposal.missing:
        lines += ["", "[constants]  # what is the same in every row, and not in the file"]
        lines += [f"# {column} = {_quoted(BY_NAME[column].example)}" for column in proposal.missing]
    lines += _rails(proposal)
    if proposal.unused:
        lines += ["", "# Not used: " + ", ".join(_quoted(name) for name in proposal.unused)]
    return "\n".join(lines) + "\n"


def as_json(proposal: Proposal) -> str:
    """The same for programs."""
    content = {
        "source": proposal.sample.source,
        "file": file_settings(proposal),
        "columns": [
            {
                "column": g.column,
                "from": list(g.names),
                "confidence": g.confidence,
                "sureness": g.sureness,
                "why": g.why,
            }
            for g in proposal.guesses
        ],
        "missing": list(proposal.missing),
        "unused": list(proposal.unused),
    }
    return json.dumps(content, ensure_ascii=False, indent=2)


def _rails(proposal: Proposal) -> list[str]:
    """A section for the institution's own words for the rail, when some are not understood."""
    for guess in proposal.guesses:
        if guess.column == "rail":
            words = proposal.sample.rows[guess.names[0]].cast(pl.String, strict=False).drop_nulls().unique().sort()
            unknown = [word for word in words.to_list() if word.strip() and rail_of(word) is None][:20]
            if unknown:
                what = ", ".join(RAILS)
                return ["", "[values.rail]", *(f'# {_quoted(word)} = "?"  # one of {what}' for word in unknown)]
    return []


def _line(guess: Guess) -> str:
    names = [_quoted(name) for name in guess.names]
    value = names[0] if len(names) == 1 else f"[{', '.join(names)}]"
    return f"{f'{guess.column} = {value}':<{_WIDTH}}  # {guess.sureness} ({guess.confidence:.0%}): {guess.why}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)  # TOML's basic strings escape as JSON does


def _has_offset(proposal: Proposal, guess: Guess) -> bool:
    values = proposal.sample.rows[guess.names[0]]
    if values.dtype != pl.String:
        return bool(getattr(values.dtype, "time_zone", None))
    return bool(values.drop_nulls().str.contains(r":\d\d(?:[.,]\d+)?\s*(?:Z|[+-]\d\d(?::?\d\d)?)$").all())
