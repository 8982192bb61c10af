"""docs/network.md, made from the table of relations: ``python -m tanglaw.inference.document > docs/network.md``."""

from __future__ import annotations

import sys
from typing import Final

import numpy as np

from tanglaw.inference.echoes import FEW
from tanglaw.inference.exchange import TOLERANCE
from tanglaw.inference.relation_table import RelationTable, library_table
from tanglaw.inference.relations import relations
from tanglaw.inference.rounds import MOST_ROUNDS, MOST_WORK

_HEAD: Final = """\
# The network

<!-- Made from src/tanglaw/inference by `python -m tanglaw.inference.document`; do not edit by hand. -->

Who else pays whom I pay? Every payer and every receiver has a role that nobody knows: one of the [patterns or ordinary
explanations](patterns.md), or none ("anybody"). Which roles meet is no accident. So each end of a pair tells the other
what it looks like, and what follows is part of the [exact sum](how-a-score-is-made.md) of every score.

## Which role pays which

A *relation* is what one payment is for. A role is a habit: {own:.0%} of its payments are of its own relation
(assumed), the rest are as frequent as anybody's. {anybody:.0%} of anybody's payments are of the relation `other`
(assumed). Two roles meet as often as their relations coincide, and the *word* of one end for a role of
the other is the log of how much oftener than it meets anybody. The last column is the word of somebody who surely
has the payer's role, for the receiver's.

No figure of this table is published; all are working values. The file is
[`relations.yaml`](../src/tanglaw/inference/relations.yaml), read as strictly as a pattern: a role that does not exist,
one that is forgotten or named twice, an unknown key or frequencies that do not sum to 1 are told at once, each with its
line. An explanation added with `--patterns` that is in no relation is taken for anybody, and the run says so.

| relation | payments of it | payer's role | receiver's role | of all pairs | word |
|---|---|---|---|---:|---:|
"""

_BOUNDS: Final = """
## What holds it in bounds

- No two roles are held to meet more than e^{most} times as often as chance has it, or less than e^{least} times. A
  relation may hold its own at less: {held}. A word is this
  against what anybody gets, so it may exceed {most} a little, as the last column does. With what is taken off for being
  usual, no counterparty speaks for a role or against it by more than {bound} nats.
- The words of *n* counterparties are divided by *n* to the power {crowd} (`crowd`): a hundred who say the same count
  as about {hundred}. A subject of *n* counterparties hears at most {bound} nats times *n* to the power {rest}, and
  tells each of them one bounded word, however many it has.
- While words pass, what speaks for a subject by itself, prior and own evidence, counts {firm} times (`firm`), so that a
  community begins with what its members do, and ordinary ones do not talk each other into it.
- Nobody is told what they said themselves. Evidence does not echo between two; in longer rings of payments it can come
  back, weakened at each step.
- Who shares my counterparties tells me the same through each of them. A couple supports the same five cousins, whom
  nobody else pays: each cousin would tell the one what the other said, five times one voice. So of what an author said
  who shares *c* counterparties with me, of *n* that we have between us, each passes on only (1 + (*c* − 1)
  (*c* / *n*)²)⁻²: from cousin to couple a twenty-fifth, in a ring whose members share one or two of many nearly all.
  Counterparties with up to {few} counterparties of their own are asked.
- A role that people have dismissed for a subject (`--known`) takes no part in what it says, and no counterparty brings
  it back.
- Among up to {few} ordinary subjects who all pay each other, no pattern comes to one in a hundred. Tests hold all of
  this on invented graphs. A larger closed circle, of whose members the data say next to nothing, is **not** held back:
  see decision 041.

## How it begins

Nobody hears of a facilitator where nobody is believed to be one. Before the first word the probabilities of a pattern
may add up to far fewer subjects than its prior expects, because evidence is held to its law and ordinary explanations
compete. So every pattern is first raised by the same nats for everybody, until its probabilities add up to {begin:.0%}
of what the prior expects (`begin`). That holds only while words pass: it moves no score by itself, and who is likelier
than whom stays as it is.

Some words are usual. Most receivers look like nobody in particular, and each such receiver would speak against whoever
pays her as if that were rare. So {silence:.0%} of what the average counterparty says, before anybody has spoken, is
taken off every word (`silence`), on each side and for each role.

What people found out about some (`--known`) counts in neither: a finding moves those who pay or are paid, and nobody
else.

## Until nobody has anything new to say

Receivers hear their payers and answer; then only those speak again who have heard something new, by more than would
change a payer's belief by {tolerance} nats. When nobody has, the network has *settled*. If it has not after {rounds}
rounds, or when each pair has spoken {work} times on average, `run.json` (`network`) and the report's notes say by how
much words still changed.

Words are whole numbers of steps of {step:.5f} nats. Sums of whole numbers are the same in any order, so the order of
payments, the number of cores and the engine change no bit: under `--engine spark` the rounds run as joins on the
workers, with the same functions. Against the plain formula, worked out in full, half of all beliefs are off by less
than {tolerance} nats and all by less than 0.1, in tests on trees. Round loops, evidence that contradicts itself can
settle at more points than one, or so slowly that it stops early; there a belief can be off by several nats.

Time and memory, also of one receiver with a million payers, rings, and a component of a million subjects, are in
[network-benchmarks.md](network-benchmarks.md).

## What a lead says of it

- One reason sums up the counterparties, with its weight in nats: *Three of its five receivers are leads themselves,
  the likeliest at 37 % ("…").* In `leads.parquet` its `measure` is `network`.
- `score_alone` is the same sum without that reason, for this pattern and for every competing one. The report and
  `explain` show it as "without the network". Where it is small and the score is large, **look at the counterparties
  first**: nearly all rests on them.
- `scores.parquet` has `score_alone` and `log_odds_alone` for every row, so that an evaluation can state both.
"""


def render(table: RelationTable | None = None) -> str:
    """Return the page: the relations with the words they give, the bounds and how it ends."""
    table = table or library_table()
    bound = (table.most - table.least) * (1 + table.silence)
    step = bound / 32_767
    rows = [_row(name, table) for name in table.relations]
    bounds = _BOUNDS.format(
        most=f"{table.most:g}",
        least=f"−{-table.least:g}",
        bound=f"{bound:g}",
        few=FEW,
        begin=table.begin,
        silence=table.silence,
        held=", ".join(f"`{name}` at e^{one.most:g}" for name, one in table.relations.items() if one.most)
        or "none does",
        crowd=f"{table.crowd:g}",
        hundred=f"{100 ** (1 - table.crowd):.0f}",
        rest=f"{1 - table.crowd:g}",
        firm=f"{table.firm:g}",
        tolerance=f"{TOLERANCE:g}",
        rounds=MOST_ROUNDS,
        work=MOST_WORK,
        step=step,
    )
    return _HEAD.format(own=table.own, anybody=table.anybody) + "\n".join(rows) + "\n" + bounds


def _row(name: str, table: RelationTable) -> str:
    relation = table.relations[name]
    word = ""
    if relation.payers and relation.receivers:
        lift = relations(relation.payers[:1], relation.receivers[:1], table).lift
        word = f"{np.log(lift[0, 0] / lift[0, 1]):+.2f}"
    payers, receivers = (
        ", ".join(f"`{role}`" for role in roles) or "–" for roles in (relation.payers, relation.receivers)
    )
    return f"| `{name}` | {relation.says} | {payers} | {receivers} | {relation.frequency:.2%} | {word or '–'} |"


if __name__ == "__main__":
    sys.stdout.write(render())
