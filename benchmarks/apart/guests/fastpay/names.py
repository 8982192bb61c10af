"""Invented names, and how a payer types a receiver's name in an app that checks nothing."""

from __future__ import annotations

from typing import Final

from .dice import Dice

GIVEN: Final = {
    "english": "Alan Beth Callum Denise Ewan Fiona Gareth Holly Ian Jodie Keith Lorna Mark Nadia "
    "Owen Paula Quentin Rhys "
    "Shona Toby Una Victor Wendy Yvette Zane Hemi Aroha Nikau Moana Tane",
    "filipino": "Arnel Bernadette Crisanto Divina Edgardo Fe Gilbert Honeylyn Isagani Jocelyn "
    "Kristel Lito Maricel Nestor "
    "Ofelia Princess Rodel Sheryl Teodora Vangie Wilma Rhea Jomar Angelica",
    "pacific": "Sione Ana Tevita Mele Sefo Losa Viliame Litia Semisi Salote Fetu Tala Ioane Sina "
    "Mosese Adi Penisimani Lupe",
    "indian": "Amar Bhavna Chetan Deepa Gurpreet Harini Jaspal Kavya Lalit Meena Nuwan Priya Ruwan Sunita Tarun Vimala",
    "chinese": "Bo Chen Fang Guang Hui Jing Lan Ming Ning Ping Qi Rui Shan Ting Wei Xia",
    "thai": "Anong Boonsri Chai Dewi Gita Kanya Lek Malee Niran Prasert Rini Somchai Tuti Wati",
    "african": "Abena Baraka Chidi Deka Efosa Fatou Grace Ikenna Juma Kwame Lydia Moussa Ngozi Osaze Peace Samuel",
    "latin": "Adriana Bruno Camila Diego Elena Fabio Gloria Hugo Ines Julio Karina Luisa Mateo Rosa",
    "slavic": "Andrei Bogdan Cristina Daria Elena Florin Iryna Kateryna Mihai Oksana Petro Raluca Taras Vasyl",
    "japanese": "Akira Chie Daiki Emi Haruto Keiko Makoto Naomi Riku Yumi",
}
FAMILY: Final = {
    "english": "Ashdown Birrell Corbett Dunmore Ellery Fairlie Garrick Hollis Innes Jarvie Kemble "
    "Lockyer Marsden Norwell "
    "Oakden Pascoe Rewi Sallis Tarrant Underhay Vesey Wharton Yelland Parata Ngata Kereama",
    "filipino": "Abrenica Balagtas Caparas Dimaano Evangelio Fajardo Gatdula Hilario Ignao Javelosa Lacson Macaraeg "
    "Navarrete Ocampo Pangilinan Quiambao Rabara Sumulong Tolentino Umali Villarosa Yambao",
    "pacific": "Afeaki Bolatini Faleolo Havili Kauvaka Leota Malielegaoi Naivalu Otai Pauga Ratumaitavuki Sopoaga "
    "Taufahema Vainikolo",
    "indian": "Aulakh Bhandari Chawla Dissanayake Ganesan Herath Iyer Kohli Menon Nanda Pillai Rathore Sandhu Wickrama",
    "chinese": "Bai Cai Deng Fu Gao Huang Jiang Kong Lin Mao Pan Qiu Shen Tang",
    "thai": "Boonmee Chaiyo Hartono Intarat Kusuma Phromma Saetang Suwan Wijaya Yodsri",
    "african": "Adeyo Boateng Chukwu Diarra Ehigie Kamau Kouassi Mensah Nwosu Ochieng Okafor Otieno Traore Wanjiru",
    "latin": "Arango Barreto Cardozo Duarte Escobedo Fonseca Giraldo Henao Lisboa Moura Pinzon Rios",
    "slavic": "Albu Bondar Ciobanu Dumitru Hrytsenko Ionescu Kravets Lupu Melnyk Radu Shevchuk Tkach",
    "japanese": "Endo Fujii Hara Ishida Kato Mori Noda Sakai Ueda Yano",
}
GIVEN_LISTS: Final = {key: value.split() for key, value in GIVEN.items()}
FAMILY_LISTS: Final = {key: value.split() for key, value in FAMILY.items()}


def person(dice: Dice, pool: str, surname: str | None = None) -> str:
    """A full name from a pool, with a surname for kin; a fifth carry a middle initial, so that namesakes differ."""
    middle = f" {dice.pick('ABCDEFGJKLMNPRSTV')}." if dice.chance(0.2) else ""
    return f"{dice.pick(GIVEN_LISTS[pool])}{middle} {surname or dice.pick(FAMILY_LISTS[pool])}"


def typed(dice: Dice, name: str, abroad: bool) -> str:
    """The name as one payer saved it; abroad it must match the receiver's papers, at home anything passes."""
    draw = dice.unit()
    first, _, last = name.partition(" ")
    last = last.rpartition(" ")[2] or first
    if abroad:
        return name if draw < 0.85 else f"{first} {last}" if draw < 0.95 else name.upper()
    if draw < 0.55:
        return name
    if draw < 0.75:
        return f"{first[0]} {last}"
    return first if draw < 0.87 else f"{last} {first[0]}".upper()
