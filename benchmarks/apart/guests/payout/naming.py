"""Invented people: names put together from parts, and the handles they choose."""

from __future__ import annotations

from typing import Final

from benchmarks.apart.guests.payout.dice import Dice

_GIVEN: Final = {
    "english": "Alan Brett Carl Dana Erin Fay Glen Hugh Ivy Jean Kurt Lynn Max Nora Owen Paula Reid Sara Todd Wendy",
    "german": "Anke Bernd Claas Dirk Elke Frank Gerda Heiko Ilse Jens Karin Lutz Maike Nils Petra Ralf Silke Timo",
    "latin": "Alba Bruno Carla Dario Elena Fabio Giada Hugo Irina Luc Mara Nadia Oana Paolo Remi Silvia Theo Vera",
    "iberian": "Aida Benjie Celia Dario Edna Felix Gina Hector Ines Jomar Karen Lito Mae Nico Olga Pia Ramon Rosa",
    "nordic": "Arne Berit Elin Finn Gro Hakan Inga Jonas Kari Lars Mona Nils Odd Pia Rune Siv Tore Ulla",
    "japanese": "Aiko Daichi Emi Goro Haru Jun Kaori Mio Naoki Rin Sota Yui",
    "malay": "Adi Bunga Citra Dewi Eko Farid Indah Jaya Lina Mega Nur Putri Rizal Sari Wei Xin",
    "arab": "Amal Bilal Dina Farid Hana Imad Karim Leila Mona Nabil Omar Rania Sami Yara Zaid",
    "thai": "Anong Boon Chai Dao Kanya Lan Mali Nam Ploy Som Tan Thuy Vinh Wan Yen",
    "indian": "Anil Bina Deepa Gopal Hari Isha Jaya Kiran Lata Mohan Nisha Prem Ravi Sunita Tara Vijay",
    "african": "Abena Chidi Efua Femi Grace Ifeoma Juma Kofi Moses Ngozi Paul Ruth Seun Wanjiru Yao Zola",
    "slavic": "Andriy Bohdan Daria Halyna Ihor Kateryna Lesia Maksym Olena Petro Roman Sofia Taras Yulia",
}
_STEM: Final = {
    "english": "Ash Brom Carr Dun Ell Fair Gold Hart Kirk Lang Mar North Pem Quar Rad Stan Thorn Whit",
    "german": "Ahl Berg Dorn Eich Fels Grun Holz Kern Lind Moor Neu Rein Stein Vogel Wald",
    "latin": "Bar Cal Dor Fer Gal Lam Mar Pel Ros Sal Tor Val Ver",
    "iberian": "Alma Bel Cast Dela Esco Fuer Gal Iba Lor Mont Nav Oli Pal Quin Rey Salva Tala Villa",
    "nordic": "Alm Bjork Dahl Ek Fors Gran Hag Lind Nor Sand Sjo Vik",
    "japanese": "Aki Fuji Hira Ishi Kawa Matsu Naka Oka Saka Taka Yama",
    "malay": "Hari Kusu Lim Pra Raha Sant Suka Tan Wija Wong",
    "arab": "Ab Bak Dar Fakh Has Jab Kar Man Nas Rah Sal Tah",
    "thai": "Boon Chan Jai Kong Nguy Phan Rat Suk Thon Wong",
    "indian": "Agar Bhat Chan Desh Gup Jad Kul Mal Nay Pat Ragh Sing",
    "african": "Ade Bo Chuk Eke Kam Mwa Nko Oba Owu Quar Tet Ump",
    "slavic": "Bond Dov Hon Kov Lys Mel Nov Oli Pav Shev Tka Zor",
}
_END: Final = {
    "english": "ford ley well ton wick man son by worth more",
    "german": "mann er hauer bach hoff berger ing",
    "latin": "elli ier anu ini ard escu otti",
    "iberian": "dez tillo garay mendo zal nera dor ces rosa",
    "nordic": "gren qvist strom sen lund stad",
    "japanese": "moto da mura guchi no shita",
    "malay": "anto wan di ono ma yadi",
    "arab": "ani oub ari idi our eem",
    "thai": "chai sri thong en pong mak",
    "indian": "wal an kar ta av ia",
    "african": "yemi ngo onu mba eche ti ku",
    "slavic": "enko chuk ych ska kiv yna",
}
GIVEN: Final = {naming: names.split() for naming, names in _GIVEN.items()}
STEM: Final = {naming: stems.split() for naming, stems in _STEM.items()}
END: Final = {naming: ends.split() for naming, ends in _END.items()}
_WORDS: Final = (
    "luna", "pixel", "river", "honey", "mango", "comet", "velvet", "tala", "kiwi", "echo", "sunny", "nova", "ginger",
    "cloud", "amber", "jazz", "coral", "lemon",
)  # fmt: skip


def surname(dice: Dice, naming: str) -> str:
    """A family's name."""
    return dice.pick(STEM[naming]) + dice.pick(END[naming])


def given(dice: Dice, naming: str) -> str:
    """One given name; two where that is common."""
    first = dice.pick(GIVEN[naming])
    if naming == "iberian" and dice.chance(0.4):
        return f"{first} {dice.pick(GIVEN[naming])}"
    return first


def handle(dice: Dice, name: str) -> str:
    """What people call themselves: a piece of the name or a fancy word, and often a number."""
    stem = name.split(maxsplit=1)[0].lower() if dice.chance(0.55) else dice.pick(_WORDS)
    tail = dice.pick(_WORDS) if dice.chance(0.5) else ""
    number = str(dice.whole(1, 999)) if dice.chance(0.7) else ""
    return f"@{stem}{'_' if tail and dice.chance(0.5) else ''}{tail}{number}"
