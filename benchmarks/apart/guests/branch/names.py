"""Invented names by culture, and how a teller at the next counter types the same name."""

from __future__ import annotations

from typing import Final

import numpy as np

_POOLS: Final[dict[str, tuple[str, str]]] = {
    "anglo": (
        "Alan Peter Susan Karen Derek Colin Janet Ruth Nigel Gary Tyler Ethan Liam Owen Chloe Megan Jordan Callum Neil",
        "Hartwell Penrose Ashby Loxton Merrick Tolland Wexley Brandon Farrow Kemble Dunmore Selby Oakes Garside Thorne",
    ),
    "german": (
        "Jürgen Horst Ulrike Petra Lukas Finn Anke Dieter Jonas Heike Ralf Silke Moritz Bernd",
        "Brandhof Kessler Lohmann Reuter Steinke Wiegand Albers Hansen Michels Dörfler Pohlmann",
    ),
    "italian": (
        "Marco Giulia Paolo Chiara Franco Elena Bruno Sergio Lorenza Matteo Dario Silvano",
        "Ferrandi Colosimo Bertani Gallucci Marchetti Rovere Santini Tedesco Valli Morosini",
    ),
    "swedish": (
        "Lars Birgitta Johan Elsa Göran Kerstin Oskar Linnea Stig Emil Anders Maja",
        "Lindqvist Åkerman Norling Sandell Hedberg Wallin Forsgren Ekdahl Nyström Bergfalk",
    ),
    "filipino": (
        "Maria Jonalyn Rosalie Marites Arnel Jun Cristina Liezl Rowena Ronnel Jaypee Analyn Ma. Fe Luz Grace Joy Edgar",
        "Santos Dela-Cruz Villanueva Bacalso Magbanua Tumulak Ybañez Reyes Catubig Pangilinan Lumapas Ocampo Abella",
    ),
    "indian": (
        "Anil Sunita Rajesh Bimala Priya Suresh Kamal Gita Deepak Manju Sita Hari Ramesh Asha",
        "Thapa Nair Sharma Gurung Reddy Verma Joseph Rai Adhikari Pillai Chaudhary Sandhu",
    ),
    "bengali": (
        "Abdul Fatema Mohammad Rahima Imran Shahida Karim Nasreen Tariq Salma Jamal Rubina",
        "Rahman Hossain Akhtar Miah Chowdhury Ahmed Begum Malik Uddin Siddiqui",
    ),
    "nigerian": (
        "Chinedu Ngozi Emeka Blessing Kwame Abena Tunde Folake Samuel Osaze Yaw Precious Ifeanyi Esther",
        "Okafor Adeyemi Mensah Eze Owusu Balogun Nwosu Osagie Boateng Ogunleye Asante Ibe",
    ),
    "kenyan": (
        "Wanjiru Otieno Achieng Mwangi Faith Kevin Njeri Brian Mercy Kiprono Zawadi Juma",
        "Kamau Odhiambo Mutua Wekesa Chebet Njoroge Ouma Kariuki Barasa Maina",
    ),
    "ivorian": (
        "Aya Kouamé Mariam Koffi Adjoua Ibrahim Yao Fatou Serge Awa Didier Salimata",
        "Kouassi Traoré Koné N'Guessan Ouattara Bamba Diallo Yapi Touré Coulibaly",
    ),
    "moroccan": (
        "Fatima Hassan Khadija Youssef Rachid Naima Said Latifa Omar Samira Driss Zineb",
        "El-Amrani Benali Ouazzani Haddad Lahlou Chraibi Bouzidi Tazi El-Idrissi Mansouri",
    ),
    "latin": (
        "Luz Carlos Yesenia Jorge Paola Wilmer Rosa Andrés Marisol Edwin Daniela Ramón Carmen Julio",
        "Restrepo Valdez Cárdenas Quintero Peralta Rosario Montoya Hernández Zapata Guzmán Ospina Mejía",
    ),
    "romanian": (
        "Ioana Mihai Elena Vasile Andreea Ionuț Gabriela Florin Maria Costel Roxana Dan",
        "Popescu Munteanu Ciobanu Rusu Lupu Stoica Dumitru Nistor Țăranu Balan",
    ),
    "ukrainian": (
        "Oksana Andriy Iryna Serhii Nataliya Taras Olena Mykola Yuliya Bohdan Halyna Viktor",
        "Kovalenko Shevchuk Bondarenko Melnyk Tkachuk Lysenko Savchenko Petrenko Hrytsenko",
    ),
    "thai": (
        "Somchai Nok Ratana Prasert Malee Kanya Anong Wichai Suda Chai Ploy Noi",
        "Srisuk Thongchai Boonmee Wongsa Chaiyasit Saetang Phromma Kaewta Inthara",
    ),
    "vietnamese": (
        "Lan Huong Minh Tuan Thao Duc Hoa Linh Quang Mai Hung Ngoc",
        "Nguyen Tran Pham Hoang Le Vo Dang Bui Ngo Truong",
    ),
}
# Family names are built from a beginning and an ending as well, so that a town does not share a dozen of them.
_BUILT: Final[dict[str, tuple[str, str]]] = {
    "anglo": ("Ash Wood Hol Brad Stan Kirk Mar Whit Lang Thorn", "ford ley worth combe by well ton shaw"),
    "german": ("Stein Berg Wald Linden Rosen Eich Hoch Alt", "mann meyer bach er hof inger feld"),
    "italian": ("Bel Mont Cas Fior Gal Pel Ros Vit", "etti aldi ini anti arini one ello"),
    "swedish": ("Berg Lund Sjö Ström Ek Holm Dal Norr", "gren kvist strand by mark stedt"),
    "filipino": ("Ala Bula Cali Dima Gati Lumi Maga Pana Sala Tala", "baon cay gan lang nao pit tan yao"),
    "indian": ("Bhat Dev Kul Mish Pan Shar Tri Var", "dari kar nath pal val yan ani"),
    "bengali": ("Ans Bakh Faz Hab Kam Maj Qur Sar", "ari iruddin ullah umder aker eshi"),
    "nigerian": ("Ade Olu Ola Ogun Chi Nwa Oke Uzo", "bola kunle dele wale tunji mba kwu"),
    "kenyan": ("Che Kip Mu Nja Ot Wa Om Ki", "ruto koech gambi iru ieno nyama bet"),
    "ivorian": ("Dou Gne Kon Sang Tio Zad Bro", "mbia goré aré oué issi ahi"),
    "moroccan": ("Bel Ben Bou El-H Ou Ch Sk", "kacem harbi laroussi assani ammou aoui"),
    "latin": ("Alv Bal Cas Cort Gal Mor Par Sal Vel", "arez eros ales ondo ana ino era"),
    "romanian": ("Alb Brat Cor Drag Mar Neg Pet Vas", "escu oiu eanu ilă iuc aru"),
    "ukrainian": ("Bil Chor Dov Hon Kor Mak Pol Sav", "enko chuk ivsky yshyn ets yk"),
    "thai": ("Bun Cha Jan Kit Nam Pra Sri Wong", "chana mongkol phan porn sakul sri thep"),
    "vietnamese": ("Lu Duo Do Ho Qua Tri Vuo Cao", "ng nh n ch c"),
}
GIVEN: Final = {culture: tuple(pair[0].split()) for culture, pair in _POOLS.items()}
SURNAMES: Final = {
    culture: (*pair[1].split(), *(a + b for a in _BUILT[culture][0].split() for b in _BUILT[culture][1].split()))
    for culture, pair in _POOLS.items()
}

