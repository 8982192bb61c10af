# ruff: noqa: E501 -- word lists
"""What people write as reference: everyday words in the languages of payers and receivers.

The same words serve every behaviour: innocuous references are the commonest *true* reasons of family support, and
published guidance says that payers of abuse use them too. No other words are used.
"""

from __future__ import annotations

from functools import cache
from typing import Final

import numpy as np
import polars as pl

from tanglaw.lab.worlds.arrays import Ints, Rng, chance, ints
from tanglaw.lab.worlds.places import LANGUAGES

_TEXTS: Final[dict[str, dict[str, str]]] = {
    "blank": {"en": ""},
    "family": {
        "en": "family support|for family|support|monthly support|living expenses|groceries|for mum|for the kids|allowance|help at home|food and bills|remittance",
        "tl": "para sa pamilya|sustento|para kay nanay|padala|pang grocery|panggastos|family support|allowance ng mga bata|pambayad ng kuryente",
        "es": "apoyo familiar|ayuda familiar|para la familia|gastos del hogar|mesada|para mi mamá|remesa|comida",
        "ro": "ajutor familie|pentru familie|pentru mama|întreținere|cheltuieli casă|bani acasă",
        "uk": "допомога сім'ї|для мами|на життя|родині|допомога|на продукти",
        "fr": "aide familiale|pour la famille|soutien famille|pour maman|dépenses maison",
        "de": "Unterhalt|Familie|für Mama|Unterstützung|Haushaltsgeld",
        "pt": "ajuda família|para a família|despesas da casa|para minha mãe|mesada",
        "vi": "gửi gia đình|tiền ăn|tiền sinh hoạt|cho mẹ",
        "id": "untuk keluarga|kiriman bulanan|belanja bulanan|untuk ibu",
        "th": "ให้ครอบครัว|ค่าใช้จ่าย|ให้แม่",
        "nl": "steun familie|voor mama|huishoudgeld",
        "sv": "familjestöd|till mamma|hushåll", "no": "familiestøtte|til mamma|hushold", "ja": "家族へ|生活費|仕送り",
    },
    "school": {
        "en": "school fees|tuition|education|uniform|books and uniform|school supplies|enrolment|exam fee|tuition 2nd term",
        "tl": "tuition|pang tuition|school fees|uniform|pambili ng libro|enrollment|baon sa school",
        "es": "colegio|matrícula|útiles escolares|uniforme|colegiatura|universidad",
        "ro": "taxă școală|rechizite|facultate", "uk": "навчання|оплата навчання|школа", "fr": "frais de scolarité|école|inscription",
        "de": "Schulgeld|Studiengebühr", "pt": "escola|mensalidade|material escolar", "vi": "học phí|tiền học", "id": "uang sekolah|SPP|seragam",
        "th": "ค่าเทอม", "nl": "schoolgeld", "sv": "skolavgift", "no": "skolepenger", "ja": "学費",
    },
    "medical": {
        "en": "medical bills|hospital|medicine|for the doctor|medical|check up|operation", "tl": "pang gamot|ospital|pambayad sa doktor|medical bills|gamot ni tatay",
        "es": "medicinas|hospital|gastos médicos|doctor", "ro": "medicamente|spital", "uk": "лікування|ліки", "fr": "hôpital|médicaments",
        "de": "Arzt|Medikamente", "pt": "remédios|hospital", "vi": "viện phí|thuốc", "id": "berobat|obat", "th": "ค่ายา",
    },
    "gift": {
        "en": "gift|birthday|treat|happy birthday|present|birthday gift|love|for you|xmas|small treat|wedding gift", "tl": "regalo|birthday|happy birthday|pasalubong|pamasko|handa",
        "es": "regalo|cumpleaños|feliz cumpleaños|detalle", "ro": "cadou|la mulți ani", "uk": "подарунок|з днем народження", "fr": "cadeau|anniversaire",
        "de": "Geschenk|Geburtstag|alles Gute", "pt": "presente|aniversário", "vi": "quà|mừng sinh nhật", "id": "hadiah|ulang tahun", "th": "ของขวัญ",
        "nl": "cadeau|verjaardag", "sv": "present|födelsedag|grattis", "no": "gave|bursdag", "ja": "誕生日|プレゼント",
    },
    "accommodation": {
        "en": "accommodation|rent|room|rent and bills|deposit|rental|house rent", "tl": "pang renta|upa sa bahay|rent", "es": "renta|arriendo|alquiler", "ro": "chirie", "uk": "оренда|за квартиру",
        "fr": "loyer|logement", "de": "Miete|Unterkunft", "pt": "aluguel", "vi": "tiền nhà", "id": "sewa|kos", "nl": "huur", "sv": "hyra", "no": "husleie", "th": "ค่าเช่า", "ja": "家賃",
    },
    "expenses": {
        "en": "expenses|fees|bills|personal|travel|ticket|repairs|phone load|internet|transport", "tl": "gastos|pambayad|load|pamasahe|bills", "es": "gastos|pago|pasajes|recarga", "ro": "cheltuieli|facturi",
        "uk": "витрати|рахунки", "fr": "dépenses|frais|factures", "de": "Auslagen|Kosten|Rechnung Strom", "pt": "despesas|contas", "vi": "chi phí", "id": "biaya|tagihan", "sv": "utgifter|räkningar", "no": "utgifter", "nl": "kosten",
    },
    "invoice": {"en": "invoice|inv|invoice no|logo design|web work|data entry|virtual assistant|milestone|week hours|translation|video editing|payroll|contractor",
                "es": "factura|servicios", "de": "Rechnung|Rg.", "fr": "facture", "sv": "faktura", "no": "faktura", "nl": "factuur", "uk": "рахунок|оплата послуг", "ro": "factură"},
    "goods": {"en": "order|item|thanks|parts|cards|game item|skin|coins|account|figurine|vinyl|shipping|commission|art commission|keyboard|lens", "de": "Bestellung|Artikel|Versand", "ja": "商品代金|送料", "fr": "commande|achat",
              "sv": "köp|tradera", "no": "kjøp", "nl": "bestelling|marktplaats", "pt": "pedido", "id": "pesanan", "vi": "đơn hàng"},
    "donation": {"en": "donation|sponsor|sponsorship|monthly gift|for the children's home|relief|church|offering|tithe|feeding programme|thank you for your work", "uk": "на допомогу|благодійність",
                 "de": "Spende", "fr": "don", "sv": "gåva", "nl": "gift|donatie", "no": "gave"},
    "friends": {"en": "pizza|dinner|drinks|taxi|cinema|split|last night|lunch|tickets|coffee|petrol|footy|thanks!|bday drinks|festival",
                "de": "Essen|Kino|Taxi|danke", "sv": "middag|bio|lunch|swish", "no": "middag|kino|taxi", "nl": "eten|tikkie|bios", "fr": "resto|ciné|merci", "ja": "ランチ|飲み会"},
    "pocket": {"en": "pocket money|allowance|babysitting|lawn mowing|chores|well done|bus money|lunch money|from nan|birthday from grandpa|tutoring", "de": "Taschengeld|Babysitten", "sv": "veckopeng|barnvakt", "no": "ukepenger|barnevakt", "nl": "zakgeld|oppas", "fr": "argent de poche|babysitting", "ja": "お小遣い"},
    "plea": {"en": "please|ok|here|stop|done|all i have|last one|game|gift card|sorry"},
    "handle": {"en": "@|tg @|ig |for @|ph |msg me @"},
}  # fmt: skip

