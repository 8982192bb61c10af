"""Short forms of given names that stand for one name only.

A short form that stands for several names (Alex, Chris, Pat, Sam) is left out: it would join people. The English ones
follow the ``nicknames`` data set of the Python Package Index (Apache-2.0), where one name is by far the likeliest; the
Spanish, Filipino, Romanian, Slavic and German ones are everyday usage, written from general knowledge. ``ma`` is the
usual Philippine abbreviation of María in double given names (Ma. Clara).
"""

from __future__ import annotations

from typing import Final

_SHORT: Final = {
    # English
    "william": "bill billy", "robert": "bob bobby rob robby",
    "richard": "dick rich",
    "james": "jim jimmy jimmie", "michael": "mike mikey mick", "thomas": "tom tommy", "david": "dave davey",
    "joseph": "joe joey", "edward": "ted teddy", "charles": "charlie chuck", "daniel": "danny dan",
    "matthew": "matt matty", "andrew": "andy", "anthony": "tony", "benjamin": "benny",
    "gregory": "greg", "jeffrey": "jeff", "lawrence": "larry", "nicholas": "nick nicky",
    "peter": "pete", "stephen": "steve", "timothy": "tim timmy", "walter": "walt wally", "zachary": "zach zack",
    "elizabeth": "liz lizzie beth betty betsy eliza", "margaret": "maggie peggy marge",
    "katherine": "kathy kate katie",
    "jennifer": "jenny jen", "rebecca": "becky becca", "susan": "sue susie", "deborah": "debbie deb",
    "barbara": "babs", "pamela": "pam", "jessica": "jess", "abigail": "abby gail",
    "victoria": "vicky vicki",
    "cynthia": "cindy", "theresa": "tess", "dorothy": "dottie", "jacqueline": "jackie",
    "philip": "phil", "douglas": "doug", "donald": "don donny",
    "leonard": "len lenny", "nathaniel": "nate",
    # Spanish and Filipino
    "francisco": "paco pancho kiko", "jose": "pepe joselito", "maria": "ma", "ignacio": "nacho",
    "rafael": "rafa paeng", "guillermo": "memo", "enrique": "quique", "eduardo": "edu", "jesus": "chuy",
    "luis": "lucho",
    "guadalupe": "lupe lupita", "concepcion": "concha conchita", "rosario": "charo",
    "consuelo": "chelo", "mercedes": "meche", "milagros": "mila", "remedios": "remy", "corazon": "cora",
    "evangeline": "vangie", "teresita": "tessie", "marilou": "malou", "roderick": "erick",
    "rolando": "lando", "reynaldo": "naldo", "ernesto": "neto erning", "fernando": "nando", "armando": "mando",
    # Romanian, Slavic, German
    "alexandru": "alecu", "gheorghe": "ghita gigi", "constantin": "costel costica", "vasile": "vasilica",
    "elena": "lenuta",
    "aleksandr": "sasha oleksandr alexander", "dmitri": "dima dmytro dmitro dmitriy", "mikhail": "misha mykhailo",
    "vladimir": "vova volodya volodymyr", "sergei": "sergii serhii sergey serhiy", "nikolai": "kolya mykola nikolay",
    "natalia": "natasha nataliya natalya", "tatiana": "tanya tetiana tetyana", "yekaterina": "katya kateryna ekaterina",
    "johannes": "hannes", "heinrich": "heinz",
}  # fmt: skip

CANONICAL: Final = {short: name for name, listed in _SHORT.items() for short in listed.split()}
"""Short form → the name it stands for."""
