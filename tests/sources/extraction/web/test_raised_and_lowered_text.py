"""A raised figure is an exponent, a note mark, part of a fraction or of an ordinal, and never a digit of the number
before it."""

import pytest

from sources.extraction.extraction_warnings import WarningKind
from tests.sources.extraction.web.pages import printed, read


@pytest.mark.parametrize(
    ("passage", "text"),
    [
        ("Some 10<sup>5</sup> bricks lie there.", "Some 10⁵ bricks lie there."),
        ("It holds 2.5 × 10<sup>8</sup> J.", "It holds 2.5 × 10⁸ J."),
        ("It holds 6.02·10<sup>23</sup> atoms.", "It holds 6.02·10²³ atoms."),
        ("A loss of 10<sup>-9</sup> g.", "A loss of 10⁻⁹ g."),
        ("A loss of 10<sup>&minus;9</sup> g.", "A loss of 10⁻⁹ g."),
        ("A loss of 10<sup>–9</sup> g.", "A loss of 10⁻⁹ g."),
        ("From 10<sup>3</sup> to 10<sup>4</sup> m.", "From 10³ to 10⁴ m."),
        ("A yard of 90 m<sup>2</sup>.", "A yard of 90 m²."),
        ("A pit of 90 m<SUP>3</SUP> and 7 km<sup>2</sup>.", "A pit of 90 m³ and 7 km²."),
        ("It fell at 9.8 m/s<sup>2</sup>.", "It fell at 9.8 m/s²."),
        ("It fell at 9.8 m s<sup>-2</sup>.", "It fell at 9.8 m s⁻²."),
        ("It bore 12 kg/cm<sup> 2 </sup>.", "It bore 12 kg/cm²."),
        ("A plot of 40 ft<sup><small>2</small></sup>.", "A plot of 40 ft²."),
        ("A plot of 40 ft<sup><a href='/wiki/Square'>2</a></sup>.", "A plot of 40 ft²."),
        ('A plot of 40 m<span style="vertical-align: super">2</span>.', "A plot of 40 m²."),
        ("Where x<sup>2</sup> + y<sup>2</sup> = 9.", "Where x² + y² = 9."),
        ("Both H<sub>2</sub>O and CO<sub>2</sub>.", "Both H₂O and CO₂."),
        ("Iron is Fe<sub>2</sub>O<sub>3</sub>.", "Iron is Fe₂O₃."),
        ("The ion SO<sub>4</sub><sup>2−</sup> stays.", "The ion SO₄²⁻ stays."),
        ("The ion Ca<sup>2+</sup> stays.", "The ion Ca²⁺ stays."),
        ("Carbon is <sup>14</sup>C here.", "Carbon is ¹⁴C here."),
        ("The speed v<sub>max</sub> is 5 m/s.", "The speed vmax is 5 m/s."),
        ("Base log<sub>2</sub>8 is 3.", "Base log₂8 is 3."),
        ("The 1<sup>st</sup>, 22<sup>nd</sup>, 3<sup>rd</sup> and 5<sup>th</sup>.", "The 1st, 22nd, 3rd and 5th."),
        ("Le 1<sup>er</sup> mai, au XX<sup>e</sup> siècle.", "Le 1er mai, au XXe siècle."),
        ("No. N<sup>o</sup> 7.", "No. No 7."),
        ("Slatex<sup>TM</sup> and Slatex<sup>®</sup>.", "Slatex™ and Slatex®."),
        ("The beam is 3<sup>1</sup>/<sub>2</sub> in thick.", "The beam is 3½ in thick."),
        ("The beam is 3<sup>1</sup>&frasl;<sub>2</sub> in thick.", "The beam is 3½ in thick."),
        ("The beam is 3 <sup>1</sup>⁄<sub>2</sub> in thick.", "The beam is 3½ in thick."),
        ("The beam is <sup>3</sup>/<sub>4</sub> in thick.", "The beam is ¾ in thick."),
        ("The beam is 3<sup>5</sup>/<sub>16</sub> in thick.", "The beam is 3 5/16 in thick."),
        ("The beam is 3<sup>5/16</sup> in thick.", "The beam is 3 5/16 in thick."),
        ("The beam is 3-<sup>1</sup>/<sub>2</sub> in thick.", "The beam is 3-½ in thick."),
        ("The beam is 11<sup>1</sup>/2 in thick.", "The beam is 11½ in thick."),
        (
            'The beam is <span class="frac">3<span class="sr-only">+</span><span class="num">1</span>⁄'
            '<span class="den">2</span></span> in thick.',
            "The beam is 3½ in thick.",
        ),
        (
            'The ratio is <span class="sfrac"><span class="tion"><span class="num">7</span>'
            '<span class="sr-only">/</span><span class="den">9</span></span></span> here.',
            "The ratio is 7/9 here.",
        ),
        ("A slate costs $4<sup>99</sup> now.", "A slate costs $4.99 now."),
        ("It lies at 51<sup>o</sup> N, at 20<sup>o</sup>C.", "It lies at 51° N, at 20°C."),
        ("A field of 10<sup>n</sup> lines, e<sup>x</sup>.", "A field of 10ⁿ lines, eˣ."),
        ("A field of 10<sup>a/b</sup> lines.", "A field of 10^(a/b) lines."),
    ],
)
def test_raised_and_lowered_text_is_printed_as_what_it_is(passage, text):
    assert printed(f"<p>{passage}</p>") == text


