# ruff: noqa: E501 -- a table reads better unbroken
"""Invented people's names, and the names that they choose to show."""

from __future__ import annotations

from typing import Final

import numpy as np

_MEN: Final = {
    "english": "Alan Gavin Marcus Derek Toby Nolan Craig Liam Ethan Jared Wayne Howard Colin Brett Tyler Mason Keith Glenn",
    "german": "Jens Uwe Lukas Ralf Timo Bernd Joost Sven Matthias Florian Hauke Dirk Pieter Kai",
    "nordic": "Lars Nils Oskar Göran Anton Håkan Emil Rolf Viktor Stig",
    "french": "Luc Thierry Hugo Alain Mathis Didier Yann Bruno Loïc Rémi Gilles Enzo",
    "filipino": "Jomar Rodel Arnel Jericho Dante Renato Joel Noel Marlon Eduardo Rico Alvin Jayson Ramil",
    "thai": "Somchai Anan Prasit Wichai Niran Kittipong Chai Thanawat",
    "hispanic": "Luis Jorge Andrés Iván Héctor Ramón Diego Julio Raúl Wilmer Édgar Óscar",
    "romanian": "Ionuț Vasile Radu Mihai Cosmin Florin Sorin Dragoș Petru",
    "nigerian": "Emeka Tunde Kelvin Osas Kwame Sunday Ifeanyi Peter Godwin Otieno Kofi",
    "ivorian": "Koffi Yao Serge Adama Ismaël Cédric Didier Kouamé",
    "indian": "Arun Rajesh Vivek Harpreet Manoj Suresh Nikhil Gurdeep Anil",
    "vietnamese": "Minh Tuan Hung Duc Long Quang Bao Khanh",
}
_WOMEN: Final = {
    "english": "Helen Tracy Megan Paula Chloe Brenda Jodie Alice Kayla Denise Ruth Amber Sharon Erin Lucy Gwen Holly Joan",
    "german": "Anke Silke Lea Ute Marit Svenja Birgit Nele Petra Femke Hanna Sabine",
    "nordic": "Elsa Karin Maja Ulla Sofie Ebba Birgitta Linnea",
    "french": "Odile Manon Sylvie Chantal Inès Camille Agnès Lucie Josiane",
    "filipino": "Marites Rowena Analyn Jessa Cristina Maricel Lovely Rosalie Gina Jonalyn Aileen Divina Sheila Mylene",
    "thai": "Malee Suda Noi Ploy Kanya Siriporn Wanida Nok",
    "hispanic": "Yolanda Marisol Luz Paola Daniela Rosa Carmen Yuleidy Claudia Norma Leidy",
    "romanian": "Mihaela Ioana Elena Roxana Alina Daniela Cristina Larisa",
    "nigerian": "Blessing Ngozi Esther Abena Joy Akosua Grace Wanjiru Precious Faith",
    "ivorian": "Aya Mariam Awa Affoué Fatou Prisca Adjoua",
    "indian": "Lakshmi Anjali Simran Priya Kavita Meera Harjit Sunita",
    "vietnamese": "Lan Huong Thao Mai Ngoc Trang Linh Hoa",
}
_FAMILIES: Final = {
    "english": (
        "Ashdown Barlow Cutler Dunmore Ellery Fenwick Garrick Hollis Inglis Jessop Kirkby Lorimer Mabry Nesbit Oakes Pruitt "
        "Quill Rigby Selwyn Thorne Upton Varley Wexler Yates Bratton Coyle Draper Hadley Lowell Maddox Pike Rusk Stroud Tully"
    ),
    "german": (
        "Albers Brandt Cordes Dierks Ebeling Fricke Grote Harms Ihnen Jansen Kessler Lohse Mertens Nagel Otten Pohl Reuter "
        "Sieber Tietz Vogt Wulff Zander"
    ),
    "nordic": "Ahlberg Bergdal Dahlin Ekström Forslund Granat Hedin Isaksson Kvist Lindmark Nordin Palm Rask Sandell Wik",
    "french": "Aubry Bazin Carlier Delmas Estève Fabre Guérin Huet Joly Lacombe Marty Noël Perrot Roussel Tessier Vidal",
    "filipino": (
        "Abella Bacalso Cabrera Dacuycuy Enriquez Fabros Galang Hilario Ilagan Jumawan Lacson Magsino Navarro Ocampo Pacheco "
        "Quiambao Romualdo Salonga Tumulak Umali Villaflor Yap Zamora Balagtas Cuenco Dimaano Espina Gumban"
    ),
    "thai": "Boonmee Chaiyo Duangdee Intha Kaewta Meesuk Phromma Rattana Saelim Thongdee Wongsa",
    "hispanic": (
        "Arango Bolaños Cárdenas Duarte Esquivel Fajardo Galindo Huerta Ibarra Jaramillo Lozano Montoya Naranjo Ocampo Palacios "
        "Quintero Rentería Solís Tejada Urrutia Valdez Zapata Báez Peralta"
    ),
    "romanian": "Albu Bălan Ciobanu Dinu Enache Grosu Iacob Lazăr Munteanu Neagu Oprea Pavel Rusu Stan Toma Ursu",
    "nigerian": "Adeyemi Balogun Chukwu Danso Eze Igwe Kamau Mensah Nwosu Obi Okoro Osei Owusu Uche Wekesa Yeboah Bello Asante",
    "ivorian": "Bamba Coulibaly Diallo Gnahoré Kacou Konan Koné Kouassi Ouattara Touré Yapi Zadi",
    "indian": "Bhatt Chawla Dhillon Gill Iyer Joshi Kurian Menon Nair Patel Rao Sandhu Thomas Varma",
    "vietnamese": "Bui Cao Dang Do Ho Le Ngo Nguyen Pham Phan Tran Truong Vo Vu",
}
MEN: Final = {culture: line.split() for culture, line in _MEN.items()}
WOMEN: Final = {culture: line.split() for culture, line in _WOMEN.items()}
FAMILIES: Final = {culture: line.split() for culture, line in _FAMILIES.items()}