# What is heard over a counter: letters that sound alike in most of the languages spoken there.
_SOUNDS: Final = (("ph", "f"), ("y", "i"), ("ie", "y"), ("c", "k"), ("sh", "ch"), ("ll", "l"), ("v", "b"), ("z", "s"))


def given_name(rng: np.random.Generator, culture: str) -> str:
    """One given name or two: many cultures of the corridors write two in the document."""
    pool = GIVEN[culture]
    first = pool[int(rng.integers(len(pool)))]
    second = pool[int(rng.integers(len(pool)))]
    return first if rng.random() < 0.55 or first == second else f"{first} {second}"


def surname(rng: np.random.Generator, culture: str) -> str:
    """One family name; some people write the mother's as well."""
    pool = SURNAMES[culture]
    # The first dozen are the common ones.
    own = pool[int(len(pool) * rng.random() ** 1.7)]
    mothers = pool[int(len(pool) * rng.random() ** 1.7)]
    return own if culture not in {"latin", "filipino"} or rng.random() < 0.6 or own == mothers else f"{mothers} {own}"


def respelled(rng: np.random.Generator, given: str, family: str) -> str:
    """The name as another payer was told it, or as another teller heard it."""
    slip = int(rng.integers(6))
    if slip == 0 and " " in given:
        return f"{given.split(maxsplit=1)[0]} {family}"
    if slip == 1:
        return f"{family} {given}"
    if slip == 2:
        return f"{given} {'ABCDEGLMPRST'[int(rng.integers(12))]} {family.rsplit(maxsplit=1)[-1]}"
    whole = f"{given} {family}".replace("-", " " if slip == 3 else "")
    heard = [(a, b) for a, b in _SOUNDS if a in whole.lower()[1:]]
    if heard and slip != 5:
        a, b = heard[int(rng.integers(len(heard)))]
        return whole[0] + whole[1:].lower().replace(a, b, 1)
    cut = 1 + int(rng.integers(len(whole) - 2))
    return whole[:cut] + whole[cut + 1 :] if rng.random() < 0.5 else whole[:cut] + whole[cut] + whole[cut:]
