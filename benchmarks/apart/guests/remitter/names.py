# ruff: noqa: E501 -- a table reads better unbroken
"""Names, drawn by part from lists of common ones: no person is meant."""

from __future__ import annotations

from random import Random

_LATIN_WOMEN = (
    "María Guadalupe Rosa Elena Ana Lucía Carmen Yolanda Leticia Verónica Juana Gabriela Daniela Luz Marisol Alejandra "
    "Paola Diana Claudia Sandra Altagracia Mercedes Beatriz Esperanza"
)
_LATIN_MEN = (
    "José Juan Luis Carlos Miguel Jesús Francisco Pedro Jorge Rafael Ramón Andrés Diego Javier Óscar Héctor Manuel "
    "Fernando Julio César Wilson Edwin"
)
_ENGLISH_WOMEN = (
    "Linda Susan Karen Donna Emma Olivia Jessica Ashley Sarah Rachel Megan Heather Nicole Amy Laura Kelly Joan Carol "
    "Tracy Hannah Chloe Grace"
)
_ENGLISH_MEN = (
    "James Robert Michael David Richard Alan Peter Graham Kevin Brian Gary Mark Stephen Paul Daniel Matthew Joshua "
    "Andrew Tyler Ryan Keith Colin Trevor Wayne Dennis Liam Noah Ethan Jack Lucas"
)

