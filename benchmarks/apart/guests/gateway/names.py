"""Invented people's names, by the naming habits of a country; shop names; e-mail handles."""

from __future__ import annotations

from typing import Final

import numpy as np

_WOMEN: Final = {
    "anglo": "Olivia Kate Megan Julie Susan Claire Emma Hannah Zoe Rachel Deborah Karen "
    "Lucy Amy Tracey Fiona Ruby Isla",
    "irish": "Aoife Niamh Ciara Sinead Orla Grainne Mary Eimear Roisin Deirdre Saoirse Una Maeve Bridget Noreen",
    "filipino": "Maricel Jennifer Rosalie Analyn Cherry Jocelyn Lorna Divina Rowena Mylene Gina Liezl Arlene Nenita",
    "indian": "Priya Anjali Sunita Kavita Deepa Meera Lakshmi Pooja Neha Asha Rekha Divya Nisha Shanti",
    "chinese": "Mei Xin Hui Li Yan Jia Min Fang Ying Shu Wen Ling Qing Rui Siew",
    "vietnamese": "Lan Huong Thu Mai Linh Hoa Trang Ngoc Phuong Yen Hanh Thao",
    "indonesian": "Siti Dewi Sri Wati Rina Putri Ayu Indah Yuni Lestari Nur Fitri",
    "thai": "Malee Siriporn Noi Kanya Ploy Suda Pim Anong Ratana Wanida",
    "pasifika": "Sina Lupe Mele Ana Salote Litia Mere Tala Losa Ofa Sera",
    "african": "Ngozi Amina Grace Ama Blessing Chioma Wanjiru Fatou Esther Abena Joy Ifeoma",
    "latin": "Maria Camila Ana Luisa Daniela Paola Juliana Rosa Carolina Fernanda Yesenia Marta",
    "slavic": "Anna Olena Iryna Katarzyna Ioana Elena Magda Oksana Mihaela Natalia Agnieszka Daria",
}
_MEN: Final = {
    "anglo": "Liam Jack Peter Craig Darren Stephen Mark Ryan Josh Gary Neil Wayne Scott Kevin Ian Tom Luke Ethan Noah",
    "irish": "Conor Sean Padraig Declan Brendan Eoin Cian Fergal Donal Niall Oisin Gerard Colm Dermot Tadhg",
    "filipino": "Jun Rodel Arnel Jomar Reynaldo Mark Ronnie Edwin Noel Danilo Jericho Ramil Nestor Allan",
    "indian": "Rajesh Amit Suresh Vikram Arjun Sanjay Rohan Anil Manoj Kiran Deepak Ravi Nikhil Gopal",
    "chinese": "Wei Jun Hao Ming Feng Jian Kai Zhi Boon Yong Chee Heng Long Tao",
    "vietnamese": "Minh Tuan Hung Duc Nam Khanh Phuc Long Thanh Quang Bao",
    "indonesian": "Agus Budi Joko Andi Rudi Hendra Wahyu Dedi Eko Bayu",
    "thai": "Somchai Anan Chai Nattapong Prasert Kitti Wichai Sakda Boon",
    "pasifika": "Sione Tevita Ioane Semisi Viliami Josefa Tupu Mosese Lote",
    "african": "Emeka Kwame Tunde Samuel Kofi Chinedu Kamau Ibrahim Moussa Joseph Femi Peter",
    "latin": "Carlos Jose Luis Andres Juan Diego Miguel Felipe Jorge Rafael Thiago Oscar",
    "slavic": "Piotr Andrei Oleksandr Mihai Tomasz Ivan Bogdan Marek Vasile Pavlo Lukasz",
}
_FAMILY: Final = {
    "anglo": "Hartwell Ashdown Pemble Corrigan Whitlam Fenwick Barlow Marsden Tolley Kershaw Dunstan Holt Praed Lyall "
    "Wickham Stroud Calder Renshaw Tasker Orchard Selwood Garrick Mundy Thorne Peverell Hadley Crane Bostock",
    "irish": "Lenihan Tierney Mulcahy Geraghty Considine Hanrahan Cusack Devane Furlong Killeen Maher Rooney Sheedy "
    "Twomey Nagle Quilty Brosnan Curtin",
    "filipino": "Abrasaldo Bacalso Cabahug Dumalagan Escario Flordeliz Gabutan Inocando Labrador Magbanua Nacario "
    "Oporto Pacaldo Quilang Rabago Sumalpong Tabotabo Villacorte",
    "indian": "Rathore Iyengar Bhandari Kulkarni Saxena Pillai Thapa Fernando Mehrotra Banerjee Gurung "
    "Wickrama Dutta Shetty",
    "chinese": "Tan Lim Goh Koh Chua Ong Teo Zhang Huang Zhao Xu Lau Wong Ng Sim Quek",
    "vietnamese": "Nguyen Tran Pham Dang Bui Hoang Vu Dinh Lam Truong",
    "indonesian": "Wijaya Santoso Hidayat Kusuma Setiawan Purnomo Halim Rahayu Siregar Nugroho",
    "thai": "Srisai Chaiyo Wongsa Boonmee Saetang Phrom Kaewta Intha",
    "pasifika": "Tuilagi Fonoti Taufa Vaka Lolohea Naivalu Seumanu Ratu Latu Faleolo",
    "african": "Okafor Mensah Adeyemi Boateng Eze Kamau Diallo Owusu Balogun Otieno Kone Nwosu",
    "latin": "Restrepo Moncada Salcedo Villegas Quintero Barrios Zuluaga Pineda Cordero Lemos Tavares Rosario",
    "slavic": "Kowalczyk Ionescu Shevchuk Dumitru Nowicki Moraru Bondar Wojtas Petrescu Hrytsak Zielony",
}
_SHOP_FIRST: Final = (
    "Blue", "Little", "Copper", "Salt", "Lucky", "Corner", "Harbour", "Fern", "Pixel",
    "Moon", "Sunny", "Paper", "River", "Cosy", "Iron", "Mango", "Olive",
)  # fmt: skip
_SHOP_LAST: Final = (
    "Cards", "Yarn", "Bakery", "Studio", "Prints", "Garage", "Plants", "Keys", "Miniatures",
    "Vinyl", "Bikes", "Pottery", "Cafe", "Repairs", "Kits",
)  # fmt: skip
_HOSTS: Final = ("example.com", "example.org", "example.net")


def _one(rng: np.random.Generator, words: str) -> str:
    pool = words.split()
    return pool[int(rng.integers(len(pool)))]


def surname(rng: np.random.Generator, culture: str) -> str:
    """A family name."""
    return _one(rng, _FAMILY[culture])


def given(rng: np.random.Generator, culture: str, *, female: bool) -> str:
    """A given name."""
    return _one(rng, (_WOMEN if female else _MEN)[culture])


def shop(rng: np.random.Generator) -> str:
    """The trading name of a small merchant."""
    return f"{_SHOP_FIRST[int(rng.integers(len(_SHOP_FIRST)))]} {_SHOP_LAST[int(rng.integers(len(_SHOP_LAST)))]}"


def handle(rng: np.random.Generator, name: str, serial: int) -> str:
    """An e-mail address that resembles the name; the serial number keeps it unique."""
    words = name.lower().split()
    stems = (".".join(words), words[0] + words[-1][:1], "_".join(reversed(words)), words[0])
    stem = stems[int(rng.integers(len(stems)))]
    return f"{stem}{serial}@{_HOSTS[serial % 3]}"
