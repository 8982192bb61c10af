"""Is a name that of an organisation, by its legal form or a word that people do not bear."""

from __future__ import annotations

from typing import Final

import polars as pl

from tanglaw.common.folding import fold
from tanglaw.common.uniques import over_uniques

_LEGAL_FORMS: Final = """
    ltd limited llc llp plc inc incorporated corp corporation pty gmbh mbh ohg gbr sarl eurl srl spa sro bv nv oy oyj
    aps kft zrt dooel jsc slu sac eirl ltda cia sapi pfa bhd sdn pte tbk opc
"""
LEGAL_FORMS: Final = tuple(_LEGAL_FORMS.split())
"""Company forms of many countries, folded and without dots."""

_SHORT_FORMS: Final = "ab ad as asa co cv doo ead ev jv kg oao ood ooo pao pt sa sab sas sc sl ug zao"
SHORT_FORMS: Final = tuple(_SHORT_FORMS.split())
"""Forms that are also given names, surnames or initials: they count only with dots, or in capitals after small
letters."""

_WORDS: Final = """
    company group holding holdings enterprise enterprises industries international trading traders services solutions
    systems technologies consulting logistics properties realty ventures partners associates cooperative coop
    association society school schools schule escuela colegio college academy institute university universidad
    universitas universitat universite kindergarten hospital clinic clinica klinik medical pharmacy farmacia pharmacie
    hotel resort hostel apartments rentals foundation fundacion fundatia stiftung trust charity charities ministry
    ministries mission orphanage parish diocese ngo agency agencia agentie bureau store stores shop supermarket market
    bakery restaurant cafe pawnshop remittance remit forex exchange transfer payments bank banco banca finance financial
    insurance lending credit travel tours airlines airways department government municipality embassy commission
    authority office centre center club studio media online
"""
WORDS: Final = tuple(_WORDS.split())
"""Words of trade, teaching, care and administration in the languages of the commonest corridors."""

_ANYWHERE: Final = [f" {word} " for word in (*LEGAL_FORMS, *WORDS)]
_PHRASE: Final = r"^ (?:church|republic|city) of | (?:and|&) (?:sons|daughters|co|bros|brothers) |^ (?:pt|cv) \S+ \S"
_CAPITALS: Final = rf"\p{{Ll}}.*\s(?:{'|'.join(form.upper() for form in SHORT_FORMS)})\.?\s*$"
_DOTTED: Final = r"\S\s(?:(?:S\.A|A\.S|A\.B|S\.L|K\.G|C\.V|S\.C|U\.G|E\.V|e\.V|A\.D)\.?|d\.o\.o\.?|Co\.)\s*$"
_INITIALS: Final = r"\b([a-z])\. ?(?:([a-z])\. ?)?(?:([a-z])\. ?)?(?:([a-z])\b\.?)?"


def is_organisation(names: pl.Series) -> pl.Series:
    """Say whether each name is an organisation's.

    Args:
        names: names as recorded, any script.

    Returns:
        Boolean ``is_organisation``; null where there is no name (null, or neither letter nor digit).
    """
    return over_uniques(names, search).alias("is_organisation")


def search(names: pl.Series) -> pl.Series:
    """Do the same for distinct names that are not null."""
    folded = fold(names)
    dotted = folded.str.contains(".", literal=True)
    if dotted.any():
        folded = folded.scatter(dotted.arg_true(), folded.filter(dotted).str.replace_all(_INITIALS, "$1$2$3$4 "))
    padded = " " + folded.str.replace_all(r"[^a-z0-9&]+", " ").str.strip_chars() + " "
    frame = pl.DataFrame({"name": padded, "raw": names})
    found = (
        pl.col("name").str.contains_any(_ANYWHERE)
        | pl.col("name").str.contains(_PHRASE)
        | pl.col("raw").str.contains(_CAPITALS)
        | pl.col("raw").str.contains(_DOTTED)
    )
    return frame.select(pl.when(pl.col("name").str.contains("[a-z0-9]")).then(found).alias("answer")).to_series()
