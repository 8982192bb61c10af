# ruff: noqa: E501 -- a table reads better unbroken
"""Invented names: legal ones for payers, and whatever receivers type for themselves on their own number."""

from __future__ import annotations

from typing import Final

import numpy as np

_POOLS: Final[dict[str, tuple[str, str]]] = {
    "british": (
        "Oliver Harriet George Amelia Callum Freya Graham Janet Stuart Imogen Neil Tracey Dylan Poppy Keith Lorna",
        "Ashworth Pickering Holloway Tranter Barlow Kenning Marsden Whitby Ogden Farrow Lockyer Sutcliffe Penrose Dale",
    ),
    "french": (
        "Camille Julien Manon Thierry Sylvie Lucas Chloé Pascal Nathalie Hugo Léa Didier Corinne Baptiste Inès Gérard",
        "Moreau Lefort Garnier Blanchet Roussel Delmas Perrin Faucher Vidal Aubry Chapelle Tissier Marchal Renaud",
    ),
    "korean": (
        "Minjun Seoyeon Jiho Hayoon Dohyun Jiwoo Sungmin Eunji Taeyang Soojin Kyungho Mijung Hyunwoo Yerin Sangchul Bora",
        "Kim Lee Park Choi Jung Kang Cho Yoon Jang Lim Han Oh Seo Shin",
    ),
    "american": (
        "Tyler Madison Brandon Kayla Scott Denise Logan Brianna Randy Cheryl Austin Paige Curtis Lori Ethan Hailey",
        "Whitaker Jennings Prescott Holloman Draper Sizemore Talbott Renner Crowell Pruitt Haskell Eberle Langford Voss",
    ),
    "filipino": (
        "Maricel Jun Rosalie Angelo Jennylyn Rodel Cristina Mark Lovely Ramil Princess Arnel Analyn Jericho Gemma Noel",
        "Dela-Peña Bautista Villareal Magsino Catapang Ocampo Sumulong Abrenica Tolentino Macaraeg Pascual Lacson Ibarra",
    ),
    "vietnamese": ("Linh Huy Thao Minh Trang Duc Ngoc Tuan Mai Khanh Phuong Long", "Nguyen Tran Le Pham Hoang Vu Dang Bui Do"),
    "thai": ("Ploy Somchai Nok Anan Kanya Prasit Fon Wichai Malee Krit", "Saelim Wongsa Chaiyo Thongdee Srisuk Kaewta Boonmee Rattana"),
    "indonesian": ("Dewi Budi Sari Agus Putri Rizky Wulan Hendra Ayu Joko", "Santoso Wijaya Hidayat Kusuma Pratama Lestari Siregar Halim"),
    "nepali": ("Sunita Bikash Anju Ramesh Sita Dipak Gita Suraj Maya Hari", "Gurung Tamang Thapa Rai Magar Shrestha Karki Limbu"),
    "indian": ("Priya Arjun Kavita Rohan Meena Suresh Anjali Vikram Lakshmi Deepak", "Iyer Chauhan Kulkarni Menon Saxena Bhatt Gill Rao"),
    "pakistani": ("Ayesha Bilal Sana Imran Nadia Usman Farah Hamza Rabia Tariq", "Qureshi Malik Chaudhry Sheikh Mirza Butt Awan Raja"),
    "nigerian": ("Chioma Tunde Ngozi Emeka Funke Segun Blessing Ifeanyi Amaka Kunle", "Okoye Adeyemi Balogun Eze Ogunleye Nwosu Bello Obi"),
    "ghanaian": ("Akosua Kwame Abena Kofi Esi Yaw Adwoa Kojo Efua Kwesi", "Mensah Boateng Owusu Asante Agyeman Darko Ofori Appiah"),
    "kenyan": ("Wanjiru Otieno Achieng Kamau Njeri Kiprop Moraa Mutua Akinyi Barasa", "Mwangi Odhiambo Kariuki Wafula Chebet Njoroge Omondi"),
    "senegalese": ("Awa Mamadou Fatou Ousmane Aminata Cheikh Khady Modou Ndèye Ibrahima", "Diop Ndiaye Sarr Faye Gueye Sow Mbaye Ba"),
    "ivorian": ("Aya Kouadio Affoué Yao Mariam Koffi Adjoua Seydou Akissi Bakary", "Kouassi Koné Traoré Konan Bamba Ouattara Yapi Coulibaly"),
    "moroccan": ("Fatima Youssef Khadija Hamid Salma Rachid Nadia Karim Imane Said", "Bennani Alaoui Tazi Berrada Idrissi Naciri Chraibi Lahlou"),
    "malagasy": ("Hanta Rivo Voahangy Tovo Lalao Njaka Fara Hery", "Rakoto Rabe Randria Razafy Andria Raveloson"),
    "romanian": ("Elena Andrei Ioana Mihai Cristina Florin Ana Vasile Raluca Radu", "Popa Munteanu Stan Dumitru Rusu Moldovan Ilie Toma"),
    "ukrainian": ("Olena Andriy Iryna Taras Oksana Bohdan Yulia Serhiy", "Kovalenko Shevchuk Bondar Tkach Melnyk Moroz Lysenko"),
    "mexican": ("Guadalupe José Alejandra Luis Verónica Miguel Leticia Jorge Rocío Raúl", "Hernández Ramírez Ortega Mendoza Salinas Cruz Ríos Vega"),
    "dominican": ("Yokasta Rafael Altagracia Wilkin Yesenia Starlin Milagros Ramón", "Peralta Rosario Batista Familia Polanco Tejada Mercedes"),
    "colombian": ("Yuliana Camilo Marcela Andrés Paola Jhon Luz Fabián", "Restrepo Cardona Zapata Ospina Arango Giraldo Rueda Pardo"),
}  # fmt: skip

