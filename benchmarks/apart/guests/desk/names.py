"""Invented names: first names of each tongue and surnames built from a root and an ending.

Built surnames keep namesakes about as common as in a real customer file; a short list would make everybody kin.
"""

from __future__ import annotations

from typing import Final

import numpy as np

_MEN: Final = {
    "romanian": "Andrei Mihai Ion Vasile Gheorghe Florin Marian Ștefan Cătălin Ionuț Radu Dumitru Sorin Adrian Bogdan "
    "Cosmin Nicolae Alexandru Daniel Răzvan Viorel Costel Liviu Petru",
    "english": "James Robert John Michael David William Richard Thomas Mark Steven Paul Andrew Kenneth Kevin Brian "
    "George Edward Ronald Timothy Jason Jacob Tyler Ethan Logan Noah",
    "german": "Hans Peter Jürgen Klaus Wolfgang Dieter Uwe Bernd Stefan Thomas Andreas Markus Jonas Lukas Felix Ralf "
    "Holger Matthias Werner Tobias",
    "latin": "Marco Giuseppe Antonio Luca Paolo Carlos Javier Miguel Pablo Pierre Michel Philippe Alain Luc Bruno Hugo "
    "Enzo Mateo Sergio Franco",
    "nordic": "Lars Erik Anders Johan Per Nils Sven Bo Henk Jan Kees Willem Pieter Olav Geir Magnus Mats Emil Oscar",
}
_WOMEN: Final = {
    "romanian": "Maria Elena Ioana Andreea Mihaela Cristina Daniela Gabriela Alina Ana Florentina Georgiana Roxana "
    "Simona Nicoleta Loredana Larisa Bianca Denisa Viorica Lăcrămioara Ramona Oana Mirela",
    "english": "Mary Linda Susan Karen Lisa Nancy Sarah Emily Laura Donna Carol Amanda Megan Rachel Olivia Grace",
    "german": "Sabine Petra Monika Birgit Claudia Anja Katrin Julia Lena Heike Ute Renate",
    "latin": "Giulia Francesca Carmen Lucía Isabel Sophie Nathalie Chantal Elisa Paola Marta Claire",
    "nordic": "Anna Karin Ingrid Astrid Eva Marieke Saskia Lotte Kirsten Maja Elin Hanne",
}
_ROOTS: Final = {
    "romanian": "Pop Ion Dumitr Stan Marin Vas Flor Rad Mold Bărbul Negr Lup Ciob Munt Olt Bucur Drag Mih Petr Crăc "
    "Șerb Tănas Vlad Grig Neagoș Cozm Manol Zăv Istr Balt",
    "english": "Ash Brad Cal Dun Els Far Gar Hart Ing Kel Lang Mor Nor Oak Pres Rad Stan Thorn Whit Win Lock Hol",
    "german": "Acker Berg Birn Dorn Eich Feld Grün Hag Kirch Lind Mühl Neu Ober Rosen Schön Stein Vog Wald Wies Zell",
    "latin": "Bell Cast Dom Ferr Gall Lomb Mart Mont Nav Ort Per Riv Sant Tor Val Vill Cam Ros Ber Fabr",
    "nordic": "Berg Dahl Ek Fors Gran Hag Lind Lund Nor Sand Sjö Strand Ström Vik Öst Holm Ås Ros",
}
_ENDS: Final = {
    "romanian": "escu eanu aru oiu ache ică iuc uța",
    "english": "ford ley ton field wood man well more",
    "german": "mann er bach hofer meier lein ing",
    "latin": "ini etti elli ero anez ando ier aux",
    "nordic": "ström gren quist sen stra berg by",
}
_WORDS: Final = {
    "men": {tongue: names.split() for tongue, names in _MEN.items()},
    "women": {tongue: names.split() for tongue, names in _WOMEN.items()},
}


def surname(rng: np.random.Generator, tongue: str) -> str:
    """A surname of the tongue."""
    roots, ends = _ROOTS[tongue].split(), _ENDS[tongue].split()
    return roots[int(rng.integers(len(roots)))] + ends[int(rng.integers(len(ends)))]


def first_name(rng: np.random.Generator, tongue: str, man: bool) -> str:
    """A first name of the tongue; one person in six carries two."""
    names = _WORDS["men" if man else "women"][tongue]
    name = names[int(rng.integers(len(names)))]
    if rng.random() < 0.16:
        name += " " + names[int(rng.integers(len(names)))]
    return name
