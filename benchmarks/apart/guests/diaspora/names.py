"""Invented names by the stock of names that a family draws on."""

from __future__ import annotations

from typing import Final


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _grown(common: str, stems: str, endings: str) -> tuple[str, ...]:
    """Family names: the common ones thrice as likely as each of the many that stems and endings make."""
    rare = tuple(stem + ending for stem in stems.split() for ending in endings.split())
    return _words(common) * 3 + rare


GIVEN: Final = {
    "PH": _words(
        "Analyn Bernadette Cristina Divina Erlinda Flordeliza Gemma "
        "Hazel Imelda Jocelyn Karen Liezl Marites Nenita Ofelia "
        "Perla Rowena Sheryl Teresita Vilma Arnel Benjie Carlito "
        "Dennis Edgardo Ferdinand Gilbert Honorio Ismael Joel "
        "Kristoffer Leandro Marlon Nestor Orlando Ramil Rodel Samuel Tirso Wilfredo"
    ),
    "NG": _words(
        "Adaeze Blessing Chiamaka Efe Folake Grace Ifeoma Joy Kemi "
        "Ngozi Osas Patience Tosin Uche Amaka Bayo Chidi Daniel "
        "Emeka Femi Godwin Ikenna Kelechi Lanre Monday Obinna Segun Tunde Victor Yusuf"
    ),
    "local": _words(
        "Alan Barbara Colin Deborah Eric Fiona Graham Helen Ian "
        "Janet Keith Linda Malcolm Nicola Oliver Pauline Quentin "
        "Robert Susan Trevor Ursula Victor Wendy Adrian Brian Craig "
        "Derek Ethan Finn Gareth Harry Jacob Kyle Liam Mason "
        "Noah Owen Ryan Scott Tyler Chloe Emma Grace Holly Jade"
    ),
    "other": _words(
        "Amara Chai Deepa Esi Ivan Juan Kofi Luz Mali Nadia Oksana Priya Ravi Somchai Taras Valeria Yao Zara"
    ),
}
FAMILY: Final = {
    "PH": _grown(
        "Abellana Bacalso Cabrales Dumagat Espinola Fajardal Galvezon Hinayon Ilustrado Jabonete Kintanar Labrador "
        "Magbanwa Naranjal Ocampal Pangilin Quimpos Ramirento "
        "Salonga Tabuena Umaliw Villarente Yabuten Zamoral Alcoran "
        "Balingit Caduyac Delantar Estorque Gumabon Lacsamana Mendozal Ponferra Recto Sumalinog Torrefiel",
        "Abel Bagon Calas Dimal Ebal Gatch Hilad Ibar Lumab Macar Nabor Palom Quiz Sarab Tamay Umand Velas Yban",
        "ano ares ito ondo uan ingan aguin oria",
    ),
    "NG": _grown(
        "Adeyinka Bamgbola Chukwudi Dokubor Ekwere Falanah Gbenro "
        "Igwenma Jolaoso Kalunta Nwachi Obiorah Ogunrin Okonjor "
        "Osagiede Salamih Uzoamah Yakubun",
        "Adek Bolaw Chin Ezen Fash Igbok Nwos Okor Onwuk Udech",
        "ola eme wu ani oro unde",
    ),
    "local": _grown(
        "Ashdown Birchall Cottrel Dunmore Eastham Fairlie Garside "
        "Holbeck Ingleby Jarrold Kelsall Lockhurst Marwood Netherby "
        "Oakden Pelling Quayle Ransford Stanmere Thornley Underhay Verrall Whitlock Yarrow Beaulac Tremblet Rosselli",
        "Ack Bram Cald Dray Elling Fen Gran Hart Kirk Lang Mill Nor Pres Rad Stan Thorn Wal Whit",
        "ton ley ford well man worth",
    ),
    "other": _words(
        "Acheampo Boonma Cardozal Desaik Fernandu Kouassin Menonal Petrenkov Rojasal Saetan Tkachuk Vargasal"
    ),
}


def stock_of(country: str) -> str:
    """The stock of names used in a country that the app pays out in."""
    return country if country in {"PH", "NG"} else "other"
