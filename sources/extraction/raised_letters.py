"""The raised and lowered characters and the fractions that Unicode has, for every format that sets them by position."""

import unicodedata

#: For str.translate: each character to its raised or lowered form.
RAISED = str.maketrans("0123456789+-−–=()niabcdefghjklmoprstuvwxyz", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿⁱᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻ")
LOWERED = str.maketrans("0123456789+-−–=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎")
#: (above, below) → the fraction as one character.
FRACTIONS = {
    (int(above), int(below)): sign
    for sign in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"
    for above, below in [unicodedata.normalize("NFKC", sign).split("⁄")]
}
