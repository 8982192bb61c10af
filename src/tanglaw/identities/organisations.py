"""Is a name that of an organisation, by its legal form or a word that people do not bear."""

from __future__ import annotations

from typing import Final

import polars as pl

from tanglaw.common.folding import fold
from tanglaw.common.uniques import over_uniques

LEGAL_FORMS: Final = (
    "ltd limited llc llp plc inc incorporated corp corporation co pty gmbh ug mbh kg ohg ev gbr sa sas sasu sarl eurl srl spa sro "
    "bv nv ab oy oyj aps asa as kft zrt doo dooel ood ead ooo oao zao pao jsc sl slu sac eirl ltda cia sapi sab sc pfa bhd sdn pte pt tbk cv jv opc"
)
"""Company forms of many countries, folded and without dots."""

WORDS: Final = (
    "company group holding holdings enterprise enterprises industries international trading traders services solutions systems "
    "technologies consulting logistics properties realty ventures partners associates cooperative coop association society "
    "school schools schule escuela colegio college academy institute university universidad universitas universitat universite kindergarten "
    "hospital clinic clinica klinik medical pharmacy farmacia pharmacie hotel resort hostel inn apartments rentals "
    "foundation fundacion fundatia stiftung trust charity charities ministry ministries mission orphanage parish diocese ngo "
    "agency agencia agentie bureau store stores shop supermarket market mart bakery restaurant cafe salon pawnshop remittance remit forex "
    "exchange transfer payments bank banco banca finance financial insurance lending credit travel tours airlines airways "
    "department government municipality embassy commission authority office centre center club studio media online"
)
"""Words of trade, teaching, care and administration in the languages of the commonest corridors."""

_SHORT_FORMS: Final = frozenset(("as", "sa", "ab", "co", "sc", "ev", "pt", "cv", "sl", "ug", "kg", "spa", "cia", "inn"))
"""Forms that are also given names, surnames or initials: they count at the end (or the start, for PT and CV) only."""


def _pattern() -> str:
    forms = [word for word in LEGAL_FORMS.split() if word not in _SHORT_FORMS]
    anywhere = "|".join((*forms, *WORDS.split()))
    at_end = "|".join(sorted(_SHORT_FORMS))
    return rf" (?:{anywhere}) |\w \S* ?(?:{at_end}) $|^ (?:pt|cv) \S+ \S|^ (?:church|bank|university|republic) of | (?:and|&) (?:sons|daughters|co|bros|brothers) "


_ORGANISATION: Final = _pattern()


def is_organisation(names: pl.Series) -> pl.Series:
    """Say whether each name is an organisation's.

    Args:
        names: names as recorded, any script.

    Returns:
        Boolean ``is_organisation``; null where there is no name (null, or neither letter nor digit).
    """
    return over_uniques(names, _search).alias("is_organisation")


def _search(names: pl.Series) -> pl.Series:
    folded = fold(names)
    joined = folded.str.replace_all(r"\b([a-z])\.\s?(?:([a-z])\.\s?)?(?:([a-z])\b\.?)?", "$1$2$3 ")
    padded = " " + joined.str.replace_all(r"[^a-z0-9&]+", " ").str.strip_chars() + " "
    return (
        padded.to_frame("name")
        .select(
            pl.when(pl.col("name").str.contains("[a-z0-9]"))
            .then(pl.col("name").str.contains(_ORGANISATION))
            .alias("answer")
        )
        .to_series()
    )