REFERENCE: Final = {kind: number for number, kind in enumerate(_TEXTS)}
"""Number of each kind of reference."""

PURPOSE: Final = {
    "family": "FAMI", "school": "EDUC", "medical": "MDCS", "gift": "GIFT", "accommodation": "RENT",
    "expenses": "OTHR", "invoice": "SUPP", "goods": "GDDS", "donation": "CHAR",
}  # fmt: skip
"""ISO 20022 external purpose codes, as a bank's form would offer them."""


@cache
def _table() -> tuple[pl.Series, Ints, Ints]:
    """All texts, and where those of kind × language start and how many there are."""
    texts: list[str] = []
    start = np.zeros((len(_TEXTS), len(LANGUAGES)), dtype=np.int64)
    size = np.zeros_like(start)
    for kind, by_language in _TEXTS.items():
        for number, language in enumerate(LANGUAGES):
            own = by_language.get(language, by_language["en"]).split("|")
            start[REFERENCE[kind], number], size[REFERENCE[kind], number] = len(texts), len(own)
            texts += own
    return pl.Series(texts, dtype=pl.String), start, size


_MONTHS: Final = (
    "January",
    "March",
    "April",
    "June",
    "July",
    "August",
    "October",
    "December",
    "wk 1",
    "wk 2",
    "2nd half",
)


def write_references(rng: Rng, kind: Ints, language: Ints, habit: Ints) -> pl.Series:
    """Text of each payment's reference.

    Args:
        rng: source of chance.
        kind: number of the reference kind.
        language: number of the language it is written in.
        habit: 0 leaves it blank, 1 always the same words (a saved template), 2 writes anew.
    """
    texts, start, size = _table()
    n = len(kind)
    fresh = habit == 2
    which = np.where(fresh, rng.random(n), (habit * 0.618 + kind * 0.37) % 1.0)
    text = texts.gather(start[kind, language] + ints(which * size[kind, language]))
    frame = pl.DataFrame(
        {
            "text": text,
            "blank": (habit == 0) | (kind == REFERENCE["blank"]),
            "upper": fresh & chance(rng, n, 0.06),
            "title": fresh & chance(rng, n, 0.25),
            "month": fresh & chance(rng, n, 0.06) & (kind != REFERENCE["handle"]),
            "number": np.where(kind == REFERENCE["invoice"], chance(rng, n, 0.6), fresh & chance(rng, n, 0.03)),
            "handle": kind == REFERENCE["handle"],
            "which": pl.Series(rng.integers(0, len(_MONTHS), n)),
            "digits": pl.Series(rng.integers(100, 9999, n)),
            "nick": pl.Series(rng.integers(0, 2_000, n)),
        }
    )
    months = pl.Series(_MONTHS)
    return frame.select(
        pl.when("blank").then(None)
        .when("handle").then(pl.col("text") + "user" + pl.col("nick").cast(pl.String))
        .when("month").then(pl.col("text") + " " + months.gather(frame["which"]))
        .when("number").then(pl.col("text") + " " + pl.col("digits").cast(pl.String))
        .when("upper").then(pl.col("text").str.to_uppercase())
        .when("title").then(pl.col("text").str.slice(0, 1).str.to_uppercase() + pl.col("text").str.slice(1))
        .otherwise("text").alias("reference")
    ).to_series()  # fmt: skip
