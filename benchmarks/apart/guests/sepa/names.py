# ruff: noqa: E501 -- a table reads better unbroken
"""Invented people: given names and surnames by the place where a family is from.

The pools are small on purpose where payout partners work: the partner's account plus a name is all the bank knows of a
receiver, and in life two people called the same become one receiver in its tables.
"""

from __future__ import annotations

from typing import Final

import numpy as np

_GIVEN: Final[dict[str, str]] = {
    "DE": "Anna Jonas Lea Paul Mia Felix Clara Max Sophie Lukas Emma Tim Laura Jan Julia Nico Sabine Uwe Petra Klaus Monika Jürgen "
    "Heike Dieter Ute Bernd Karin Rolf Silke Frank Anke Holger Birgit Stefan Greta Emil Ida Theo Lotte Finn Romy Ben",
    "RO": "Andreea Mihai Ioana Vasile Elena Gheorghe Maria Florin Raluca Cristian Alina Daniel Mirela Ovidiu Simona Radu Corina Sorin "
    "Adela Bogdan Lavinia Marius",
    "UA": "Oksana Andriy Olena Taras Iryna Mykola Natalia Serhiy Halyna Bohdan Yulia Petro Svitlana Roman Kateryna Vasyl Daryna Ihor",
    "PH": "Maria Jose Rosalie Jerome Analyn Rodel Marites Jun Cherry Arnel Joy Ramil Gemma Noel Lorna Dante Jenny Rey Melanie Edwin Liza "
    "Angel Rowena Jay Princess Mark Evelyn Christian Grace Ronald",
    "TH": "Somchai Malee Niran Suda Anong Prasert Kanya Wichai Ploy Chai Noi Arthit Siriporn Boonmee Dao Kamon Lamai Somsak",
    "BR": "Ana Joao Maria Pedro Luciana Carlos Fernanda Rafael Patricia Bruno Juliana Marcos Camila Thiago Aline Diego Vanessa Otavio",
    "PL": "Agnieszka Marek Ewa Piotr Magda Tomasz Beata Pawel Dorota Adam",
    "TR": "Ayse Mehmet Fatma Mustafa Elif Ahmet Zeynep Hasan Emine Murat",
    "NG": "Blessing Emeka Grace Tunde Joy Samuel Peace Daniel Favour Victor Precious David Mercy Kelvin",
    "CI": "Aya Kouassi Awa Yao Fatou Koffi Mariam Serge Adjoua Ibrahim",
    "GH": "Ama Kofi Abena Kwame Esi Yaw Akua Kojo",
}
_FAMILY: Final[dict[str, str]] = {
    "RO": "Dumbrava Lupescu Caramida Moldovan Vrancean Stanescu Pietroiu Brasoveanu Oltean Codrescu Lunganu Frunza Izvoreanu Cerbu Negrila",
    "UA": "Kovalyk Dubenko Honcharuk Verbytsk Lisovenko Stepura Zorenko Bilyk Mlynar Horodetsk Krynych Soloviy Tkachyn Vyshniak",
    "PH": "Santos Reyes Dalisayan Bautista Magtibayo Villamar Cruz Pangilan Ocampero Salonga Dimaano Garcia Tolentin Macaraeg Lumbres "
    "Abadilla Ramos Catubig Sumalin Mendozar",
    "TH": "Saengthip Wongdee Chaiyarat Boonsri Thongdam Srisuk Phromma Kaewjai Rattanin Intharak Suksawat",
    "BR": "Silvano Souzandra Oliveira Pereiral Campolim Ferrazo Nogueira Barretim Almeidal Teixera Ramalho Moureno",
    "PL": "Lipinska Borowy Jaworek Kalinow Dabrowy Sosnow",
    "TR": "Yildizoglu Demirtas Kayaalp Akdogan Tekinay Sarikaya",
    "NG": "Okafori Adeyomi Nwankezi Eze Balogune Ibehor Osagiede Uchenda",
    "CI": "Kouamela Traorin Konatey Diabagat Ouattari Nguessen",
    "GH": "Mensahl Owusuka Boatengo Asantey",
}
_TWO_GIVEN: Final = 0.6
_STEMS: Final = (
    "Birk",
    "Stein",
    "Wald",
    "Linden",
    "Hasel",
    "Buch",
    "Erl",
    "Rot",
    "Klein",
    "Neu",
    "Ober",
    "Unter",
    "Hoch",
    "Berg",
    "Tal",
    "Moos",
    "Eich",
    "Korn",
    "Mühl",
    "Sand",
)
_ENDS: Final = (
    "mann",
    "er",
    "bauer",
    "hofer",
    "meier",
    "berger",
    "ing",
    "ner",
    "huber",
    "brand",
    "wirt",
    "feld",
    "inger",
    "stätter",
    "kamp",
)


def surname(rng: np.random.Generator, place: str) -> str:
    """A family name usual at a place; Germany and Austria share theirs, as do SEPA neighbours without a list."""
    if place in _FAMILY:
        pool = _FAMILY[place].split()
        return pool[int(rng.integers(len(pool)))]
    return _STEMS[int(rng.integers(len(_STEMS)))] + _ENDS[int(rng.integers(len(_ENDS)))]


def given(rng: np.random.Generator, place: str) -> str:
    """A given name usual at a place."""
    pool = _GIVEN.get(place, _GIVEN["DE"]).split()
    return pool[int(rng.integers(len(pool)))]


def person(rng: np.random.Generator, place: str, family: str | None = None) -> str:
    """A full name; `family` when the surname is known. Most people from elsewhere write a second given name."""
    first = given(rng, place)
    if place in _FAMILY and rng.random() < _TWO_GIVEN:
        first = f"{first} {given(rng, place)}"
    return f"{first} {family or surname(rng, place)}"


def respelled(rng: np.random.Generator, name: str) -> str:
    """The same name as another payer would type it.

    It comes without the second name or with an initial, with the surname first, or with a letter lost.
    """
    first, _, last = name.rpartition(" ")
    way = int(rng.integers(3))
    if way == 0:
        one, _, two = first.partition(" ")
        return f"{one} {last}" if two else f"{one} {'ABCDGLMRST'[int(rng.integers(10))]} {last}"
    if way == 1:
        return f"{last} {first}"
    cut = 1 + int(rng.integers(max(1, len(last) - 2)))
    return f"{first} {last[:cut]}{last[cut + 1 :]}"
