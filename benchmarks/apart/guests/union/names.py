"""Invented names, and how a payer types a receiver's name.

The remitters do not ask the receiver: the name on a payment is what that payer typed when adding the receiver, so
that one mobile number may stand under three spellings.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from benchmarks.apart.guests.union.chance import pick, yes

# pool: (men's given names, women's given names, surnames)
_POOLS: Final[dict[str, tuple[str, str, str]]] = {
    "english": (
        "Alan Brett Colin Darren Ewan Frank Gareth Howard Ian Keith Liam Martin Neil Owen Peter Rory Stuart Trevor",
        "Anita Beverley Claire Donna Erin Fiona Gillian Heather Isla Judith Karen Lorna Megan Paula Ruth Tessa",
        (
            "Ashdown Barlow Carrick Dunmore Eastwood Farrow Garland Hartnell Ingram Jessop Kirkby Marlow Norwood "
            "Oakes Penrose Quayle Radford Selby Thorne Upton Vickers Wexford Yardley"
        ),
    ),
    "nordic": (
        "Anders Bengt Claes Erik Fredrik Göran Håkan Jonas Kjell Lars Mats Nils Oskar Per Rolf Sven Tobias Ulf",
        "Agneta Birgitta Cecilia Elin Frida Gunilla Hanna Ingrid Johanna Karin Lena Maria Pernilla Sofia Ulrika",
        (
            "Almgren Bergström Dahlin Ekholm Forsell Granberg Hagström Isaksen Jernberg Kvist Lindahl Malmsten Nyborg "
            "Rosengren Sandvik Tornberg Viklund Åkerman Öhrn Sjödin"
        ),
    ),
    "filipino": (
        "Arnel Benjie Crisanto Dennis Edgar Ferdie Gilbert Jomar Jericho Leandro Marlon Nestor Rodel Ramil Rowell",
        "Analyn Baby Cherry Divina Evelyn Glenda Jennylyn Jocelyn Lovely Maricel Marites Nenita Rosalie Rowena Sheila",
        (
            "Abad Bautista Cabrera Dela Cruz Escobar Fajardo Galang Hilario Ibarra Jacinto Lacson Nacario Ocampo "
            "Pascual Quiambao Ramos Salonga Tolentino Umali Villareal Yap Zamora"
        ),
    ),
    "hispanic": (
        "Andrés Camilo Diego Emilio Fabián Gustavo Hernán Iván Jairo Leonel Mauricio Nelson Óscar Ramiro Wilmer",
        "Adriana Beatriz Carolina Diana Esperanza Gloria Ingrid Johana Lucero Marcela Natalia Paola Rocío Yesenia",
        (
            "Arango Bermúdez Cárdenas Duarte Escalante Figueroa Giraldo Henao Jaramillo Londoño Mejía "
            "Peralta Quintero Restrepo Salcedo Tavares Valdez"
        ),
    ),
    "thai": (
        "Anan Boonmee Chai Decha Kittisak Nattapong Prasit Somchai Thaksin Wichai",
        "Apinya Busaba Duangjai Kanya Malee Nong Orapin Pimchanok Ratana Siriporn Supaporn Wanida",
        "Boonsri Chaiyasit Deesom Inthawong Kaewmanee Lertpanya Moonsan Phromma Rattanakul Saetang Thongdee Wongsa",
    ),
    "south_asian": (
        "Amandeep Bhavesh Dinesh Gurpreet Harish Jaspal Kiran Manish Naveen Rajesh Sandeep Vikram",
        "Anjali Deepa Geeta Harleen Jyoti Kavita Lakshmi Meera Neha Pooja Rekha Simran",
        "Bhatt Chawla Dhillon Gill Iyer Joshi Kurian Menon Nair Patel Rana Sandhu Thomas Varghese Yadav",
    ),
    "vietnamese": (
        "Anh Bao Dung Hieu Khoa Long Minh Nam Phuc Quang Son Tuan",
        "Bich Chi Dao Giang Hoa Huong Lan Linh Mai Ngoc Thao Yen",
        "Bui Dang Do Ha Ho Huynh Le Ngo Nguyen Pham Phan Tran Truong Vo Vu",
    ),
    "indonesian": (
        "Agus Bambang Dedi Eko Fajar Hendra Joko Rizky Slamet Wahyu",
        "Ayu Dewi Endang Fitri Indah Lestari Nur Putri Ratna Sri Wulan Yanti",
        "Gunawan Hartono Kusuma Lubis Nasution Pratama Santoso Setiawan Siregar Susanto Wibowo Wijaya",
    ),
    "west_african": (
        "Abdul Bright Chidi Emeka Femi Godwin Ibrahim Kofi Kwame Musa Sunday Tunde Victor Yaw",
        "Abena Adaeze Blessing Comfort Esi Fatou Grace Joy Mercy Ngozi Patience Sade Yetunde",
        "Adeyemi Appiah Balogun Boateng Chukwu Danso Eze Koné Mensah Nwosu Obi Okafor Owusu Salami Traoré Uche",
    ),
    "east_african": (
        "Abdi Brian Daniel Farah Getachew Hassan Isaac Kamau Mohamud Otieno Samuel Yusuf",
        "Achieng Amina Asha Faduma Hodan Lydia Mercy Naima Sagal Selam Tigist Wanjiru",
        "Abebe Ali Barre Desta Gedi Hersi Kariuki Mwangi Njoroge Odhiambo Omar Tadesse Warsame Yusuf",
    ),
    "levantine": (
        "Adel Bilal Fadi Georges Hadi Jad Karim Marwan Nabil Omar Rami Tarek",
        "Dalia Farah Hala Joumana Lina Maya Nadine Rana Rima Samar Yara Zeina",
        "Aoun Barakat Chami Daher Fares Ghosn Haddad Issa Khoury Mansour Nasser Rahal Sabbagh Tannous",
    ),
    "eastern": (
        "Andriy Bogdan Cosmin Dmytro Florin Ionuț Mihai Oleh Petro Sorin Taras Vasyl",
        "Alina Daria Elena Halyna Ioana Kateryna Larysa Mihaela Oksana Raluca Simona Yulia",
        "Albu Bondar Ciobanu Dumitru Hrytsenko Ivanchuk Kovalenko Lazăr Munteanu Oprea Popa Rusu Shevchuk Stan",
    ),
}


def a_given(rng: np.random.Generator, pool: str, sex: str) -> str:
    """A given name; one in four carries a second one, as on passports."""
    names = _POOLS[pool][0 if sex == "m" else 1].split()
    first = pick(rng, names)
    return f"{first} {pick(rng, names)}" if yes(rng, 0.25) else first


def a_surname(rng: np.random.Generator, pool: str) -> str:
    """A surname; where two are usual, both are kept half of the time."""
    names = _POOLS[pool][2].replace("Dela Cruz", "Dela_Cruz").split()
    name = pick(rng, names)
    if pool == "hispanic" and yes(rng, 0.5):
        name = f"{name} {pick(rng, names)}"
    return name.replace("_", " ")


def as_typed(rng: np.random.Generator, given: str, surname: str) -> str:
    """A receiver's name as one payer typed it: first name only, an initial, the order turned, a letter lost."""
    way = float(rng.random())
    first = given.split(maxsplit=1)[0]
    if way < 0.62:
        return f"{given} {surname}"
    if way < 0.78:
        return f"{first} {surname}"
    if way < 0.86:
        return f"{surname} {first}".upper()
    if way < 0.92:
        return f"{first} {chr(65 + int(rng.integers(20)))}. {surname}"
    at = int(rng.integers(1, len(surname)))
    return f"{first} {surname[:at]}{surname[at + 1 :]}"
