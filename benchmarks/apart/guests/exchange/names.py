# ruff: noqa: E501 -- a table reads better unbroken
"""Invented people's names: common given and family names of each culture, joined at random."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeVar

import numpy as np

T = TypeVar("T")

_POOLS: Final[dict[str, tuple[str, str, str]]] = {
    "filipino": ("Maricel Jocelyn Rowena Analyn Cherry Liza Marites Rosalie Jenny Grace Lorna Princess Angelica Kristine",
                 "Jomar Rodel Arnel Jayson Mark Ronnie Edwin Reynaldo Dennis Joel Alvin Christian",
                 ("Santos Reyes Cruz Bautista Garcia Mendoza Flores Villanueva Ramos Castillo Aquino Navarro Dela_Cruz "
                 "Mercado Salazar Tolentino Pascual Domingo Aguilar Soriano Magsaysay Lumapas Dumalagan")),
    "vietnamese": ("Linh Huong Thao Trang Lan Mai Ngoc Hanh Phuong", "Minh Duc Hung Tuan Nam Quang Long Hieu",
                   "Nguyen Tran Le Pham Hoang Vu Dang Bui Do Ngo Duong"),
    "nepali": ("Sita Gita Sunita Anita Kamala Sabina Puja", "Ram Bishal Suresh Dipak Prakash Nabin Kiran",
               "Gurung Tamang Magar Shrestha Thapa Rai Adhikari Karki Bhandari Lama"),
    "chinese": ("Li_Na Fang Mei Xiuying Yan Jing", "Wei Qiang Lei Jun Bin Tao", "Wang Li Zhang Chen Liu Lin Zheng Huang Yang"),
    "indonesian": ("Siti Dewi Sri Ayu Rina Wulan Putri", "Budi Agus Eko Andi Rudi Joko Hendra",
                   "Susanto Wijaya Saputra Hidayat Nugroho Lestari Pratama Siregar Rahman"),
    "thai": ("Somying Malee Nok Ploy Suda Kanya Wanida Noi", "Somchai Anan Prasit Wichai Niran Chai",
             "Srisuk Chaiyasit Boonmee Saetang Thongdee Rattana Phromma Suksai"),
    "latin": ("Maria Ana Paula Luciana Camila Daniela Valentina Juliana", "Carlos Jose Luis Andres Diego Marcos Felipe",
              "Silva Souza Oliveira Rodriguez Gomez Martinez Lopez Moreno Ferreira Tanaka Ramirez"),
    "lankan": ("Nimali Kumari Dilani Chathuri", "Nuwan Kasun Ruwan Sampath", "Perera Fernando Silva Jayasinghe Bandara Rathnayake"),
    "nigerian": ("Blessing Chioma Ngozi Funmi Aisha Joy Favour Patience", "Emeka Chinedu Tunde Segun Ibrahim Sunday Victor Osas",
                 "Okafor Adeyemi Balogun Eze Okoro Osagie Bello Ogunleye Nwosu Igbinedion Abubakar"),
    "ghanaian": ("Akosua Ama Abena Efua Adwoa", "Kwame Kofi Yaw Kwasi Kojo", "Mensah Owusu Boateng Asante Appiah Osei Agyeman Addo"),
    "ivorian": ("Awa Mariam Adjoua Affoue Fatou", "Kouame Yao Koffi Ibrahim Serge Moussa", "Kone Traore Ouattara Kouassi Konan Bamba Coulibaly"),
    "kenyan": ("Wanjiru Achieng Njeri Faith Mercy", "Kamau Otieno Kiprop Brian Mwangi", "Njoroge Odhiambo Mutua Wanyama Kariuki Cheruiyot Ouma"),
    "pakistani": ("Ayesha Fatima Saima Nazia Rubina", "Muhammad Imran Asif Usman Bilal Tariq", "Khan Malik Hussain Ahmed Iqbal Butt Chaudhry Mirza"),
    "indian": ("Priya Anitha Lakshmi Sunita Reena Kavita Deepa", "Rajesh Suresh Anil Vijay Manoj Arun Sandeep Biju",
               "Nair Singh Kumar Sharma Patel Reddy Thomas Varghese Yadav Joshi Pillai Kaur"),
    "bengali": ("Nasrin Shirin Rahima Salma", "Abdul Kamal Jahangir Rafiq Shahin", "Uddin Miah Hossain Rahman Islam Chowdhury Begum Sarkar"),
    "romanian": ("Elena Ioana Mihaela Andreea Cristina Alina", "Andrei Mihai Ion Vasile Florin Marius", "Popescu Ionescu Popa Radu Dumitru Stan Rusu Munteanu"),
    "polish": ("Anna Katarzyna Ewa Agnieszka", "Piotr Tomasz Marek Pawel", "Nowak Kowalski Wojcik Zielinski Mazur Krawczyk"),
    "turkish": ("Ayse Fatma Elif Zeynep Emine", "Mehmet Mustafa Ahmet Ali Murat", "Yilmaz Kaya Demir Celik Sahin Aydin Ozturk Arslan"),
    "ukrainian": ("Olena Oksana Iryna Natalia Kateryna", "Oleksandr Serhii Andrii Ivan Dmytro", "Shevchenko Kovalenko Bondarenko Tkachenko Melnyk Koval"),
    "arab": ("Fatima Mona Hanan Khadija Samira", "Mohamed Ahmed Youssef Mahmoud Hassan", "Hassan Ibrahim El_Sayed Benali Mansour Amrani Farouk Saleh"),
    "japanese": ("Yuko Keiko Akiko Emi Naoko Yui Sakura", "Hiroshi Kenji Takashi Makoto Yuta Shota Kazuo Ren",
                 "Sato Suzuki Takahashi Tanaka Watanabe Ito Yamamoto Nakamura Kobayashi Kato Yoshida Mori"),
    "british": ("Susan Karen Emily Sarah Chloe Linda", "David Paul John Steven Jack Liam Graham Peter Callum",
                "Smith Jones Taylor Brown Wilson Evans Walker Wright Robinson Hughes Murray Clarke"),
    "german": ("Sabine Petra Julia Monika Lena Heike", "Thomas Michael Andreas Stefan Lukas Klaus Juergen Finn Uwe",
               "Mueller Schmidt Schneider Fischer Weber Wagner Becker Hoffmann Koch Richter Wolf Neumann"),
    "gulf": ("Mariam Noura Latifa Sarah Karen", "Khalid Saeed Omar James Andrew Rashid", "Al_Mansoori Al_Hashimi Al_Suwaidi Al_Ketbi Cooper Martin Haddad Khoury"),
}  # fmt: skip

_SPLIT: Final = {
    culture: tuple(tuple(word.replace("_", " ") for word in pool.split()) for pool in pools)
    for culture, pools in _POOLS.items()
}


def pick(rng: np.random.Generator, choices: Sequence[T]) -> T:
    """One of the choices, each as likely."""
    return choices[int(rng.random() * len(choices))]


def family_name(culture: str, rng: np.random.Generator) -> str:
    """A family name of a culture."""
    return pick(rng, _SPLIT[culture][2])


def given_name(culture: str, woman: bool, rng: np.random.Generator) -> str:
    """A given name; two of them for a third of people, which keeps namesakes rare."""
    pool = _SPLIT[culture][0 if woman else 1]
    first = pick(rng, pool)
    second = pick(rng, pool)
    return f"{first} {second}" if rng.random() < 0.35 and second != first else first


def misspelt(name: str, rng: np.random.Generator) -> str:
    """The name as another payer writes it: a lost second name, a swapped order or two letters exchanged."""
    words = name.split()
    turn = rng.random()
    if turn < 0.4 and len(words) > 2:
        return f"{words[0]} {words[-1]}"
    if turn < 0.6:
        return f"{words[-1]} {' '.join(words[:-1])}"
    at = 1 + int(rng.random() * (len(name) - 3))
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]
