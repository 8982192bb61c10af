# ruff: noqa: E501 -- a table reads better unbroken
"""What institutions call the columns of a payment, folded (no case, accents, spaces or punctuation)."""

from __future__ import annotations

from typing import Final

ROLES: Final[dict[str, tuple[str, ...]]] = {
    "originator": (
        "originator", "ordering", "sender", "payer", "remitter", "customer", "client", "debtor", "from", "source",
        "auftraggeber", "absender", "zahler", "zahlungspflichtiger", "kunde", "kunden", "donneurdordre", "expediteur",
        "emetteur", "debiteur", "ordenante", "remitente", "ordinante", "mittente", "afzender", "betaler", "nadawca",
    ),
    "beneficiary": (
        "beneficiary", "receiver", "recipient", "payee", "creditor", "counterparty", "destination", "dest", "to",
        "zahlungsempfanger", "empfanger", "begunstigter", "begunstigte", "beneficiaire", "destinataire", "beneficiario",
        "destinatario", "begunstigde", "ontvanger", "odbiorca", "payout",
    ),
}  # fmt: skip
"""Words that tell which party a column is about."""

PARTY: Final[dict[str, tuple[str, ...]]] = {
    "id": ("id", "number", "nr", "no", "num", "nummer", "identifier", "ref", "kennung", "numero", "codigo", "code"),
    "country": ("country", "countrycode", "land", "landcode", "landescode", "pays", "pais", "paese", "ctry", "kraj"),
    "name": ("name", "fullname", "nom", "nombre", "nome", "naam", "inhaber", "nazwa"),
    "birth_date": ("birthdate", "dateofbirth", "dob", "geburtsdatum", "datedenaissance", "fechadenacimiento"),
    "birth_year": ("birthyear", "yearofbirth", "yob", "geburtsjahr", "anneedenaissance"),
    "phone": ("phone", "phonenumber", "mobile", "mobilenumber", "msisdn", "telefon", "telephone", "tel", "telefono", "handy"),
    "email": ("email", "mail", "emailaddress", "emailadresse", "correo", "courriel"),
    "device": ("device", "deviceid", "gerat", "geratid", "fingerprint", "appareil"),
    "ip": ("ip", "ipaddress", "ipadresse", "loginip", "adresseip"),
    "city": ("city", "town", "ort", "stadt", "ville", "ciudad", "citta", "plaats", "municipality"),
    "address": ("address", "adresse", "anschrift", "street", "strasse", "direccion", "indirizzo"),
    "timezone": ("timezone", "tz", "zeitzone", "fuseauhoraire"),
    "account": ("account", "accountnumber", "iban", "konto", "kontonummer", "compte", "cuenta", "wallet", "rekening"),
}  # fmt: skip
"""What a party's columns are called once the party's own word is taken off."""

PAYMENT: Final[dict[str, tuple[str, ...]]] = {
    "payment_id": (
        "paymentid", "paymentref", "paymentreference", "transactionid", "transactionnumber", "transactionref", "txnid", "txid",
        "trxid", "id", "mtcn", "uetr", "endtoendid", "transaktionsnummer", "transaktionsnr", "transaktionsid", "auftragsnummer",
        "auftragsnr", "vorgangsnummer", "idtransaction", "idoperation", "numerooperacion",
    ),
    "executed_at": (
        "executedat", "executiondate", "date", "datetime", "timestamp", "transactiondate", "paymentdate", "bookingdate",
        "valuedate", "createdat", "created", "sentat", "senddate", "buchungsdatum", "buchungstag", "datum", "zeitpunkt",
        "ausfuhrungsdatum", "wertstellung", "valuta", "dateoperation", "fecha", "fechaoperacion", "data",
    ),
    "amount": (
        "amount", "sendamount", "sentamount", "principal", "principalamount", "transactionamount", "betrag", "summe", "montant",
        "importe", "importo", "bedrag", "kwota", "value", "amountsent",
    ),
    "currency": (
        "currency", "currencycode", "sendcurrency", "ccy", "curr", "wahrung", "wrg", "devise", "moneda", "divisa", "valuta",
        "waluta",
    ),
    "rail": (
        "rail", "channel", "paymentmethod", "payoutmethod", "deliverymethod", "method", "paymentchannel", "auszahlungsart",
        "zahlungsart", "zahlweg", "moyendepaiement", "formadepago",
    ),
    "institution": ("institution", "provider", "bank", "company", "brand", "agent", "institut", "banque", "banco"),
    "reference": (
        "reference", "message", "memo", "note", "remark", "remarks", "description", "narrative", "verwendungszweck", "zweck",
        "motif", "libelle", "concepto", "causale", "remittanceinformation", "remittanceinfo", "paymentreason", "omschrijving",
    ),
    "purpose_code": ("purposecode", "purpose", "zweckcode", "codemotif"),
    "status": ("status", "state", "zustand", "etat", "estado", "stato"),
    "merchant_category": ("mcc", "merchantcategory", "merchantcategorycode", "branchencode"),
}  # fmt: skip
"""What the columns of the payment itself are called."""

TIME_OF_DAY: Final = ("time", "uhrzeit", "zeit", "heure", "hora", "ora", "tijd", "godzina", "transactiontime")
"""A column of times that completes a column of dates."""

CONNECTING: Final = ("des", "der", "de", "du", "del", "of", "the", "s", "customers", "party")
"""Words between the party and what is said of it."""
