"""Closed classes of English words: each is listed once, and what needs a few words more adds them where it needs them."""

from claims.language.vocabulary import word_set

#: What turns a statement into its opposite by itself.
NEGATORS = word_set("not no never none nobody nothing neither nor nowhere cannot without")
#: How sure somebody is of what they say.
HEDGES = word_set("""alleged allegedly apparently appear appears could expected likely may might perhaps possibly potential potentially
    presumably probably reportedly seem seems supposedly suspected unlikely""")
#: Words too common to tell what a statement is about.
FUNCTION_WORDS = word_set("""a about above after again against all also an and any are as at be because been before being below
    between both by can did do does down during each for from further had has have having he her here his i if in into is
    it its just more most of off on once only or our out over own per same she should so such than that the their then
    there these they this those through to under until up very was we were what when where which while who whom whose will
    with would yet you""")
#: How a rounded figure is announced.
APPROXIMATORS = ("about", "around", "some", "roughly", "nearly", "almost", "approximately")

CARDINAL_UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
CARDINAL_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40,
    "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
