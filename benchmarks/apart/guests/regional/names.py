"""Invented people's names: given names and surnames are drawn apart, so no pair stands for anybody real."""

from __future__ import annotations

from typing import Final

import numpy as np

BANKS: Final = {
    "anglo": ("James Robert Alan Keith Derek Kevin Graham Tyler Jordan Ethan Noah Callum Brian Steven Mark Dylan",
              "Susan Karen Emma Megan Chloe Diane Linda Hannah Grace Carol Paula Joanne",
              "Harper Whitlock Mercer Dunmore Ashby Collier Pruitt Langford Hobbs Kessler Trask Bramwell Orton"),
    "iberian": ("Javier Alberto Manuel Sergio Pablo Rafael Hugo Adrian Ignacio", "Carmen Pilar Lucia Elena Marta Rocio",
                "Llorente Ibarrola Casals Quintanar Beltran Orduna Peralta Merino Zabala"),
    "italian": ("Marco Luca Giorgio Paolo Matteo Davide Sandro Enrico", "Giulia Chiara Paola Silvia Franca Elisa",
                "Bellandi Corsaro Tessari Marchetti Galvani Pedroni Ruffo Santagata"),
    "german": ("Jens Klaus Uwe Lars Tobias Finn Henrik Rolf Jonas Dieter", "Anke Silke Petra Lena Ingrid Maja Birgit",
               "Althaus Brinkmann Lindqvist Reuter Vossberg Eklund Hartwig Sandgren Kruse Melchior"),
    "french": ("Pascal Thierry Hugo Bastien Gilles Nathan Alain Yves", "Claire Amelie Sophie Monique Julie Brigitte",
               "Delorme Fontanel Garrigue Pelletier Roussel Vasseur Chabrol Lambertin"),
    "latin": ("Jose Luis Carlos Miguel Juan Andres Wilmer Edwin Oscar Fredy Rigoberto Hector Nelson",
              "Maria Ana Rosa Yesenia Luz Marleny Gloria Paola Dayana Yuleisi Carmen Blanca Sandra Reina Nohemi",
              "Gonzalez Ramirez Lopez Castillo Mejia Rosario Quispe Cardona Orellana Tejada Zelaya Guaman Cifuentes"),
    "romanian": ("Ion Vasile Mihai Andrei Florin Sorin Marius Gheorghe", "Elena Ioana Mariana Alina Viorica Oana",
                 "Popescu Ciobanu Munteanu Rusu Lupu Dobre Stanciu Balan Ursu Cojocaru Neagu"),
    "ukrainian": ("Oleksandr Dmytro Serhii Andrii Mykola Taras", "Olena Iryna Natalia Oksana Svitlana Yulia Halyna",
                  "Kovalenko Shevchuk Bondar Tkachuk Melnyk Lysenko Marchenko Hrytsenko Savchuk"),
    "nigerian": ("Emeka Chidi Tunde Segun Osaze Ifeanyi Kelvin Femi Uche", "Ngozi Blessing Funke Chioma Aisha Bisi Joy",
                 "Okafor Adeyemi Eze Osagie Balogun Nwosu Ogunleye Idahosa Obi Bello"),
    "ghanaian": ("Kwame Kofi Yaw Kojo Nana Ebenezer Ibrahim", "Ama Akosua Efua Abena Adwoa Comfort Mercy",
                 "Mensah Boateng Owusu Asante Appiah Darko Agyeman Frimpong"),
    "sahel": ("Moussa Amadou Ibrahima Cheikh Mamadou Kouassi Ousmane Serge", "Fatou Aminata Awa Mariama Adjoua Khady",
              "Diallo Ndiaye Diop Kone Traore Fall Kouame Toure Sow Ouattara"),
    "indian": ("Rajesh Suresh Harpreet Anil Vijay Arjun Nimal Manoj", "Priya Sunita Lakshmi Kavita Anjali Simran Meena",
               "Sharma Nair Patel Singh Reddy Fernando Perera Thomas Gill Iyer"),
    "bengali": ("Mohammad Abdul Rahim Imran Tariq Kamal Shafiq Bilal", "Fatima Ayesha Nasreen Rukhsana Salma Shirin",
                "Khan Ahmed Hossain Chowdhury Malik Mia Akhtar Butt Rahman Uddin"),
    "filipino": ("Jun Rodel Mark Ramil Arnel Noel", "Maricel Jocelyn Rowena Analyn Liza Cherry Girlie",
                 "Santos Reyes Bautista Villanueva Dizon Abad Magno Salonga"),
}  # fmt: skip

_WORDS: Final = {culture: tuple(bank.split() for bank in banks) for culture, banks in BANKS.items()}


def _pick(rng: np.random.Generator, words: list[str]) -> str:
    return words[int(rng.integers(len(words)))]


def surname(rng: np.random.Generator, culture: str) -> str:
    """One family name; Spanish-speaking destinations use two."""
    family = _WORDS[culture][2]
    return f"{_pick(rng, family)} {_pick(rng, family)}" if culture == "latin" else _pick(rng, family)


def full_name(rng: np.random.Generator, culture: str, female: bool, family: str | None = None) -> str:
    """Given name, often a second one, and the surname of the family where one is given."""
    given = _WORDS[culture][1 if female else 0]
    second = f" {_pick(rng, given)}" if rng.random() < 0.35 else ""
    return f"{_pick(rng, given)}{second} {family or surname(rng, culture)}"


def as_typed(rng: np.random.Generator, name: str) -> str:
    """What a customer types into the address book: the part of the name they know, with a small screen's errors."""
    parts = name.split()
    if len(parts) > 2 and rng.random() < 0.3:
        del parts[1 if rng.random() < 0.6 else -1]
    typed = " ".join(parts)
    if rng.random() < 0.05:
        at = int(rng.integers(1, len(typed) - 1))
        typed = typed[:at] + typed[at + 1 :]
    return typed.upper() if rng.random() < 0.1 else typed
