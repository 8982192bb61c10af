"""Invented names: small pools a region, so that strangers share surnames as they do in life."""

from __future__ import annotations

from random import Random
from typing import Final

_GIVEN: Final = {
    "PH": "Maricel Jonah Rowena Analyn Jerome Arvin Cherry Liza Rodel Gina Mark Angelica Joy Dennis Rhea Nestor Irene "
    "Jessa Ramil Lorna Kim Ariel Daisy Michelle Edwin Precious Janice Bryan Nenita Christian Althea Rico",
    "TH": "Somchai Malee Anong Niran Pim Kanya Arthit Ploy Wichai Suda Nok Chai Lek Dao Fon Krit",
    "ID": "Siti Budi Dewi Agus Rina Eko Putri Wahyu Ayu Hendra Ratna Dimas Yuni Bayu Fitri Rizky",
    "VN": "Linh Minh Hoa Tuan Thao Hung Mai Duc Lan Quang Ngoc Son Trang Huy Yen Phuc",
    "KH": "Sokha Dara Srey Vanna Bopha Rith Chenda Sopheap Kosal Maly Piseth Theary",
    "*": "Alan Peter Karen Susan Lars Michael Anna Brian Tom Erik Julia Martin Helen George Paul Ingrid Robert Sarah "
    "Kevin Laura Hans Daniel Claire Steven Oliver Marta Jan David Emma Ken Omar Nadia Luca Sofia Tyler Jacob Ethan "
    "Noah Liam Mason Connor Jack Ryan",
}
_FAMILY: Final = {
    "PH": "Santos Reyes Cruz Bautista Ocampo Garcia Mendoza Torres Villanueva Ramos Aquino Castillo Flores Navarro "
    "Salazar Mercado Pascual Delacruz Abad Lumibao Sarmiento Tolentino Magbanua Dizon Cabrera Gonzales Lim Tan",
    "TH": "Srisuk Chaiyasit Wongsa Thongchai Boonmee Saetang Kaewta Phromma Rattana Jaidee",
    "ID": "Santoso Wijaya Pratama Lestari Susanto Hidayat Nugroho Siregar Kurniawan Utami Saputra",
    "VN": "Nguyen Tran Le Pham Hoang Phan Vu Dang Bui Do",
    "KH": "Sok Chea Chan Heng Kim Keo Ly Meas Prak Seng",
    "*": "Miller Brown Wilson Andersson Schmidt Jensen Murphy Taylor Clark Walker Hansen Rossi Bakker Weber Young "
    "Evans Olsen Moore Hall Green Wood Baker Cook Bell Ward Fischer Dubois Meyer Keller Tanaka Suzuki Lee Park Haddad "
    "Cooper Nilsson Kelly Burns Hughes Price Long Foster",
}

GIVEN: Final = {place: tuple(pool.split()) for place, pool in _GIVEN.items()}
FAMILY: Final = {place: tuple(pool.split()) for place, pool in _FAMILY.items()}


def given_name(random: Random, roots: str) -> str:
    """Return a given name used by people whose roots are in that country."""
    return random.choice(GIVEN.get(roots, GIVEN["*"]))


def surname(random: Random, roots: str) -> str:
    """Return a surname used by people whose roots are in that country."""
    return random.choice(FAMILY.get(roots, FAMILY["*"]))


def as_typed(random: Random, given: str, family: str, sloppy: float) -> str:
    """Return a name as a counter clerk or an app recorded it: capitals, a lost letter, an initial in the middle."""
    whole = f"{given} {family}"
    if random.random() < sloppy:
        cut = random.randrange(1, len(family))
        whole = random.choice(
            (
                whole.upper(),
                f"{family} {given}".upper(),
                f"{given} {random.choice('ABCDEGLMPRST')}. {family}",
                f"{given} {family[:cut]}{family[cut + 1 :]}",
            )
        )
    return whole