_FIRMS: Final[dict[str, str]] = {
    "lesson": "English Tutor-Online", "school": "Academy School Learning-Center", "loan": "Credit Lending Finance",
    "stay": "Guesthouse Homestay Dive-Resort Riad", "rent": "Property Lettings", "sponsor": "Foundation Hope-Home",
    "church": "Chapel Fellowship Parish", "relief": "Relief Volunteers", "class": "Class-Fund Students",
    "club": "FC Club Studio", "work": "Design Digital VA-Services", "cards": "Pasabuy Collects Cards",
    "game": "Gaming TopUp", "order": "Crafts Weaves Atelier",
}  # fmt: skip
_ENDINGS: Final = ("🌸", "✨", "🙏", "🐻", "⭐", "💛")
_KINSHIP: Final = ("Mama", "Auntie", "Papa", "Mum", "Uncle", "Big sis", "Boss")


def _pick(rng: np.random.Generator, words: str) -> str:
    pool = words.split()
    return pool[int(rng.integers(len(pool)))].replace("-", " ")


def family_name(rng: np.random.Generator, culture: str) -> str:
    """A surname of the culture."""
    return _pick(rng, _POOLS[culture][1])


def full_name(rng: np.random.Generator, culture: str, family: str | None = None) -> str:
    """A given name and a surname (the one given, for kin)."""
    return f"{_pick(rng, _POOLS[culture][0])} {family or family_name(rng, culture)}"


def trading_name(rng: np.random.Generator, topic: str, name: str) -> str:
    """What a stall, school or club calls itself."""
    words = _FIRMS.get(topic, "Shop").split()
    word = words[int(rng.integers(len(words)))].replace("-", " ")
    first, _, last = name.partition(" ")
    return f"{first if rng.random() < 0.5 else last} {word}"


def shown_name(rng: np.random.Generator, name: str) -> str | None:
    """What a person types as the name on their own number: seldom the name on their papers, sometimes nothing."""
    given, _, family = name.partition(" ")
    styles = (
        name,
        given,
        f"{given} {family[:1]}.",
        name.upper(),
        f"{given.lower()}_{family[:3].lower()}{int(rng.integers(1, 99)):02d}",
        f"{given} {_ENDINGS[int(rng.integers(len(_ENDINGS)))]}",
        f"{_KINSHIP[int(rng.integers(len(_KINSHIP)))]} {given}",
        f"{family} {given}",
        None,
    )
    return styles[int(rng.choice(len(styles), p=(0.36, 0.13, 0.12, 0.09, 0.1, 0.06, 0.05, 0.05, 0.04)))]
