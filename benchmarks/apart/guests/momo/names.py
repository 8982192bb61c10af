# ruff: noqa: E501 -- a table reads better unbroken
"""Invented people: given names and surnames put together at random, by the tongue of the place they are from."""

from __future__ import annotations

from typing import Final

from benchmarks.apart.guests.momo.dice import Dice

WOMEN: Final = {
    "filipino": "Maricel Jocelyn Rowena Analyn Cristina Jennylyn Maribel Rosalie Liezl Gemma Arlene Marites Lorna Evangeline Glenda Cherry Rhea Joy Angelica Princess Jasmine Kimberly Althea Nicole Trisha Mylene Sheryl Imelda Teresita Corazon Norma Ligaya Divina Girlie Honey Aileen Janice Melanie Vilma Edna",
    "english": "Susan Karen Linda Emma Chloe Megan Rachel Donna Julie Heather Amber Claire Joanne Paige",
    "german": "Sabine Petra Anja Julia Lena Heike Monika Katrin", "nordic": "Anna Kristin Ingrid Maria Linnea Marit Eva Elin",
    "romance": "Giulia Chiara Laura Camille Sophie Elena Martina Claire", "japanese": "Yuki Haruka Keiko Aya Naomi Emi", "korean": "Jiwoo Minji Soyeon Hyejin Eunji Yuna",
    "indian": "Priya Anjali Divya Lakshmi Neha Meera", "nigerian": "Blessing Grace Chioma Funke Patience Joy", "ivorian": "Aya Adjoua Mariam Fatou Akissi Rokia",
    "indonesian": "Siti Dewi Putri Rina Wulan Ayu", "vietnamese": "Lan Huong Linh Thao Mai Trang",
}  # fmt: skip
MEN: Final = {
    "filipino": "Jomar Rodel Arnel Ronaldo Jerome Michael Joel Reynaldo Danilo Ernesto Roberto Edgar Romeo Nestor Rogelio Marlon Jayson Mark Christian Ariel Dennis Gilbert Noel Allan Ramil Kenneth Jericho Renz Carlo Paolo Vincent Angelo Joshua Adrian Bryan Efren Felipe Gerardo Ferdinand Leo",
    "english": "Michael David Robert John Steven Mark Gary Brian Kevin Paul Jason Tyler Ryan Josh Ethan Liam Jack Connor Dylan Alan Keith Graham Wayne Craig Scott Dean Jordan Kyle",
    "german": "Thomas Andreas Jürgen Uwe Klaus Stefan Lukas Jan Felix Bernd", "nordic": "Lars Anders Per Erik Johan Magnus Emil Oskar Leif Bjørn",
    "romance": "Marco Luca Giovanni Paolo Pierre Julien Hugo Alain Matteo Franco", "japanese": "Kenji Hiroshi Takashi Daisuke Sho Ren Makoto Yuta", "korean": "Minho Jihoon Sungmin Youngsoo Hyunwoo Dongwook Taeyang",
    "indian": "Rahul Arun Vijay Suresh Anil Karthik Rohan", "nigerian": "Emeka Tunde Chidi Ifeanyi Kelvin Samuel Destiny", "ivorian": "Kouassi Yao Koffi Ibrahim Moussa Serge Didier",
    "indonesian": "Budi Agus Hendra Rizky Dedi Andi", "vietnamese": "Minh Tuan Hung Duc Long Quang",
}  # fmt: skip
SURNAMES: Final = {
    "filipino": "Santos Reyes Cruz Bautista Ocampo Garcia Mendoza Torres Castillo Flores Villanueva Ramos Aquino Navarro Mercado Aguilar Dela_Cruz Del_Rosario Salazar Domingo Pascual Soriano Manalo Dimaculangan Macaraeg Abad Alcantara Bernardo Cabrera Catacutan Cortez Dizon Enriquez Espiritu Fajardo Gatchalian Hernandez Ignacio Javier Lacson Lim Lozada Magbanua Malonzo Natividad Obispo Padilla Panganiban Quizon Roxas Sarmiento Tan Tolentino Umali Valdez Velasco Ybanez Zamora Baguio Cabahug Lapuz Sumalinog Tumulak Ybarra Bonifacio Arcilla Mangubat Pepito Gonzaga Labrador Cabalquinto Oliva Rosales Bacani",
    "english": "Smith Miller Walker Turner Hughes Baker Foster Carter Reed Morgan Palmer Webb Hayes Burton Ellis Nolan Griffin Lowe Marsh Perkins Harmon Doyle Pratt Stone Whitaker Barlow Kerr Sutton Hale Rowe",
    "german": "Müller Schneider Becker Hoffmann Krause Vogel Seidel Brandt Kühn Lorenz", "nordic": "Hansen Berg Lindqvist Nilsson Dahl Johansen Ekström Haugen Holm Sandberg",
    "romance": "Rossi Ferrari Conti Moretti Dubois Lefèvre Girard Romano Fontana Mercier", "japanese": "Sato Suzuki Tanaka Ito Yamada Mori Ogawa Kondo", "korean": "Kim Lee Park Choi Jung Kang Yoon",
    "indian": "Nair Menon Sharma Pillai Rathore Iyer Thomas", "nigerian": "Okafor Eze Adeyemi Osagie Balogun Nwosu Ehigie", "ivorian": "Kouamé Traoré Koné Bamba Touré Yapi N'Guessan",
    "indonesian": "Wijaya Santoso Lumentut Pratama Siregar Hidayat", "vietnamese": "Nguyen Tran Le Pham Vo Dang",
}  # fmt: skip


def surname(dice: Dice, tongue: str) -> str:
    """A family's name."""
    return dice.pick(SURNAMES[tongue].split()).replace("_", " ")


def given(dice: Dice, tongue: str, woman: bool) -> str:
    """A first name; home people often carry two."""
    pool = (WOMEN if woman else MEN)[tongue].split()
    first = dice.pick(pool)
    return f"{first} {dice.pick(pool)}" if tongue == "filipino" and dice.chance(0.3) else first