WOMEN = {
    "PH": "Maria Maricel Jocelyn Rowena Analyn Cristina Rosalie Marites Jennifer Liezl Grace Joy Lorna Teresita Evelyn "
    "Cherry Arlene Rhea Angelica Nenita Gemma Michelle Jonalyn Divina Melanie",
    "TH": "Somchai Malee Siriporn Kanya Nittaya Ratana Supaporn Wanida Pimchanok Orathai Jintana Suda Lamai Duangjai",
    "GH": "Akosua Abena Ama Esi Adwoa Efua Yaa Comfort Mercy Grace Patience Gifty Vida Janet",
    "JM": "Shanice Keisha Marcia Donna Tamika Sonia Latoya Yvonne Simone Paulette Natalie Althea",
    "RO": "Maria Elena Ioana Mihaela Cristina Andreea Gabriela Daniela Alina Simona Florentina Nicoleta",
    "IN": "Harpreet Priya Sunita Manpreet Anjali Lakshmi Kavita Rekha Simran Deepa Meera Asha Pooja",
    "KE": "Wanjiku Achieng Njeri Faith Mercy Grace Atieno Wambui Joyce Esther Purity Chebet",
    "MX": _LATIN_WOMEN,
    "CO": _LATIN_WOMEN,
    "DO": _LATIN_WOMEN,
    "NO": "Anne Inger Kari Marit Ingrid Liv Astrid Solveig Hilde Nora Emma Ida Silje Camilla",
    "EN": _ENGLISH_WOMEN,
}
MEN = {
    "PH": "Jose Ronaldo Rodel Jun Arnel Danilo Rommel Ernesto Reynaldo Mark Jayson Alvin Noel Ferdinand Joel Edgar Ramil",
    "TH": "Somsak Prasert Anan Wichai Sompong Narong Chaiwat Surasak Kittipong Manop Thawat",
    "GH": "Kwame Kofi Yaw Kwabena Kojo Emmanuel Samuel Isaac Prince Eric Daniel Felix Bright",
    "JM": "Delroy Winston Andre Kemar Devon Errol Omar Garfield Dwayne Leroy Ricardo",
    "RO": "Ion Gheorghe Andrei Mihai Alexandru Florin Marius Vasile Cristian Ionut Adrian Bogdan",
    "IN": "Gurpreet Rajesh Amit Sanjay Harjit Vijay Suresh Anil Jaspreet Ravi Manoj Thomas",
    "KE": "Kamau Otieno Mwangi Kipchoge Brian Kevin Dennis Peter Onyango Njoroge Samuel",
    "MX": _LATIN_MEN,
    "CO": _LATIN_MEN,
    "DO": _LATIN_MEN,
    "NO": "Jan Per Bjørn Ole Lars Kjell Knut Svein Arne Geir Tor Magnus Henrik Jonas Sander Emil",
    "EN": _ENGLISH_MEN,
}
FAMILIES = {
    "PH": "Santos Reyes Cruz Bautista Ocampo Garcia Mendoza Torres Castillo Flores Villanueva Ramos Aquino Navarro "
    "Salazar Mercado Dizon Pascual Manalo Soriano Magbanua Dela_Cruz De_Guzman Abellana Cabahug Tumulak Macaraeg "
    "Sumalinog Baguio Lumapas Daquiado Pacheco Enriquez Panganiban Tolentino Catubig",
    "MX": "Hernández García Martínez López González Pérez Rodríguez Sánchez Ramírez Flores Gómez Morales Vázquez "
    "Jiménez Reyes Díaz Torres Gutiérrez Ruiz Mendoza Aguilar Ortiz Castillo Chávez Rivera Ibarra Zavala",
    "CO": "Rodríguez Gómez González Martínez García López Ramírez Sánchez Torres Díaz Vargas Castro Moreno Rojas Ospina "
    "Restrepo Quintero Cardona Mosquera Valencia Arango Londoño",
    "DO": "Rodríguez Pérez Martínez García Reyes Sánchez Díaz Peña Jiménez Ramírez Polanco Almonte Taveras Rosario "
    "Guzmán Mejía Báez Encarnación Tejada",
    "TH": "Saetang Srisuk Boonmee Chaiyasit Phromma Khamdee Thongchai Sukjai Wongsa Kaewmanee Intharat Rattanakorn "
    "Suwannarat Pholchai Meesuk",
    "GH": "Mensah Owusu Asante Boateng Osei Appiah Agyeman Addo Amoah Ofori Darko Antwi Acheampong Sarpong",
    "JM": "Brown Williams Campbell Smith Thompson Gordon Grant Clarke Reid Morgan Bailey Powell Francis Samuels",
    "RO": "Popa Popescu Ionescu Radu Dumitru Stan Stoica Gheorghe Matei Ciobanu Rusu Munteanu Lazar Moldovan Toma",
    "IN": "Singh Kaur Patel Sharma Kumar Reddy Nair Thomas Gill Sandhu Dhillon Verma Desai Pillai Joseph Sidhu",
    "KE": "Mwangi Otieno Kamau Njoroge Ochieng Kiprono Wanjiru Odhiambo Kariuki Mutua Cheruiyot Ndungu Omondi",
    "NO": "Hansen Johansen Olsen Larsen Andersen Pedersen Nilsen Kristiansen Berg Haugen Hagen Eriksen Bakken Lie Dahl",
    "EN": "Smith Johnson Miller Davis Wilson Anderson Taylor Moore Jackson Martin Thompson White Harris Clark Lewis "
    "Walker Hall Young King Wright Scott Green Baker Adams Nelson Carter Mitchell Turner Collins Edwards Morris Murphy "
    "Cook Rogers Cooper Peterson Bennett Hughes Fraser McDonald Sutton Harding Fletcher Doyle Burke",
}

_WOMEN = {place: text.split() for place, text in WOMEN.items()}
_MEN = {place: text.split() for place, text in MEN.items()}
_FAMILIES = {place: text.replace("_", "~").split() for place, text in FAMILIES.items()}
_TWO_GIVEN = {"PH": 0.35, "MX": 0.45, "CO": 0.5, "DO": 0.4, "EN": 0.1, "GH": 0.35, "KE": 0.4}


def given(dice: Random, place: str, *, female: bool) -> str:
    """Draw one or two given names as people of the place bear them."""
    pool = _WOMEN[place] if female else _MEN[place]
    first = dice.choice(pool)
    if dice.random() < _TWO_GIVEN.get(place, 0.0):
        second = dice.choice(pool)
        return f"{first} {second}" if second != first else first
    return first


def family(dice: Random, place: str) -> str:
    """Draw a family name; a name in two words stays two words."""
    return dice.choice(_FAMILIES[place]).replace("~", " ")
