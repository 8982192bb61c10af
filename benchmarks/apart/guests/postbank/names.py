"""Invented names by culture: given names (the first half for men, the second for women) and surnames."""

from __future__ import annotations

from typing import Final

import numpy as np

_GIVEN: Final = {
    "filipino": "Jose Ramon Eduardo Rogelio Danilo Arnel Jomar Rey Mark Christian Jerome Angelo Rodel Nestor Alvin "
    "Maria Rosalie Jocelyn Maricel Analyn Cristina Lorna Rowena Jasmine Angelica Princess Rhea Marites Gemma Liza",
    "english": "John David Peter Michael Graham Alan Robert Keith Brian Stephen Luke Tyler Ryan Jack Scott Dennis "
    "Susan Karen Emma Julie Rachel Megan Linda Sarah Carol Amy Janet Diane Chloe Laura Helen Paula",
    "german": "Klaus Jurgen Bernd Thomas Wolfgang Stefan Lars Jan Pieter Willem Dirk Uwe "
    "Petra Sabine Monika Anja Ingrid Heike Karin Marijke Els Birgit Ute Lena",
    "nordic": "Lars Anders Bjorn Ola Mikael Sven Per Jonas Henrik Kjell Tor Nils "
    "Anna Kari Ingrid Maria Eva Lena Astrid Sofia Hanne Elin Berit Marit",
    "latin": "Marco Giuseppe Paolo Luca Andrea Franco Jean Pierre Michel Alain Luc Remi "
    "Giulia Chiara Francesca Paola Elena Marie Claire Sophie Anne Julie Rosa Lucia",
    "arab": "Mohammed Ahmed Khalid Omar Saeed Faisal Fatima Aisha Noura Mariam Huda Salma",
    "chinese": "Wai Ming Kwok Chun Jun Wei Mei Ling Siu Yan Hui Xin",
    "japanese": "Hiroshi Kenji Takashi Makoto Yuki Keiko Naoko Yumi",
    "korean": "Minho Jihoon Sungmin Hyun Jisoo Eunji Soyoung Hana",
}
_FAMILY: Final = {
    "filipino": "Santos Reyes Cruz Bautista Ocampo Garcia Mendoza Torres Flores Villanueva Ramos Aquino Castillo "
    "Salazar Navarro Pascual Soriano Magbanua Dimaculangan Catacutan Abella Lacson Manalo Panganiban Quiambao "
    "Evangelista Macaraeg Bacolor Sumulong Dagohoy Malonzo Ilagan Capistrano Bumanlag Estrella Galang Hilario Jacinto",
    "english": "Smith Walker Harris Clarke Turner Mitchell Cooper Ward Brooks Hughes Foster Gray Palmer Webb Hunt "
    "Doyle Nash Pratt Lowe Holt Marsh Reid Burke Frost Dalton Kerr Vance Pike Rowe Sutton Quinn",
    "german": "Meier Schulz Hoffmann Krause Lehmann Vogel Brandt Jansen Bakker Visser Smit Dekker Keller Winkler",
    "nordic": "Lindqvist Berg Dahl Hansen Nilsen Ekman Strand Holm Lund Sandberg Moen Nyberg",
    "latin": "Rossi Ferrari Conti Greco Moretti Bruno Martin Petit Moreau Laurent Girard Roux",
    "arab": "Alharbi Alotaibi Aldosari Almansoori Alshehri Alkuwari",
    "chinese": "Chan Wong Lau Cheung Ho Tan Lim Ng Goh Lin",
    "japanese": "Tanaka Sato Suzuki Mori Kato Ito",
    "korean": "Kim Lee Park Choi Jung Kang",
}
GIVEN: Final = {culture: tuple(text.split()) for culture, text in _GIVEN.items()}
FAMILY: Final = {culture: tuple(text.split()) for culture, text in _FAMILY.items()}


def given(rng: np.random.Generator, culture: str, *, male: bool) -> str:
    """A given name of one culture."""
    names = GIVEN[culture]
    half = len(names) // 2
    return names[int(rng.integers(0, half)) + (0 if male else half)]


def family(rng: np.random.Generator, culture: str) -> str:
    """A surname of one culture."""
    names = FAMILY[culture]
    return names[int(rng.integers(0, len(names)))]