@pytest.mark.parametrize(
    ("passage", "text"),
    [
        ("It was dug in 1887<sup>4</sup> by hand.", "It was dug in 1887 by hand."),
        ("It was dug in 1887.<sup>4</sup> By hand.", "It was dug in 1887. By hand."),
        ("It gave 350<sup>1</sup> t.", "It gave 350 t."),
        ("It gave 350<sup>[12]</sup> t.", "It gave 350 t."),
        ('It gave 350<sup><a href="#fn3">3</a></sup> t.', "It gave 350 t."),
        ('It gave 350<a href="#cite_note-3"><sup>3</sup></a> t.', "It gave 350 t."),
        ('It gave 10<sup id="fnref:2"><a href="#fn:2" class="footnote">2</a></sup> t.', "It gave 10 t."),
        ('A yard of 90 m<sup><a href="#note2">2</a></sup> only.', "A yard of 90 m only."),
        ('It gave 350<sup class="reference"><a href="#cite_note-a">[a]</a></sup> t.', "It gave 350 t."),
        ('It gave 350<a href="#ref3">[3]</a> t.', "It gave 350 t."),
        ("It gave 350<sup>*</sup> t, or 360<sup>†</sup> t.", "It gave 350 t, or 360 t."),
        ("It gave 350<sup>1,2</sup> t, or 360<sup>3–5</sup> t.", "It gave 350 t, or 360 t."),
        ("It gave 350<sup>[1]</sup><sup>[2]</sup> t.", "It gave 350 t."),
        ("It gave 350 t<sup>[<i>citation needed</i>]</sup> once.", "It gave 350 t once."),
        ("The men<sup>2</sup> left.", "The men left."),
        ("“We left”<sup>2</sup> he said.", "“We left” he said."),
        ("It grew by 40%<sup>2</sup> in May.", "It grew by 40% in May."),
        ("It cost $40<sup>2</sup> in May.", "It cost $40 in May."),
        ("It gave 350<sup>a</sup> t.", "It gave 350 t."),
        ('It gave 350<span class="superscript">1</span> t.', "It gave 350 t."),
        ('It gave 350<sup> <a role="doc-noteref" href="#x">1</a> </sup>t.', "It gave 350 t."),
    ],
)
def test_a_raised_note_mark_is_a_mark_and_no_digit(passage, text):
    assert printed(f"<p>{passage}</p>") == text


def test_a_mark_that_notes_at_the_foot_explain_is_no_power_of_ten():
    passage = "<p>It took 10<sup>2</sup> men.</p><p><sup>1</sup> By the census.</p><p><sup>2</sup> By the parish.</p>"
    assert printed(passage) == "It took 10 men.\nBy the census.\nBy the parish."


def test_marks_that_count_up_on_the_page_make_the_one_between_them_a_mark():
    passage = "<p>The men<sup>1</sup> took 10<sup>2</sup> days of work<sup>3</sup> there.</p>"
    assert printed(passage) == "The men took 10 days of work there."


def test_a_raised_digit_that_may_be_a_power_or_a_mark_is_said():
    found = read("<p>It took 12<sup>3</sup> men.</p>")
    assert "It took 12[3] men." in found.text
    assert [(w.kind, w.count, w.sample) for w in found.warnings] == [(WarningKind.RAISED_FIGURE, 1, "12³")]


def test_clear_powers_units_ordinals_and_marks_raise_no_doubt():
    passage = "<p>The 1<sup>st</sup> yard of 90 m<sup>2</sup> held 10<sup>5</sup> bricks and H<sub>2</sub>O<sup>[1]</sup>.</p>"
    assert read(passage).warnings == ()
