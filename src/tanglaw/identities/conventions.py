"""Word lists about how names are built: titles, suffixes, particles, surnames that stand first.

They serve one end: to find which word of a name is the family's. Nothing else is concluded from them.
"""

from __future__ import annotations

from typing import Final

TITLES: Final = (
    "mr mrs ms miss mx dr prof professor sir madam mme mlle monsieur madame herr frau senor senora senorita sr sra srta don dona "
    "engr atty arch hon rev fr pastor sis bro capt col gen sgt lt khun haji hajah datuk dato"
)
"""Stand before a name and are no part of it."""

SUFFIXES: Final = "jr sr ii iii iv phd md mba cpa esq rn dds mp obe junior senior"
"""Stand after a name and are no part of it."""

PARTICLES: Final = (
    "de del dela delas delos della dello degli di da das do dos du des la las los le lo van von der den dem ter ten te zu zur zum "
    "vom af av san santa santo st mc mac fitz"
)
"""Belong to the word after them: "de la Cruz" and "Dela Cruz" are one surname."""

DROPPED: Final = "bin binti bint bt bte ibn al el ul y i e und and"
"""Stand between names without being one; the article before an Arabic name is written or left out at will."""

FAMILY_FIRST: Final = frozenset(
    [
        "nguyen",
        "tran",
        "le",
        "pham",
        "huynh",
        "hoang",
        "phan",
        "vu",
        "vo",
        "dang",
        "bui",
        "ngo",
        "duong",
        "dinh",
        "trinh",
        "truong",
        "doan",
        "dao",
        "luong",
        "zhang",
        "wang",
        "liu",
        "chen",
        "yang",
        "zhao",
        "huang",
        "zhou",
        "wu",
        "xu",
        "zhu",
        "guo",
        "lin",
        "luo",
        "zheng",
        "liang",
        "xie",
        "tang",
        "deng",
        "feng",
        "cao",
        "peng",
        "zeng",
        "xiao",
        "tian",
        "pan",
        "dong",
        "yuan",
        "cai",
        "jiang",
        "cheng",
        "ye",
        "du",
        "wei",
        "shen",
        "lu",
        "fan",
        "fang",
        "yao",
        "liao",
        "zou",
        "xiong",
        "qin",
        "qiu",
        "hou",
        "hao",
        "shao",
        "qian",
        "duan",
        "wong",
        "chan",
        "cheung",
        "leung",
        "kwok",
        "cheng",
        "lau",
        "lam",
        "tsang",
        "tang",
        "kwan",
        "ng",
        "tan",
        "lim",
        "ong",
        "goh",
        "teo",
        "koh",
        "chua",
        "teoh",
        "yeo",
        "toh",
        "kim",
        "gim",
        "lee",
        "rhee",
        "park",
        "bak",
        "pak",
        "choi",
        "choe",
        "jung",
        "jeong",
        "chung",
        "kang",
        "cho",
        "yoon",
        "yun",
        "jang",
        "chang",
        "lim",
        "oh",
        "seo",
        "shin",
        "kwon",
        "hwang",
        "ahn",
        "hong",
        "yoo",
        "ryu",
        "moon",
    ]
)
"""The commonest surnames of Viet Nam, China and Korea, romanised, where the family's name stands first."""

GIVEN_BEFORE: Final = frozenset(
    [
        "nguyen",
        "tran",
        "pham",
        "huynh",
        "hoang",
        "phan",
        "vu",
        "vo",
        "bui",
        "ngo",
        "duong",
        "dinh",
        "trinh",
        "truong",
        "doan",
        "wang",
        "liu",
        "zhang",
        "zhao",
        "zhou",
        "huang",
        "xu",
        "zhu",
    ]
)
"""Of those, the ones before which only given names stand when the name is written the Western way round."""

ALSO_GIVEN: Final = frozenset(
    [
        "kim",
        "lee",
        "lin",
        "tan",
        "chan",
        "ye",
        "le",
        "du",
        "fan",
        "wei",
        "ng",
        "oh",
        "moon",
        "shin",
        "hong",
        "pan",
        "fang",
        "dong",
        "do",
        "dang",
    ]
)
"""Of those, the ones that are also given names or particles elsewhere: they count as standing first only if the rest looks the same."""

NO_NAME: Final = frozenset(
    [
        "unknown",
        "none",
        "null",
        "nil",
        "na",
        "test",
        "customer",
        "anonymous",
        "sender",
        "receiver",
        "beneficiary",
        "name",
        "noname",
        "xxx",
    ]
)
"""What stands in name fields where nobody knew the name."""

SAME_SURNAME: Final = {
    "gim": "kim", "ghim": "kim", "bak": "park", "pak": "park", "choe": "choi", "jeong": "jung", "chong": "jung", "rhee": "lee", "yi": "lee", "li": "lee",
    "gang": "kang", "jo": "cho", "yun": "yoon", "an": "ahn", "gwon": "kwon", "yu": "yoo", "mun": "moon",
}  # fmt: skip
"""Romanisations of one Korean or Chinese surname."""
