"""Countries the platform serves: money, clocks, cities, telephone codes and which names are common there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Country:
    """One country; `per_usd` is what a US dollar buys, `offset` its usual distance from UTC in hours."""

    code: str
    currency: str
    per_usd: float
    zones: tuple[str, ...]
    offset: float
    dial: str
    naming: str
    cities: tuple[str, ...]


def _country(row: str) -> Country:
    code, currency, per_usd, zones, offset, dial, naming, cities = (part.strip() for part in row.split("|"))
    return Country(
        code, currency, float(per_usd), tuple(zones.split()), float(offset), dial, naming, tuple(cities.split(","))
    )


_ROWS: Final = """
AU|AUD|1.52|Australia/Sydney Australia/Brisbane Australia/Perth|10|+61|english|Sydney,Brisbane,Perth,Geelong,Cairns
NZ|NZD|1.66|Pacific/Auckland|12|+64|english|Auckland,Hamilton,Dunedin,Nelson
US|USD|1|America/New_York America/Chicago America/Los_Angeles|-6|+1|english|Tampa,Fresno,Columbus,Reno,Newark,El Paso
CA|CAD|1.37|America/Toronto America/Vancouver|-6|+1|english|Toronto,Surrey,Winnipeg,Halifax,Barrie
GB|GBP|0.79|Europe/London|0|+44|english|London,Leeds,Derby,Cardiff,Dundee,Hull
IE|EUR|0.92|Europe/Dublin|0|+353|english|Dublin,Cork,Galway
DE|EUR|0.92|Europe/Berlin|1|+49|german|Berlin,Kassel,Bremen,Ulm,Mainz,Essen
NL|EUR|0.92|Europe/Amsterdam|1|+31|german|Utrecht,Breda,Zwolle,Almere
FR|EUR|0.92|Europe/Paris|1|+33|latin|Lyon,Nantes,Dijon,Pau,Lille
ES|EUR|0.92|Europe/Madrid|1|+34|iberian|Madrid,Murcia,Gijon,Burgos
IT|EUR|0.92|Europe/Rome|1|+39|latin|Torino,Bari,Padova,Terni
CH|CHF|0.88|Europe/Zurich|1|+41|german|Zug,Basel,Thun
SE|SEK|10.5|Europe/Stockholm|1|+46|nordic|Malmo,Gavle,Lund,Boras
NO|NOK|10.8|Europe/Oslo|1|+47|nordic|Bergen,Oslo,Hamar
JP|JPY|150|Asia/Tokyo|9|+81|japanese|Osaka,Nagoya,Sendai
SG|SGD|1.34|Asia/Singapore|8|+65|malay|Singapore
AE|AED|3.67|Asia/Dubai|4|+971|arab|Dubai,Sharjah
PH|PHP|57|Asia/Manila|8|+63|iberian|Cebu City,Iligan,Angeles,Cavite,Davao,Lapu-Lapu,Taguig,Bacolod,Naga
TH|THB|35|Asia/Bangkok|7|+66|thai|Bangkok,Udon Thani,Pattaya,Chiang Mai
VN|VND|25000|Asia/Ho_Chi_Minh|7|+84|thai|Da Nang,Hanoi,Can Tho
ID|IDR|15800|Asia/Jakarta|7|+62|malay|Bandung,Medan,Surabaya
IN|INR|83.5|Asia/Kolkata|5.5|+91|indian|Pune,Kochi,Jaipur,Surat
PK|PKR|279|Asia/Karachi|5|+92|arab|Lahore,Multan
KE|KES|131|Africa/Nairobi|3|+254|african|Nairobi,Kisumu,Nakuru
NG|NGN|1500|Africa/Lagos|1|+234|african|Lagos,Ibadan,Benin City
GH|GHS|14.5|Africa/Accra|0|+233|african|Accra,Kumasi
CI|XOF|605|Africa/Abidjan|0|+225|african|Abidjan,Bouake
MA|MAD|9.9|Africa/Casablanca|1|+212|arab|Fes,Agadir
CO|COP|4100|America/Bogota|-5|+57|iberian|Medellin,Cali,Bogota,Pereira
DO|DOP|59.5|America/Santo_Domingo|-4|+1|iberian|Santiago,Santo Domingo
MX|MXN|18.5|America/Mexico_City|-6|+52|iberian|Puebla,Tijuana,Leon
BR|BRL|5.4|America/Sao_Paulo|-3|+55|iberian|Recife,Santos,Natal
RO|RON|4.6|Europe/Bucharest|2|+40|latin|Iasi,Cluj-Napoca,Bucharest
UA|UAH|40|Europe/Kyiv|2|+380|slavic|Lviv,Dnipro,Odesa
"""
COUNTRIES: Final = {country.code: country for country in map(_country, _ROWS.strip().splitlines())}

PAYING: Final[dict[str, float]] = {
    "US": 24, "GB": 15, "AU": 11, "CA": 9, "DE": 9, "FR": 5, "NL": 4, "SE": 4, "IT": 3, "ES": 3, "NO": 2,
    "IE": 2, "NZ": 2, "CH": 2, "JP": 2, "SG": 2, "AE": 3,
}  # fmt: skip
HOME_OF_MIGRANTS: Final[dict[str, float]] = {
    "PH": 32, "IN": 13, "MX": 8, "CO": 6, "NG": 5, "GH": 3, "KE": 4, "PK": 5, "MA": 4, "RO": 5, "UA": 4, "VN": 4,
    "TH": 3, "DO": 3, "BR": 3, "ID": 3,
}  # fmt: skip
OF_FREELANCERS: Final[dict[str, float]] = {
    "PH": 26, "IN": 20, "UA": 9, "PK": 9, "RO": 5, "CO": 5, "KE": 6, "NG": 5, "BR": 4, "ID": 4, "VN": 3, "MX": 3,
}  # fmt: skip
OF_PERFORMERS: Final[dict[str, float]] = {
    "PH": 17, "CO": 17, "RO": 14, "US": 14, "GB": 8, "UA": 7, "TH": 6, "DE": 4, "AU": 3, "BR": 4, "DO": 3, "MX": 3,
}  # fmt: skip
OF_SHOPS: Final[dict[str, float]] = {
    "US": 16, "GB": 12, "PH": 13, "ID": 9, "JP": 9, "DE": 7, "TH": 8, "AU": 5, "VN": 5, "CO": 4, "IN": 6, "FR": 3,
}  # fmt: skip
