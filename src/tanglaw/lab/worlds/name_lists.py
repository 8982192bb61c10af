# ruff: noqa: E501 -- word lists
"""Everyday names and word parts of each name tradition (``_`` stands for a space within one name).

Common names of public life; a combination that belongs to a real person is chance. ``exponent`` is assumed so that the
share of the commonest surname is of the right order (38 % Viet Nam, 1–2 % the Philippines and Germany).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Tradition:
    """One tradition's given names, surnames in order of frequency, and parts to invent more from."""

    name: str
    exponent: float
    size: int
    surnames: str
    given: str
    parts: tuple[tuple[str, ...], ...] = ()


TRADITIONS: Final = (
    Tradition("english", 0.55, 1500,
        "Smith Jones Williams Brown Taylor Davies Wilson Evans Thomas Johnson Roberts Walker Wright Robinson Thompson White Hughes Edwards Green Hall Wood Harris Martin Clarke Cooper Ward Turner Hill Moore Campbell Baker Morgan Bennett Reid Shaw Grant Fraser Kelly Murphy Ryan",
        "James John David Michael Peter Paul Mark Andrew Stephen Robert Susan Karen Linda Sarah Emma Laura Jessica Daniel Thomas Matthew Christopher Helen Alan Brian Keith Colin Ian Graham Neil Kevin Joshua Ryan Liam Jack Oliver Chloe Grace Ethan Noah Lucas Mia",
        (("ash", "black", "brad", "burn", "clay", "cran", "dun", "east", "fair", "gar", "hart", "kings", "lang", "mar", "nor", "oak", "pen", "rad", "shel", "thorn", "wal", "whit", "win", "wood", "yar"), ("bury", "by", "croft", "dale", "den", "field", "ford", "ham", "hurst", "ley", "man", "more", "ridge", "shaw", "son", "stead", "stock", "ton", "well", "wick", "worth"))),
    Tradition("german", 0.6, 1200,
        "Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hartmann Lange Werner Krause",
        "Thomas Michael Andreas Stefan Peter Klaus Jürgen Wolfgang Uwe Frank Markus Sabine Petra Monika Claudia Anna Lena Jonas Lukas Felix Maximilian Heike Birgit Dieter Günter",
        (("acker", "berg", "birk", "buch", "eich", "feld", "gold", "hirsch", "kirch", "linden", "mühl", "ober", "rosen", "stein", "tann", "wald", "weide", "wiesen"), ("au", "bach", "bauer", "eck", "haus", "hofer", "inger", "ler", "mann", "meier", "müller", "rath", "thal", "wein"))),
    Tradition("nordic", 0.7, 900,
        "Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson Svensson Hansen Johansen Olsen Larsen Andersen Pedersen Nilsen Berg Dahl Lund Haugen",
        "Lars Anders Johan Erik Per Karl Mikael Fredrik Jan Bjørn Ole Kjell Anna Maria Eva Karin Kristina Ingrid Emma Elsa Oskar Filip Magnus Håkan Sven Göran",
        (("al", "berg", "björk", "blom", "eke", "fors", "gran", "hag", "hed", "holm", "lind", "lund", "ny", "sand", "söder", "ström", "vik", "öst"), ("bäck", "berg", "by", "én", "gren", "kvist", "lund", "man", "mark", "qvist", "stad", "ström", "vall", "vik"))),
    Tradition("french", 0.5, 1200,
        "Martin Bernard Dubois Thomas Robert Richard Petit Durand Leroy Moreau Simon Laurent Lefebvre Michel Garcia David Bertrand Roux Vincent Fournier",
        "Jean Pierre Michel Philippe Alain Patrick Christophe Nicolas Laurent Marie Nathalie Isabelle Sylvie Camille Léa Lucas Hugo Louis Gérard Didier Bruno",
        (("beau", "bel", "bois", "chan", "char", "cour", "des", "du", "font", "grand", "la", "mar", "mont", "per", "ro", "val"), ("bert", "champ", "court", "lier", "mont", "nard", "nier", "rand", "rault", "rel", "rier", "sin", "teau", "ville", "vin"))),
    Tradition("dutch", 0.6, 900,
        "de_Jong Jansen de_Vries van_den_Berg Bakker van_Dijk Visser Janssen Smit Meijer de_Boer Mulder de_Groot Bos Vos Peters Hendriks van_Leeuwen Dekker Brouwer",
        "Jan Pieter Hendrik Willem Johannes Kees Gerard Erik Marco Anna Maria Johanna Sanne Lotte Emma Daan Sem Bram Ruud Henk",
        (("boer", "bree", "dijk", "haver", "hoog", "klein", "koop", "laan", "meer", "nieuw", "ooster", "polder", "ros", "veld", "water", "wester"), ("beek", "berg", "bosch", "brink", "donk", "horst", "huis", "kamp", "man", "mans", "sma", "stra", "wijk"))),
    Tradition("japanese", 0.65, 600,
        "Sato Suzuki Takahashi Tanaka Watanabe Ito Yamamoto Nakamura Kobayashi Kato Yoshida Yamada Sasaki Matsumoto Inoue Kimura Hayashi Shimizu Mori Abe",
        "Hiroshi Takashi Kenji Makoto Akira Yuki Haruto Sota Yoko Keiko Akiko Naomi Emi Kazuo Masao Shigeru Minoru Satoshi",
        (("aka", "ao", "fuku", "hira", "ishi", "kawa", "kita", "kuro", "matsu", "mina", "naka", "nishi", "oka", "saka", "shima", "tama", "yama"), ("bayashi", "da", "e", "gawa", "guchi", "hara", "i", "kawa", "moto", "mura", "no", "oka", "saki", "shita", "ta", "zawa"))),
    Tradition("filipino", 0.55, 1500,
        "Dela_Cruz Garcia Reyes Ramos Mendoza Santos Flores Gonzales Bautista Villanueva Fernandez Cruz De_Guzman Lopez Perez Castillo Francisco Rivera Aquino Castro Sanchez Torres De_Leon Domingo Martinez Rodriguez Santiago Soriano Delos_Santos Diaz Hernandez Tolentino Valdez Ramirez Morales Mercado Tan Aguilar Navarro Manalo",
        "Maria Jose Juan Angelica Mark_Anthony Mary_Grace Jennifer Michelle John_Paul Christian Rosalie Marites Jocelyn Rowena Arnel Rodel Liza Cristina Analyn Jonalyn Ricardo Eduardo Rosario Teresita Lourdes Angelo Princess Jasmine Kristine Joel Ronaldo Gemma Evangeline Marilou Roderick",
        (("ba", "bu", "da", "di", "gu", "la", "li", "ma", "mag", "man", "pa", "pang", "sa", "su", "ta", "tu"), ("ba", "bi", "ca", "du", "gi", "la", "li", "lo", "na", "nga", "pa", "ra", "sa", "to", "wi"), ("ban", "bay", "cay", "can", "gan", "gat", "lang", "lao", "nan", "pan", "san", "tan", "yan", "yao"))),
    Tradition("thai", 0.2, 1500,
        "Saetang Saelim Chaiyaporn Srisuk Thongchai Wongsa Boonmee Sukjai Phanom Kaewta Intharat Rattanakul",
        "Somchai Somsak Prasert Suchart Wichai Malee Ratana Siriporn Kanya Nok Ploy Niran Anong Chai Pim Suda Arthit Kamon",
        (("bun", "chai", "kaew", "krai", "pan", "phet", "rat", "sak", "siri", "suk", "thong", "wat", "won"), ("a", "i", "na", "ra", "ta", "wa"), ("chai", "charoen", "kul", "noi", "phong", "porn", "roj", "sakul", "siri", "suk", "thip", "wong", "yot"))),
    Tradition("spanish", 0.65, 900,
        "Rodríguez Martínez García Gómez López González Hernández Sánchez Pérez Ramírez Torres Díaz Vargas Castro Moreno Rojas Ortiz Jiménez Rosario Peña Reyes Guzmán Mejía Cabrera Suárez Herrera Medina Aguilar Vásquez Castillo",
        "José Juan Luis Carlos Jorge Andrés Diego María Ana Luz Carmen Rosa Paola Daniela Camila Valentina Yolanda Miguel Ángel Rafael Ramón Altagracia Yesenia Yuliana Sofía Alejandra",
        (("al", "ar", "bar", "car", "cas", "col", "es", "mar", "mon", "or", "pal", "que", "sal", "ser", "val", "ver"), ("a", "e", "i", "o", "ta", "ra", "ve"), ("ano", "ano", "ejo", "eles", "enas", "eros", "illo", "ín", "oza", "nega", "ro", "sa", "to", "zar"))),
    Tradition("romanian", 0.6, 900,
        "Popescu Ionescu Popa Pop Radu Dumitru Stan Stoica Gheorghe Matei Ciobanu Constantin Rusu Munteanu Marin Lazăr Florea Dobre Toma Diaconu",
        "Ion Andrei Alexandru Mihai Gheorghe Vasile Maria Elena Ioana Ana Cristina Mihaela Gabriela Daniel Florin Marius Denisa Larisa",
        (("ale", "bar", "bog", "bra", "cos", "dan", "fil", "gri", "ior", "lun", "man", "ned", "oan", "pav", "san", "ser", "tom", "vas"), ("a", "ai", "e", "i", "o", "u"), ("ceanu", "cu", "dea", "escu", "gheș", "lache", "nescu", "rescu", "șan", "tean"))),
    Tradition("ukrainian", 0.4, 1200,
        "Мельник Шевченко Коваленко Бондаренко Бойко Ткаченко Кравченко Ковальчук Коваль Олійник Шевчук Поліщук Ткачук Савченко Бондар Марченко Руденко Мороз Лисенко Петренко",
        "Олександр Андрій Сергій Микола Іван Дмитро Олена Наталія Ірина Оксана Тетяна Марія Анна Юлія Катерина Вікторія Софія",
        (("ба", "бог", "гон", "гри", "дан", "жу", "за", "кли", "кра", "лев", "мак", "они", "пав", "ру", "сте", "тим", "фед", "яр"), ("а", "е", "и", "о", "у"), ("вчук", "денко", "лик", "люк", "менко", "ненко", "рчук", "сюк", "тенко", "цький", "ченко", "шин"))),
    Tradition("ghanaian", 0.8, 300,
        "Mensah Owusu Osei Boateng Asante Appiah Agyemang Addo Amoah Ansah Opoku Adjei Acheampong Frimpong Asare Ofori Danso Antwi Gyamfi Nkansah Quaye Tetteh Lartey Darko",
        "Kwame Kofi Kwabena Yaw Akosua Ama Abena Efua Emmanuel Samuel Grace Comfort Mercy Daniel Prince Gifty Josephine",
        (("a", "ad", "ag", "ak", "am", "bo", "da", "ob", "ok", "ow"), ("bua", "bor", "du", "kwa", "man", "pong", "sei", "tua"), ("h", "ko", "m", "ng", "si"))),
    Tradition("nigerian", 0.5, 1000,
        "Ibrahim Musa Okafor Adeyemi Eze Okoro Adebayo Bello Okonkwo Abdullahi Ojo Nwosu Chukwu Afolabi Balogun Lawal Obi Usman Nwachukwu Adeleke Oyewole Onyeka",
        "Chinedu Emeka Oluwaseun Tunde Ibrahim Aisha Ngozi Chioma Blessing Precious Emmanuel Samuel Favour Amina Funke Kelechi Ifeanyi Victor Peace",
        (("ade", "afo", "aki", "awo", "chi", "eze", "nwa", "oba", "ogu", "oka", "olu", "onu", "oye", "uzo"), ("ba", "chu", "da", "du", "fe", "go", "ka", "ma", "mi", "no", "wa", "yi"), ("de", "ji", "ku", "la", "mo", "ne", "nye", "re", "wole", "yo"))),
    Tradition("kenyan", 0.6, 500,
        "Mwangi Otieno Kamau Wanjiru Njoroge Ochieng Kariuki Maina Odhiambo Mutua Kimani Wambui Omondi Karanja Achieng Kiprono Cheruiyot Nyambura Musyoka Kiplagat",
        "Brian Kevin Faith Mercy Grace John Peter Joseph Mary Jane Lucy Esther Dennis Samuel Caroline Purity Brenda",
        (("che", "ka", "ki", "ma", "mu", "mwa", "nja", "nyo", "o", "wa"), ("bu", "da", "ga", "ki", "ma", "ngi", "pko", "ri", "the", "ti"), ("a", "ki", "mba", "nge", "no", "ru", "tho", "wa"))),
    Tradition("indian", 0.6, 1200,
        "Kumar Singh Sharma Patel Khan Das Devi Yadav Gupta Reddy Nair Thomas Joseph Verma Mehta Joshi Shah Rao Pillai Iyer Kaur Begum Mishra Chauhan",
        "Rahul Amit Rajesh Suresh Vijay Sanjay Anil Priya Sunita Anjali Pooja Deepa Lakshmi Kavita Arjun Ravi Neha Meena Harpreet Gurpreet",
        (("bha", "cha", "dha", "gan", "hari", "ka", "kri", "man", "nar", "pra", "raj", "san", "shi", "sub", "ven", "vish"), ("a", "ka", "la", "na", "ra", "ta", "va"), ("bhai", "dhar", "ja", "kar", "lal", "mani", "nath", "pal", "ram", "swamy", "wal"))),
    Tradition("vietnamese", 1.25, 40,
        "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đào Đoàn Trịnh Mai",
        "Văn_Anh Thị_Hoa Minh_Tuấn Thị_Lan Quốc_Huy Thanh_Hương Ngọc_Mai Đức_Anh Thu_Hà Kim_Chi Hữu_Phước Thị_Thảo Bảo_Ngọc Gia_Hân"),
    Tradition("indonesian", 0.4, 1000,
        "Saputra Setiawan Wijaya Hidayat Susanto Kurniawan Santoso Lestari Rahayu Wahyuni Pratama Nugroho Siregar Nasution Simanjuntak Halim",
        "Budi Agus Dewi Sri Siti Ahmad Rizky Putri Ayu Wati Eko Dian Rina Yanti Hendra Indah Fitri Bayu",
        (("adi", "bam", "dar", "har", "kus", "mar", "nur", "pra", "rah", "sas", "sud", "sur", "tri", "wid", "yud"), ("a", "ha", "i", "ma", "o", "ya"), ("di", "jaya", "man", "nata", "ningsih", "no", "putra", "sari", "ti", "wan", "yanto"))),
    Tradition("portuguese", 0.8, 500,
        "Silva Santos Oliveira Souza Rodrigues Ferreira Alves Pereira Lima Gomes Costa Ribeiro Martins Carvalho Almeida Lopes Soares Fernandes Vieira Barbosa",
        "João José Antônio Carlos Paulo Lucas Marcos Maria Ana Juliana Adriana Fernanda Patrícia Camila Bruna Gabriel Rafael",
        (("al", "ara", "bar", "ca", "fa", "gui", "ma", "mo", "pa", "qui", "sa", "te", "va"), ("ci", "ga", "la", "li", "ra", "ri", "ta", "ve"), ("do", "el", "lho", "nha", "rães", "ra", "res", "to"))),
    Tradition("ivorian", 0.8, 250,
        "Kouassi Koné Traoré Kouamé Coulibaly Ouattara N'Guessan Yao Koffi Touré Bamba Diallo Konan Kouadio Diabaté Cissé Soro",
        "Aya Adjoua Kouadio Mamadou Ibrahim Fatou Awa Serge Hervé Jean-Marc Aminata Mariam Yves Estelle",
        (("a", "ba", "di", "gba", "ko", "ma", "sa", "zo"), ("da", "gbo", "ko", "la", "man", "ra"), ("gou", "né", "ssi", "té", "yé"))),
)  # fmt: skip
