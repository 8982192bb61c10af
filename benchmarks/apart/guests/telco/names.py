"""Invented names, and how a sender at a remittance partner writes the name of the person they pay."""

from __future__ import annotations

from typing import Final

import numpy as np


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


HOME_WOMEN: Final = _words(
    "Maricel Rowena Jocelyn Analyn Cristina Rosalie Jenny Lorna Marites Divina Grace Liezel Glenda Aileen Joy Melanie "
    "Princess Angel Nicole Kimberly Rhea Sheila Arlene Imelda Teresita Corazon Luz Ligaya Mylene Vanessa Hazel "
    "Charisse Bea Althea Trisha Janine"
)
HOME_MEN: Final = _words(
    "Rodel Jayson Mark Christian Joel Ramil Edgar Noel Arnel Romeo Dante Renato Ferdinand Jerome Kevin Bryan Aldrin "
    "Reymark Jericho Carlo Nestor Ernesto Danilo Wilfredo Gilbert Rommel Marvin Ariel Joshua Angelo Vince Kenneth"
)
HOME_FAMILIES: Final = _words(
    "Santos Reyes Cruz Bautista Ocampo Garcia Mendoza Torres Castillo Flores Villanueva Ramos Aquino Navarro Salazar "
    "Dizon Pascual Soriano Manalo Tolentino Magsaysay Lumanog Dimaculangan Catacutan Balagtas Macaraeg Panganiban "
    "Dagohoy Sumalinog Cabahug Ybanez Alcantara Buenaventura Delos-Reyes Evangelista Fajardo Galang Hernandez Ilagan "
    "Javier Lacson Mercado Natividad Ordonez Padilla Quiambao Rosales Sarmiento Tiongson Umali Valdez Zamora"
)
STRANGER_WOMEN: Final = _words(
    "Susan Karen Linda Helen Janet Emma Sarah Laura Ingrid Monika Yuki Haruka Minji Claire Donna Rachel Megan Anna"
)
STRANGER_MEN: Final = _words(
    "Peter Alan Graham Keith Trevor Dennis Wayne Scott Brian Gary Kevin Lars Anders Jens Klaus Dieter Kenji Takashi "
    "Minho Ryan Tyler Ethan Liam Noah Mason Jack Callum Erik Robert Colin Stuart Neil Martin"
)
STRANGER_FAMILIES: Final = _words(
    "Walker Hughes Bennett Coleman Foster Griffin Harper Jenkins Lawson Mitchell Norris Parsons Quinn Richter Schmidt "
    "Lindqvist Bergstrom Hansen Visser Tanaka Sato Mori Park Choi Lambert Morrison Nash Odell Pearce Rowe Sutton "
    "Turner Underhill Vaughn Whitaker Yates Doyle Fletcher Gibbs Hollis"
)
SHOPS: Final = _words(
    "Ani Bayani Dalisay Hiraya Kalye Lakbay Mutya Perlas Sinag Tala Tindahan Amihan Bituin Likha Sulyap"
)


def pick(rng: np.random.Generator, pool: tuple[str, ...]) -> str:
    """One name of a pool."""
    return pool[int(rng.integers(len(pool)))]


def as_typed(rng: np.random.Generator, given: str, family: str) -> str:
    """A receiver's name the way a sender abroad types it: capitals, initials, family name first, a slip of the pen."""
    form = rng.random()
    if form < 0.35:
        return f"{given} {family}".upper()
    if form < 0.75 or not family:
        return f"{given} {family}".strip()
    if form < 0.85:
        return f"{family}, {given}"
    if form < 0.95:
        return f"{given} {chr(65 + int(rng.integers(26)))}. {family}"
    return f"{given} {family[:-1]}"
