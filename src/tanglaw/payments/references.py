"""What kind of ordinary reason a payment reference names, and whether it carries a handle or number.

The words are those that regulators have published as innocuous reasons (AUSTRAC; FATF 2025; ACAMS Today 2021) and the
plain translations of the same. They are the commonest true reasons of family support too: a kind is a description,
never a verdict.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import polars as pl

from tanglaw.common.folding import fold
from tanglaw.common.uniques import over_uniques

WORDS: Final[dict[str, str]] = {
    # kind: words and phrases, folded, separated by commas; a trailing * takes any ending.
    "school": """school*, tuition, education, educational, uniform*, student*, university, college, class fee*, exam
    fee*, books, enrolment,
        enrollment, paaralan, eskwela*, matrikula, edukasyon, escuela, colegio, matricula, educacion, uniforme*,
        scoala, scolar*, educatie, uniforma, taxe scolare, schule, schulgeld, studium, ausbildung, ecole, scolarite,
        frais scolaires""",
    "medical": """medical*, medicine*, hospital*, doctor*, clinic*, dental*, dentist*, pharmacy, surgery, operation,
    check up*, checkup*,
        ospital, gamot, doktor, medico*, medicina*, medicamento*, farmacia, clinica, medicament*, spitalizare,
        doctorului, krankenhaus, arzt*, medizin*, apotheke, hopital, medecin*, pharmacie, frais medicaux,
        ordonnance""",
    "accommodation": """accommodation, accomodation, hotel*, rent, rental, apartment, lodging, room, house rent,
    boarding house, lease, upa,
        tirahan, alojamiento, alquiler, hospedaje, arriendo, chirie, cazare, miete, unterkunft, loyer, logement,
        hebergement""",
    "invoice": """invoice*, inv, bill no, order no, purchase order, receipt, factura*, recibo, rechnung*, facture*,
    resibo, contract""",
    "donation": """donation*, donate, charity, sponsor*, church, mission, relief, offering, tithe, donasyon, abuloy,
    donacion*, caridad,
        donatie, caritate, spende*, don caritatif, kirche, eglise""",
    "gift": """gift*, present, birthday*, bday, christmas*, xmas, treat*, anniversary, wedding, easter, regalo*,
    kaarawan, pasko,
        cumpleanos, navidad, cadou*, zi de nastere, craciun, geschenk*, geburtstag*, weihnacht*, cadeau*,
        anniversaire, noel""",
    "family": """family*, support, allowance*, mother, father, mom, mum, dad, mama, papa, nanay, tatay, sister,
    brother, son, daughter,
        wife, husband, parents, remittance, padala, sustento, suporta, pamilya, familia*, familiar, apoyo, ayuda,
        manutencion, ajutor, sprijin, intretinere, familie*, unterhalt, unterstutzung, famille*, soutien, aide,
        pension alimentaire""",
    "goods_or_service": """goods, service*, purchase, order, item*, payment for, salary, wage*, work, freelance*,
    project, design, website,
        subscription, delivery, shipping, trabaho, sahod, sueldo, salario, trabajo, servicio*, compra, mercancia,
        salariu, servicii, marfa, comanda, gehalt, lohn, arbeit, dienstleistung, ware*, salaire, travail, achat,
        commande""",
    "expenses": """expense*, fee*, bill*, living, food, grocer*, utilities, electric*, water, internet, transport*,
    fare, load, savings,
        repair*, gastos, bayarin, bayad, pagkain, kuryente, comida, luz, agua, tarifa*, cheltuieli, mancare, taxe,
        taxa, utilitati, ausgaben, kosten, gebuhr*, lebensmittel, depenses, frais, nourriture, courses""",
}
"""Kind → its published words in English and their plain translations (Tagalog, Spanish, Romanian, German, French).

The first kind that fits names the reference: "school fees" is school, "fees" alone expenses.
"""

THAI: Final[dict[str, tuple[str, ...]]] = {
    "school": ("ค่าเทอม", "โรงเรียน", "การศึกษา", "ชุดนักเรียน", "ค่าเล่าเรียน"),
    "medical": ("ค่ารักษา", "โรงพยาบาล", "ค่ายา", "หมอ"),
    "accommodation": ("ที่พัก", "ค่าเช่า", "ค่าห้อง", "โรงแรม"),
    "invoice": ("ใบแจ้งหนี้", "ใบเสร็จ"),
    "donation": ("บริจาค", "ทำบุญ"),
    "gift": ("ของขวัญ", "วันเกิด"),
    "family": ("ครอบครัว", "ช่วยเหลือ", "แม่", "พ่อ"),
    "goods_or_service": ("ค่าสินค้า", "ค่าบริการ", "เงินเดือน", "ค่าจ้าง"),
    "expenses": ("ค่าใช้จ่าย", "ค่าอาหาร", "ค่าน้ำ", "ค่าไฟ", "ค่าธรรมเนียม"),
}
"""The same in Thai, which writes no spaces: looked for anywhere in the text."""

KINDS: Final = ("blank", *WORDS, "other")
Kind = pl.Enum(KINDS)
"""Kinds of reference; ``blank`` has no letter or digit in it, ``other`` names none of the published reasons."""


def normal_reference(ref: pl.Series) -> pl.Series:
    """Fold references to lower-case ASCII words without digits, so that their variety can be counted.

    Returns:
        String ``normal_reference``, single-spaced, "" if no letter is left; null where ``ref`` is null. Applying it
        twice changes nothing.
    """
    return over_uniques(ref, _words).alias("normal_reference")


def reference_kind(ref: pl.Series) -> pl.Series:
    """Name the ordinary reason that each reference gives.

    Returns:
        Enum `Kind` ``reference_kind``, never null: a missing reference is ``blank``.
    """
    return over_uniques(ref, _kinds).fill_null("blank").alias("reference_kind")


def _words(text: pl.Series) -> pl.Series:
    return fold(text).str.replace_all(r"[^a-z]+", " ").str.strip_chars()


def _kinds(text: pl.Series) -> pl.Series:
    kinds = over_uniques(_words(text), lambda words: _first_kind(" " + words + " ", _PATTERNS).fill_null("other"))
    thai = text.str.contains(r"\p{Thai}")
    if thai.any():
        in_thai = _first_kind(text.set(~thai, None), THAI)
        kinds = in_thai.zip_with(in_thai.is_not_null(), kinds)
    return kinds.set(~text.str.contains(r"[\p{L}\p{N}]"), "blank")


def _first_kind(text: pl.Series, words: Mapping[str, Sequence[str]]) -> pl.Series:
    """Name the first kind that has a word in the text; null if none has."""
    frame = text.to_frame("text")
    found = [
        pl.when(pl.col("text").str.contains_any(list(listed))).then(pl.lit(kind, Kind))
        for kind, listed in words.items()
    ]
    return frame.select(pl.coalesce(found).alias("kind")).to_series()


def _pattern(word: str) -> str:
    return f" {word[:-1]}" if word.endswith("*") else f" {word} "


_PATTERNS: Final = {
    kind: [_pattern(" ".join(word.split())) for word in words.split(",")] for kind, words in WORDS.items()
}
