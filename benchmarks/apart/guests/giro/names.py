# ruff: noqa: E501 -- a table reads better unbroken
"""Invented people: given names and surnames by the part of the world a family comes from."""

from __future__ import annotations

from .chance import Chance

_WOMEN = {
    "low": "Anneke Saskia Marieke Femke Lotte Sanne Iris Roos Tessa Willemijn Fenna Jolanda Ineke Petra Hilde Noor Eva Lieke",
    "ph": "Marites Rowena Jocelyn Analyn Cherry Lorna Rizza Maricel Gemma Arlene Divina Jonalyn Rosario Mylene Aileen",
    "th": "Siriporn Kanya Nong Malee Ratana Pimchanok Suda Orawan Naree Wilai",
    "latin": "Yesenia Luz Paola Daniela Marcela Ximena Yuliana Carmen Rosa Andreina",
    "maghreb": "Fatima Khadija Samira Naima Hanane Loubna Souad Ikram Nadia Zineb",
    "turk": "Ayse Elif Zeynep Hatice Emine Sevgi Derya Nuray Gulsen Esra",
    "west": "Abena Akosua Efua Adjoa Ngozi Chioma Blessing Aminata Mariam Yaa",
    "east": "Agnieszka Katarzyna Monika Ioana Elena Mihaela Oksana Iryna Natalia Beata",
    "asia": "Dewi Siti Ayu Priya Anjali Lakshmi Ratna Putri Meera Indah",
    "euro": "Claire Sophie Lucia Giulia Anja Katrin Ines Marta Chiara Helene",
}
_MEN = {
    "low": "Jeroen Bas Sander Pieter Wouter Daan Ruben Joris Gerrit Hendrik Cor Thijs Koen Maarten Luuk Stijn Teun Frits",
    "ph": "Rodel Jomar Arnel Dennis Ronaldo Efren Jericho Marvin Noel Rey Alvin Crisanto",
    "th": "Somchai Prasert Anan Kittisak Niran Wichai Surasak Thaksin",
    "latin": "Wilmer Jhon Andres Camilo Luis Hector Yeison Jorge Ramon Fabian",
    "maghreb": "Mohamed Rachid Said Youssef Hicham Abdel Karim Mustapha Omar Driss",
    "turk": "Mehmet Mustafa Ali Emre Hasan Murat Kemal Serkan Yusuf Can",
    "west": "Kwame Kofi Yaw Emeka Chidi Moussa Ibrahim Samuel Kojo Tunde",
    "east": "Piotr Marcin Andrei Mihai Ion Oleh Taras Krzysztof Radu Dmytro",
    "asia": "Budi Agus Rahul Vijay Wayan Suresh Arjun Hendra Adi Ravi",
    "euro": "Luc Antoine Marco Paolo Jonas Lukas Diego Pablo Tiago Felix",
}
_SURNAMES = {
    "low": "Verhulst Terpstra Nijenhuis Blokzijl Kuipers Wassink Dorresteyn Haverkort Zwaanstra Ootmar Vlieland Roelants"
    " Schipperus Brakel Eikenaar Molhoek Pothoven Tersluis Wijbenga Duinker Hoekzema Baltus Kampstra Lindeboer Overmars"
    " Rietveer Smeenk Tolsma Uiterwaal Veldstra Westerink Ypma Zandberg Aalders Bosveld Citroen Drenthe Elzinga",
    "ph": "Dumalagan Bautistano Macaraeg Villarosa Panganiban Sumagaysay Catacutan Delmundo Abrenica Gatdula Lacsamana Ocampoy",
    "th": "Srisuwanit Chaiyawan Thongdee Boonprasit Kaewmanee Saetangkul Phromsiri Wongchai",
    "latin": "Quintanar Arboleda Cifuentes Restrepol Montoyan Guzmanes Polancor Batistal Mercader Zuluagas",
    "maghreb": "Benhaddou Elkhatibi Azzouzen Boukhris Tahirien Ouaddah Lamranis Cherkaoun Bouzidane Amraoun",
    "turk": "Yildizer Kayaman Demirsoy Aydinlar Ozkanli Sahiner Karatasli Polater Erdemir Tekinalp",
    "west": "Boatenga Asantewaa Mensahene Okonkwor Adeyemis Diallone Kouassin Owusuan Nwachuku Traoreh",
    "east": "Kowalczuk Wisniarek Popesculi Ionescar Shevchuk Bondarenk Zielinek Moldovar Lewandar Dumitrach",
    "asia": "Santosoy Wijayanti Hidayatul Raghavani Krishnath Sutrisnar Pranotor Nairan Gunawano Mehtani",
    "euro": "Delacourt Marchandel Bianchetti Ferrarinol Gruberlin Hoffmeyer Ortegal Navarrones Pereiral Kowalenz",
}
_SPLIT = tuple({k: v.split() for k, v in table.items()} for table in (_WOMEN, _MEN, _SURNAMES))


def surname(culture: str, chance: Chance) -> str:
    """A surname of a culture."""
    return chance.choice(_SPLIT[2][culture])


def full_name(culture: str, chance: Chance, *, woman: bool | None = None, family: str | None = None) -> str:
    """Given name and surname; `family` keeps a surname inside a family."""
    if woman is None:
        woman = chance.hit(0.5)
    given = chance.choice(_SPLIT[0 if woman else 1][culture])
    if culture == "low" and chance.hit(0.3):
        given += f" {chance.choice('ABCDEFGHJKLMPRSTVW')}."
    return f"{given} {family or surname(culture, chance)}"


def as_typed(name: str, chance: Chance) -> str:
    """A receiver's name as a payer types it: mostly right, else an initial, capitals, the order turned, a letter lost."""
    lot = chance.random()
    words = name.split()
    if lot < 0.72 or len(words) < 2:
        return name
    if lot < 0.82:
        return f"{words[0][0]}. {words[-1]}"
    if lot < 0.90:
        return name.upper()
    if lot < 0.95:
        return f"{words[-1]} {words[0]}"
    spot = chance.randrange(1, len(name) - 1)
    return name[:spot] + name[spot + 1 :]
