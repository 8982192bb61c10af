"""The table of relations: bounded, complete, and read as strictly as a pattern file."""

from __future__ import annotations

import numpy as np
import pytest
from subjects import PAYERS, RECEIVERS, TABLE

from tanglaw.common.errors import FaultsError
from tanglaw.inference.relation_table import FILE, library_text, read_relations
from tanglaw.inference.relations import relations
from tanglaw.inference.words import tongues
from tanglaw.measures import catalogue
from tanglaw.patterns.loading import LIBRARY, load

ROLES = {
    "payers": [p.id for p in load([LIBRARY], catalogue.bands()).of("originator")],
    "receivers": [p.id for p in load([LIBRARY], catalogue.bands()).of("beneficiary")],
}


def faults(text: str, roles: dict[str, list[str]] | None = None) -> list[str]:
    with pytest.raises(FaultsError) as error:
        read_relations(text.encode(), "relations.yaml", roles)
    return [str(fault) for fault in error.value.faults]


def changed(old: str, new: str) -> str:
    text = library_text().decode()
    assert old in text
    return text.replace(old, new)


def test_every_explanation_of_the_library_is_in_one_relation():
    table = read_relations(library_text(), FILE, ROLES)
    assert sorted(table.named("payers")) == sorted(ROLES["payers"])
    assert sorted(table.named("receivers")) == sorted(ROLES["receivers"])


def test_it_is_what_the_definition_says():
    """Lift is the sum, over relations, of the two roles' shares over the relation's own."""
    lift = relations(PAYERS, RECEIVERS).lift
    frequency = np.array([r.frequency for r in TABLE.relations.values()])
    frequency /= frequency.sum()
    names = list(TABLE.relations)

    def habit(role: str, of: str) -> np.ndarray:
        own = next((at for at, name in enumerate(names) if role in getattr(TABLE.relations[name], of)), None)
        share = TABLE.anybody if own is None else TABLE.own
        return (1 - share) * frequency + share * np.eye(len(names))[names.index("other") if own is None else own]

    right = np.array(
        [[habit(a, "payers") / frequency @ habit(b, "receivers") for b in (*RECEIVERS, "")] for a in (*PAYERS, "")]
    )
    right = np.clip(right, np.exp(TABLE.least), np.exp(TABLE.most))
    right[0, 0] = min(right[0, 0], np.exp(TABLE.relations["livestream"].most))
    assert lift == pytest.approx(right)


def test_it_is_bounded_both_ways():
    lift = relations(PAYERS, RECEIVERS).lift
    assert lift.shape == (len(PAYERS) + 1, len(RECEIVERS) + 1)
    assert (np.log(lift) <= TABLE.most + 1e-12).all()
    assert (np.log(lift) >= TABLE.least - 1e-12).all()


def test_a_relation_may_hold_its_own_words_at_less():
    def lift(most: float) -> float:
        text = changed("most: 3.0\n", f"most: {most}\n")
        table = read_relations(text.encode(), FILE)
        return float(np.log(relations(["minor_purchase"], ["minor_recipient"], table).lift[0, 0]))

    assert lift(3.0) == pytest.approx(3.0)
    assert lift(2.5) == pytest.approx(2.5)
    assert lift(9) == pytest.approx(TABLE.most), "never more than the table's own bound"


def test_roles_that_go_together_lift_each_other_and_no_other():
    lift = relations(PAYERS, RECEIVERS).lift
    assert (lift[:, 0].argmax(), lift[:, 1].argmax(), lift[:, 2].argmax()) == (0, 1, 2)
    assert lift[0, 2] < 1 < lift[0, 0]


def test_a_role_that_nobody_described_is_taken_for_anybody():
    lift = relations(PAYERS, RECEIVERS).lift
    assert np.array_equal(lift[PAYERS.index("unheard_of")], lift[-1])


@pytest.mark.parametrize("payers", [PAYERS, ROLES["payers"]])
def test_words_are_the_product_with_the_whole_table(payers):
    table = relations(payers, ROLES["receivers"])
    beliefs = np.random.default_rng(0).normal(0, 5, (len(payers) + 1, 500)).astype(np.float32)
    odds = np.exp(beliefs.astype(np.float64))
    rng = np.random.default_rng(1)
    met, others = rng.dirichlet(np.ones(len(payers) + 1)), rng.dirichlet(np.ones(len(ROLES["receivers"]) + 1))
    said = tongues(table, met, others)[0].say(beliefs)
    word, usual = np.log(odds.T @ table.lift), np.log(met @ table.lift)
    word = word[:, :-1] - word[:, -1:] - table.silence * (usual[:-1] - usual[-1])
    assert said.T * (table.bound / 32_767) == pytest.approx(word, abs=5e-4)


def test_faults_come_all_at_once_with_their_lines():
    text = (
        changed("payers: [hobby_purchase]", "payers: [hobby_purchas, seller, donation]")
        .replace("own: 0.85", "own: 1.5")
        .replace("least: -2.5", "leest: -2.5")
    )
    said = faults(text, ROLES)
    lines = library_text().decode().splitlines()
    trade = lines.index("    payers: [hobby_purchase]") + 1
    assert any(
        one.startswith(f'relations.yaml:{trade}: found the role "hobby_purchas"')
        and 'Did you mean "hobby_purchase"?' in one
        for one in said
    )
    assert any('the role "seller"' in one and "It is a receiver's role." in one for one in said)
    assert any('the role "donation" a second time' in one for one in said)
    assert any('no relation for the role "hobby_purchase"' in one for one in said)
    assert any('1.5 in "own"' in one and "below 1" in one for one in said)
    assert any('the unknown key "leest"' in one for one in said)
    assert any('no "least"' in one for one in said)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("frequency: 0.35", "frequency: 0.45", "frequencies that sum to 1.1"),
        ("  other:", "  another:", 'no relation "other"'),
        ("frequency: 0.35", "frequency: often", '"often" in "frequency"'),
        ("payers: [family_support]", "payers: family_support", '"family_support" in "payers"'),
        ("says: romance fraud", "sais: romance fraud", 'the unknown key "sais"'),
        ("crowd: 0.5", "crowd: 0.5\ncrowd: 0.6", 'crowd" a second time'),
        ("own: 0.85", "own: &a 0.85", "the anchor &a"),
    ],
)
def test_a_fault_is_told(old, new, told):
    assert any(told in one for one in faults(changed(old, new), ROLES))


@pytest.mark.parametrize("text", ["", "relations", "- a", "relations: {}", "\x00", "relations: [", "{" * 50])
def test_what_is_no_table_is_refused(text):
    assert faults(text)
