"""Currencies: the symbols, codes and words that stand for them, as ISO 4217 codes, the likeliest first."""

_DOLLARS = ("USD", "AUD", "CAD", "NZD", "HKD", "SGD", "TWD")

SIGNS = {
    "US$": ("USD",), "U.S.$": ("USD",), "A$": ("AUD",), "AU$": ("AUD",), "C$": ("CAD",), "CA$": ("CAD",), "NZ$": ("NZD",),
    "HK$": ("HKD",), "NT$": ("TWD",), "S$": ("SGD",), "R$": ("BRL",), "MX$": ("MXN",), "$": _DOLLARS,
    "€": ("EUR",), "£": ("GBP", "EGP"), "¥": ("JPY", "CNY"), "￥": ("CNY", "JPY"), "CN¥": ("CNY",), "JP¥": ("JPY",),
    "₽": ("RUB",), "₹": ("INR",), "₩": ("KRW",), "₴": ("UAH",), "₺": ("TRY",), "₪": ("ILS",), "₫": ("VND",),
    "₦": ("NGN",), "₱": ("PHP",), "฿": ("THB",), "₸": ("KZT",), "zł": ("PLN",), "Rmb": ("CNY",), "rmb": ("CNY",), "Rs": ("INR", "PKR"), "Rs.": ("INR", "PKR"),
}  # fmt: skip

CODES = frozenset(
    [
        "USD",
        "EUR",
        "GBP",
        "JPY",
        "CNY",
        "RMB",
        "RUB",
        "INR",
        "KRW",
        "UAH",
        "TRY",
        "ILS",
        "VND",
        "NGN",
        "PHP",
        "THB",
        "KZT",
        "PLN",
        "AUD",
        "CAD",
        "NZD",
        "HKD",
        "SGD",
        "TWD",
        "BRL",
        "MXN",
        "EGP",
        "PKR",
        "CHF",
        "SEK",
        "NOK",
        "DKK",
        "CZK",
        "HUF",
        "RON",
        "BGN",
        "ZAR",
        "SAR",
        "AED",
        "QAR",
        "KWD",
        "IQD",
        "IRR",
        "IDR",
        "MYR",
        "BDT",
        "LKR",
        "ARS",
        "CLP",
        "COP",
        "PEN",
        "BYN",
        "GEL",
        "AMD",
        "AZN",
    ]
)

CURRENCIES = CODES - {"RMB"}

WORDS = {
    "us dollar": ("USD",), "u.s. dollar": ("USD",), "american dollar": ("USD",), "australian dollar": ("AUD",),
    "canadian dollar": ("CAD",), "hong kong dollar": ("HKD",), "singapore dollar": ("SGD",), "taiwan dollar": ("TWD",),
    "new zealand dollar": ("NZD",), "dollar": _DOLLARS, "buck": _DOLLARS, "euro": ("EUR",),
    "pound sterling": ("GBP",), "british pound": ("GBP",), "egyptian pound": ("EGP",),
    "japanese yen": ("JPY",), "yen": ("JPY",), "chinese yuan": ("CNY",), "yuan": ("CNY",), "renminbi": ("CNY",), "rmb": ("CNY",),
    "russian ruble": ("RUB",), "russian rouble": ("RUB",), "ruble": ("RUB", "BYN"), "rouble": ("RUB", "BYN"),
    "indian rupee": ("INR",), "pakistani rupee": ("PKR",), "rupee": ("INR", "PKR", "LKR"),
    "korean won": ("KRW",), "south korean won": ("KRW",), "won": ("KRW",), "hryvnia": ("UAH",), "hryvnya": ("UAH",),
    "turkish lira": ("TRY",), "lira": ("TRY",), "swiss franc": ("CHF",), "franc": ("CHF",), "kronor": ("SEK",), "kroner": ("NOK", "DKK"), "zloty": ("PLN",), "złoty": ("PLN",),
    "swedish krona": ("SEK",), "norwegian krone": ("NOK",), "danish krone": ("DKK",), "real": ("BRL",), "reais": ("BRL",),
    "mexican peso": ("MXN",), "philippine peso": ("PHP",), "peso": ("MXN", "PHP", "ARS", "CLP", "COP"),
    "rand": ("ZAR",), "shekel": ("ILS",), "dirham": ("AED",), "riyal": ("SAR", "QAR"), "rial": ("IRR",), "dong": ("VND",),
    "baht": ("THB",), "ringgit": ("MYR",), "rupiah": ("IDR",), "tenge": ("KZT",), "naira": ("NGN",), "forint": ("HUF",),
}  # fmt: skip

# Words that end in no "s" when there are many, besides those that take one.
_SAME_PLURAL = {
    "yen",
    "yuan",
    "renminbi",
    "rmb",
    "won",
    "rand",
    "baht",
    "ringgit",
    "dong",
    "zloty",
    "złoty",
    "reais",
    "naira",
    "kronor",
    "kroner",
}
_OWN_PLURAL = {
    "pound sterling": "pounds sterling", "swedish krona": "swedish kronor", "norwegian krone": "norwegian kroner",
    "danish krone": "danish kroner",
}  # fmt: skip


def _with_plurals() -> dict[str, tuple[str, ...]]:
    table = dict(WORDS)
    for word, codes in WORDS.items():
        if word in _OWN_PLURAL:
            table[_OWN_PLURAL[word]] = codes
        elif word.split()[-1] not in _SAME_PLURAL:
            table[word + "s"] = codes
    del table["real"]
    return table


SPELLED = _with_plurals()


def code_readings(code: str) -> tuple[str, ...]:
    """Return the currency that a printed code stands for ("RMB" is a name for CNY)."""
    return ("CNY",) if code == "RMB" else (code,)