_NICKS: Final = [
    "sunny",
    "lucky",
    "lil",
    "big",
    "dj",
    "coach",
    "mama",
    "tita",
    "king",
    "queen",
    "cap",
    "doc",
    "ace",
    "moon",
    "pixel",
    "rocky",
    "honey",
    "ghost",
    "blue",
    "turbo",
]
_TAILS: Final = [
    "xx",
    "07",
    "22",
    "99",
    "_ok",
    "tv",
    "art",
    "shop",
    "official",
    "88",
    "real",
    "yt",
    ".exe",
    "h2o",
    "zz",
    "1st",
    "x0",
    "gg",
]


def handle(rng: np.random.Generator, given: str, family: str) -> str:
    """The account's @handle: some carry the name, many say nothing about the holder."""
    nick = _NICKS[rng.integers(len(_NICKS))]
    tail = _TAILS[rng.integers(len(_TAILS))]
    draw = rng.random()
    if draw < 0.4:
        return f"{given}{family}{rng.integers(1, 99)}".lower()
    if draw < 0.7:
        return f"{given}_{tail}{rng.integers(1, 999)}".lower()
    return f"{nick}{tail}{rng.integers(10, 9999)}"


def display(rng: np.random.Generator, given: str, family: str, own_handle: str) -> str:
    """The name that others see: the app lets its members choose it, so only about two in three are full names."""
    draw = rng.random()
    if draw < 0.64:
        return f"{given} {family}"
    if draw < 0.76:
        return f"{given} {family[0]}."
    if draw < 0.86:
        return given
    if draw < 0.94:
        return f"{_NICKS[rng.integers(len(_NICKS))].title()} {given}"
    return own_handle
