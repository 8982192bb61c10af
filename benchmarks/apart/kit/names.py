"""Invented names: a frequent head and a long, syllable-made tail for each culture, written as careless registers write."""

# ruff: noqa: E501 -- a table reads better unbroken

from __future__ import annotations

from typing import Final

from benchmarks.apart.kit.dice import Dice

_GIVEN: Final = {
    "english": "Alan Brian Carl Dennis Edward Frank Graham Harold Ian Jack Karen Linda Mary Nancy Olivia Paula Ruth Susan Tina Wendy Mark Paul Steven Peter Lucy Emma Noah Liam Mason Tyler Dylan Ethan Jordan Chloe Grace Megan",
    "nordic": "Lars Erik Sven Anders Nils Karin Anna Ingrid Maja Linnea Oskar Emil Hugo Elsa Ulla Bengt Göran Astrid",
    "german": "Hans Jürgen Klaus Dieter Uwe Petra Sabine Monika Lukas Jonas Felix Lena Mia Jan Pieter Anke Heike Ralf",
    "french": "Jean Michel Alain Pierre Luc Hugo Théo Camille Léa Nathalie Sylvie Brigitte Patrick Thierry Enzo Manon",
    "filipino": "Maria Jose Juan Angelica Jessa Rowena Marites Analyn Jennifer Cristina Rodel Ramil Joel Arnel Grace Cherry Lovely Princess Jhon Mark Rosalie Imelda Teresita Noel Jerome Aiza Rhea Divina Edgar Nestor",
    "thai": "Somchai Nok Ploy Malee Siriporn Anong Wichai Kanya Suda Prasert Dao Rattana Niran Arun Sophea Dara Putu Wayan",
    "romanian": "Ion Andrei Mihai Elena Maria Ioana Florin Cristian Ana Gabriela Vasile Daniela Alexandru Mirela Costel Raluca",
    "slavic": "Oksana Olena Ivan Petro Iryna Natalia Andriy Taras Yulia Marek Anna Katarzyna Piotr Ayse Mehmet Elif Svitlana",
    "romance": "Carlos Juan Luz Maria Diana Paola Andres Jorge Luisa Camila Yolanda Rosa Miguel Ana Jesus Pedro Marisol Yesenia",
    "akan": "Kwame Kofi Ama Akua Chinedu Ngozi Emeka Blessing Yao Aya Moussa Fatou Wanjiru Otieno Youssef Samira Tunde Efe",
    "indic": "Rajesh Suresh Priya Anita Lakshmi Vijay Sunil Deepa Harpreet Gurpreet Joseph Mary Anil Rekha Mohan Asha",
    "viet": "Anh Minh Lan Huong Thao Tuan Hung Linh Mai Phuong Duc Trang",
}  # fmt: skip
_HEAD: Final = {
    "english": "Smith Jones Brown Taylor Wilson Walker Clark Hall Young King Wright Green Baker Hill Ward Turner",
    "nordic": "Andersson Johansson Karlsson Nilsson Larsson Hansen Olsen Berg",
    "german": "Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Jansen Visser",
    "french": "Martin Bernard Dubois Petit Durand Leroy Moreau Simon",
    "filipino": "Santos Reyes Cruz Bautista Garcia Mendoza Ramos Flores Gonzales Torres Villanueva Castro Rivera Aquino Dela_Cruz",
    "thai": "Saetang Srisai Chaiyo Thongdee Boonmee Kaewkla Sok Chea Wijaya Susanto",
    "romanian": "Popa Popescu Ionescu Rusu Stan Munteanu Dumitru Ciobanu",
    "slavic": "Melnyk Shevchenko Kovalenko Bondarenko Nowak Kowalska Yilmaz Kaya",
    "romance": "Garcia Rodriguez Martinez Lopez Gonzalez Perez Sanchez Ramirez Torres Rossi Ferrari",
    "akan": "Mensah Owusu Boateng Okafor Eze Kouassi Konan Traore Mwangi Odhiambo Alami Bello",
    "indic": "Singh Kaur Kumar Sharma Patel Reddy Thomas Mathew Nair Khan",
    "viet": "Nguyen Tran Le Pham Hoang Phan Vu Dang",
}  # fmt: skip
_SYLLABLES: Final = {
    "english": ("Ash Brad Cal Dun Ell Far Gar Hart Ken Lang Mor Nor Pen Rad Stan Thorn Wes Whit", "ber den field ford ham ing ler man mere son ston ton well worth wick"),
    "nordic": ("Al Berg Dal Ek Fors Gran Hag Lind Mo Nor Ros Sand Stor Vik", "berg blom dal gren holm kvist lund man mark ström vall sen"),
    "german": ("Al Bau Bren Dorn Eich Fal Gruen Hoff Kes Lan Mar Rot Stein Vogt Win", "bach berg er feld hoff inger ke ler mann meier ner stein dijk"),
    "french": ("Beau Bel Char Del Fon Gar Lam Mar Mon Per Rous Val Ver", "bert chet don eau er iot let mont nard on seau tier ville"),
    "filipino": ("Ala Bala Cata Dima Gala Lica Maga Pana Sala Taga Bui Lum Mang Ebu Cab", "ban cay dao gan lan mpo nan ntay pit ras san tin uyan zar"),
    "thai": ("Bun Chai Kam Kiat Pong Rat Sri Suk Thong Wong Phan", "chai dee kul lert mas nakorn porn rat sawat siri ting yos"),
    "romanian": ("Alb Bal Barb Coj Dob Flor Grig Lup Mold Nic Pav Rad Sand Tud", "an ar ache ean escu eanu iuc oiu oc ulescu uta"),
    "slavic": ("Bon Dan Hav Hry Kly Kor Lys Mar Pav Rom Sav Tka Vas Zay", "chuk denko enko etska iuk kiv ko lenko nyk shyn ska yuk"),
    "romance": ("Al Bar Cal Del Esc Fuen Gal Her Lo Mal Mon Pal Quin Sal Val Zam", "ano arez bano cedo dero ejo gado illo mendi ndez ona rero tega"),
    "akan": ("Ab Ad Ag Ako Bo Da Eke Kou Ma Nwo Oko Osei Tou Wa", "bah di duro fo goro kah ku mah nda nkwo re sah tey wusu"),
    "indic": ("Ahu Bha Cha Dev Gup Jos Kar Mal Nam Pill Ran Sin Var", "akal ar bey dra ela han i kar ma nath rai shi ta wal"),
    "viet": ("Bui Cao Chu Dinh Do Ha Ho Huy Lam Luong Mac Ngo Ta Trinh Vo", ""),
}  # fmt: skip


