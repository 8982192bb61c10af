"""The report's file: whole, self-contained, masked and harmless whatever stood in the payments."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import lxml.html
import polars as pl
import pytest

from tanglaw.leads.report import write_report

from .sample import HOSTILE, PAYERS, PROTECTED_NAMES, RUN, sample, small_sample

NEVER = ("offender", "guilty", "suspect", "customer", "client", "pornograph", "confirmed")
VOID = {"meta", "link", "br", "input", "img", "hr"}


@pytest.fixture(scope="module")
def html(tmp_path_factory):
    path = tmp_path_factory.mktemp("report") / "report.html"
    write_report(path, RUN, *sample())
    return path.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def tree(html):
    return lxml.html.document_fromstring(html)


def made(tmp_path, leads, payments, run=RUN):
    write_report(tmp_path / "report.html", run, leads, payments)
    return (tmp_path / "report.html").read_text(encoding="utf-8")


def visible(html):
    """The text that a reader meets, a line a block."""
    tree = lxml.html.document_fromstring(html)
    for hidden in tree.xpath("//style | //script | //head | //*[local-name()='svg'] | //form"):
        hidden.drop_tree()
    blocks = {"p", "li", "h1", "h2", "h3", "h4", "dt", "dd", "tr", "summary", "caption", "div"}
    for element in tree.iter():
        if element.tag in blocks:
            element.text = "\n" + (element.text or "")
        if element.tag in {"td", "th"}:
            element.tail = " | "
        if element.get("class", "").startswith(("under", "because", "number", "badge")):
            element.text = " " + (element.text or "")
    lines = (" ".join(line.split()).strip(" |") for line in tree.text_content().splitlines())
    return "\n".join(line for line in lines if line) + "\n"


def test_what_a_reader_meets(tmp_path, golden):
    golden("leads/report.txt", visible(made(tmp_path, *small_sample())))


def test_the_same_input_gives_the_same_bytes(html, tmp_path):
    leads, payments = sample()
    assert made(tmp_path, leads, payments.sample(fraction=1.0, shuffle=True, seed=3)) == html


class Balance(HTMLParser):
    """Every tag is closed by its own, in order; what HTML lets one leave out is not left out."""

    def __init__(self):
        super().__init__()
        self.open = []
        self.ids = []

    def handle_starttag(self, tag, attrs):
        self.ids += [value for name, value in attrs if name == "id"]
        assert len(attrs) == len(dict(attrs))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.ids += [value for name, value in attrs if name == "id"]

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_it_is_well_formed_and_ids_are_unique(html):
    balance = Balance()
    balance.feed(html)
    assert balance.open == []
    assert len(balance.ids) == len(set(balance.ids))
    for reference in re.findall(r'(?:aria-labelledby|aria-describedby|href)="#?([^"]+)"', html):
        assert reference.startswith("data:") or reference in balance.ids, reference


def test_nothing_is_loaded_and_only_its_own_style_and_script_may_run(tree, html):
    sources = tree.xpath("//@src | //@srcset | //link/@href | //@action | //@poster | //use/@href")
    assert all(source.startswith(("data:", "#")) for source in sources)
    assert not tree.xpath("//@style | //@*[starts-with(name(), 'on')] | //iframe | //object | //embed | //img | //base")
    assert not re.search(
        r"url\(|@import|fetch\(|XMLHttp|WebSocket|innerHTML|eval\(",
        html.split("<body>")[0] + html.rsplit("<script>", 1)[1],
    )
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        (inside,) = re.findall(f"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        assert base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode() in policy


def test_hostile_texts_are_shown_as_text(tree, html):
    references = {text.strip() for text in tree.xpath("//td[@class='reference']/bdi/text()")}
    shown_as_they_are = [text.strip() for text in HOSTILE if not re.search("[\x00\x1b\u202e]", text)]
    assert set(shown_as_they_are) <= references
    assert "gift �gpj.exe" in references
    assert "�[31mred�" in references
    assert len(tree.xpath("//script")) == 1
    assert "<b>" not in html
    assert "\u202e" not in html
    names = {text.strip() for text in tree.xpath("//article//h3//bdi/text()")}
    assert {"<b>Bold</b> & Sons", "=SUM(A1:A9)", "محمد العلي"} <= names


def test_no_protected_name_occurs_in_the_file(html):
    for name in PROTECTED_NAMES:
        assert name not in html
    assert "Alan Example" in html


def test_a_party_other_than_the_subject_of_review_is_not_named(tmp_path):
    leads, payments = small_sample()
    html = made(tmp_path, leads[2:], payments)
    assert not [name for name in PAYERS if name in html]
    assert "[name withheld]" in html


def test_a_person_protected_under_one_pattern_is_no_subject_of_review_under_another(tmp_path):
    leads, payments = small_sample()
    both = [
        leads[0],
        leads[1],
        replace(leads[1], lead_id="L-0099", rank=3, pattern="livestream_purchase", protect=False),
    ]
    tree = lxml.html.document_fromstring(made(tmp_path, both, payments))
    assert len(tree.xpath("//section[@id='victims']//article")) == 2
    assert len(tree.xpath("//section[@id='subjects']//article")) == 1


def test_victims_come_first_and_headings_descend_in_order(tree):
    assert tree.xpath("//section/@id").index("victims") < tree.xpath("//section/@id").index("subjects")
    levels = [int(heading.tag[1]) for heading in tree.xpath("//h1 | //h2 | //h3 | //h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_sum_is_shown_and_adds_up(tree):
    for article, lead in zip(
        tree.xpath("//section[@id='subjects']//article"),
        (lead for lead in sample()[0] if not lead.protect),
        strict=True,
    ):
        cells = [float(text.replace("\u2212", "-")) for text in article.xpath(".//details[@class='sum']//td/text()")]
        assert sum(cells[::2]) == pytest.approx(lead.log_odds, abs=0.02)
        assert cells[-1] == pytest.approx(lead.log_odds, abs=0.001)


def test_words_that_must_never_stand_in_it(tree):
    text = tree.text_content().lower()
    for word in NEVER:
        assert word not in text


def test_without_leads_payments_or_figures_it_still_says_what_it_is(tmp_path):
    html = made(tmp_path, [], sample()[1].clear(), run={})
    assert "No possible victim was found." in html
    assert "It is not a verdict." in html


def test_a_lead_without_its_payments_is_still_explained(tmp_path):
    leads, payments = small_sample()
    html = made(tmp_path, leads, payments.clear())
    assert "Paid seven unrelated receivers" in html
    assert "<use" not in html.split("What speaks for it")[1]


def test_payments_without_local_time_rate_or_names(tmp_path):
    leads, payments = small_sample()
    bare = payments.with_columns(
        pl.lit(None, dtype=payments.schema[column]).alias(column)
        for column in (
            "originator_local",
            "beneficiary_local",
            "usd",
            "originator_name",
            "beneficiary_name",
            "beneficiary_city",
            "reference",
            "rail",
            "institution",
        )
    )
    html = made(
        tmp_path, [replace(lead, name=None, reasons=(), against=(), closest_ordinary=None) for lead in leads], bare
    )
    assert "local time is not known" in html
    assert "Nothing measured speaks for it." in html
    assert "AUD 100" in html


def test_many_leads_stay_bounded(tmp_path):
    leads, payments = sample()
    many = [replace(leads[n % 25], lead_id=f"L-{n:05d}", rank=n + 1, subject_ids=(f"S-{n}",)) for n in range(400)]
    own = pl.concat(
        [payments.filter(lead_id=leads[n % 25].lead_id).with_columns(lead_id=pl.lit(f"L-{n:05d}")) for n in range(400)]
    )
    html = made(tmp_path, many, own)
    assert html.count("<article") == 200
    assert "These 28 leads are not shown in full" in html
    assert "most recent of 64 payments" in html
    assert len(html) < 12_000_000
