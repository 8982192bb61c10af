"""The page on security goes through every requirement of ASVS 5.0.0, levels 1 and 2, and names only what there is."""

from __future__ import annotations

import re
from collections import Counter

# Section: the last number of each requirement, level by level (1 / 2), as the standard counts them.
REQUIRED = """
1.1 / 1-2; 1.2 1-5 / 6-9; 1.3 1-2 / 3-11; 1.4 / 1-3; 1.5 1 / 2; 2.1 1 / 2-3; 2.2 1-2 / 3; 2.3 1 / 2-4; 2.4 / 1; 3.2 1-2 /;
3.3 1 / 2-4; 3.4 1-2 / 3-6; 3.5 1-3 / 4-5; 3.7 / 1-2; 4.1 1 / 2-3; 4.2 / 1; 4.3 / 1-2; 4.4 1 / 2-4; 5.1 / 1; 5.2 1-2 / 3;
5.3 1-2 /; 5.4 / 1-3; 6.1 1 / 2-3; 6.2 1-8 / 9-12; 6.3 1-2 / 3-4; 6.4 1-2 / 3-4; 6.5 / 1-5; 6.6 / 1-3; 6.8 / 1-4;
7.1 / 1-3; 7.2 1-4 /; 7.3 / 1-2; 7.4 1-2 / 3-5; 7.5 / 1-2; 7.6 / 1-2; 8.1 1 / 2; 8.2 1-2 / 3; 8.3 1 /; 8.4 / 1; 9.1 1-3 /;
9.2 1 / 2-4; 10.1 / 1-2; 10.2 / 1-2; 10.3 / 1-4; 10.4 1-5 / 6-11; 10.5 / 1-5; 10.6 / 1-2; 10.7 / 1-3; 11.1 / 1-2;
11.2 / 1-3; 11.3 1-2 / 3; 11.4 1 / 2-4; 11.5 / 1; 11.6 / 1; 12.1 1 / 2-3; 12.2 1-2 /; 12.3 / 1-4; 13.1 / 1; 13.2 / 1-5;
13.3 / 1-2; 13.4 1 / 2-5; 14.1 / 1-2; 14.2 1 / 2-4; 14.3 1 / 2-3; 15.1 1 / 2-3; 15.2 1 / 2-3; 15.3 1 / 2-7; 16.1 / 1;
16.2 / 1-5; 16.3 / 1-4; 16.4 / 1-3; 16.5 / 1-3; 17.1 / 1; 17.2 / 1-4; 17.3 / 1-2
"""
ROW = re.compile(r"^\| (\d[\d., –]*) \| ([12]) \| (.+?) \| (.+) \|$", re.MULTILINE)


def numbers(text):
    first, _, last = text.partition("-")
    return range(int(first), int(last or first) + 1)


def required():
    found = {}
    for part in REQUIRED.replace("\n", " ").split(";"):
        section, rest = part.strip().split(" ", 1)
        for level, span in zip("12", rest.split("/"), strict=True):
            found |= {f"{section}.{number}": level for number in numbers(span.strip())} if span.strip() else {}
    return found


def ids(text):
    for part in text.split(", "):
        first, _, last = part.strip().partition("–")
        section, number = first.rsplit(".", 1)
        for one in range(int(number), int((last or first).rsplit(".", 1)[1]) + 1):
            yield f"{section}.{one}"


def rows(root):
    page = (root / "docs" / "security.md").read_text(encoding="utf-8")
    return [(one, level, said) for names, level, _, said in ROW.findall(page) for one in ids(names)]


def test_every_requirement_is_answered_once_at_its_level(root):
    found = rows(root)
    assert Counter(one for one, *_ in found).most_common(1)[0][1] == 1
    assert {one: level for one, level, _ in found} == required()
    assert len(found) == 253  # 70 of level 1, 183 of level 2


def test_the_counts_on_the_page_are_true(root):
    verdicts = Counter(re.match(r"yes|partly|no\b|n/a|the institution’?'?s", said)[0] for *_, said in rows(root))
    page = (root / "docs" / "security.md").read_text(encoding="utf-8")
    told = re.search(r"Of 253: (\d+) yes, (\d+) partly, (\d+) no, (\d+) n/a, (\d+) the institution's\.", page)
    assert told, dict(verdicts)
    names = ("yes", "partly", "no", "n/a", "the institution's")
    assert tuple(map(int, told.groups())) == tuple(verdicts[name] for name in names)


def test_what_it_points_at_exists(root):
    tests = "\n".join(path.read_text(encoding="utf-8") for path in (root / "tests").rglob("test_*.py"))
    for *_, said in rows(root):
        for name in re.findall(r"`([^`]+)`", said):
            if name.startswith("test_"):
                assert f"def {name}(" in tests or (root / "tests/casework" / f"{name}.py").exists(), name
            elif re.fullmatch(r"(src|tests|requirements)/\S+\.\w+", name):
                assert (root / name).exists(), name