def _tail(culture: str) -> list[str]:
    first, last = _SYLLABLES[culture]
    return [a + b for a in first.split() for b in (last.split() or [""])]


_GIVEN_NAMES: Final = {culture: raw.split() for culture, raw in _GIVEN.items()}
_SURNAMES: Final = {culture: [*raw.replace("_", "~").split(), *_tail(culture)] for culture, raw in _HEAD.items()}


def surname(dice: Dice, culture: str) -> str:
    """Draw a surname: the head of the list is frequent, the tail is long; some tails are double."""
    pool = _SURNAMES[culture]
    name = dice.early(pool, 2.2)
    if culture in {"romance", "english"} and dice.chance(0.12):
        name = f"{name}-{dice.early(pool, 1.3)}"
    elif len(pool) > 30 and dice.chance(0.25):
        name = dice.choice(pool)[:4] + dice.choice(pool)[-4:].lower()
    return name.replace("~", " ")


def full_name(dice: Dice, culture: str, family: str) -> str:  # noqa: PLR0911
    """Compose a full name as one of the ways a register may hold it."""
    given = dice.choice(_GIVEN_NAMES[culture])
    roll = dice.random()
    if roll < 0.55:
        return f"{given} {family}"
    if roll < 0.70:
        return f"{given} {dice.choice(_GIVEN_NAMES[culture])} {family}"
    if roll < 0.80:
        return f"{given} {surname(dice, culture)[0]}. {family}"
    if roll < 0.88:
        return f"{given} {family}".upper()
    if roll < 0.93:
        return f"{family}, {given}"
    if roll < 0.97:
        return f"{given} {surname(dice, culture)} {family}"
    return f"{given[0]}. {family}"


def firm_name(dice: Dice, culture: str, trade: str) -> str:
    """Compose the name of a small organisation."""
    ending = dice.choice(["", "", " Ltd", " Services", " & Co", " Trading"])
    return f"{surname(dice, culture)} {trade}{ending}"
