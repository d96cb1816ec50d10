"""Whatever element marks up a word inside a sentence, the word stays in the sentence."""

import pytest

from tests.sources.extraction.web.pages import printed

#: The phrasing elements of the HTML standard (4.2 to 4.13) whose content is shown where they stand, and the old ones.
SHOWN_IN_PLACE = (
    ["a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "dfn", "em", "i", "ins", "kbd", "label"]
    + ["mark", "meter", "output", "progress", "samp", "slot", "small", "span", "strong", "time", "u", "var"]
    + ["acronym", "big", "blink", "center-text", "font", "nobr", "tt", "x-figure"]
)


@pytest.mark.parametrize("element", SHOWN_IN_PLACE)
def test_a_word_stays_in_its_sentence_whatever_element_it_stands_in(element):
    assert printed(f"<p>In all <{element}>4,310</{element}> carts left.</p>") == "In all 4,310 carts left."


@pytest.mark.parametrize("element", SHOWN_IN_PLACE)
def test_an_element_inside_a_number_does_not_part_it(element):
    assert printed(f"<p>In all <{element}>4</{element}>,310 carts left.</p>") == "In all 4,310 carts left."


@pytest.mark.parametrize(
    ("passage", "text"),
    [
        ("<p>He said <q>we need 9 more</q> then.</p>", "He said “we need 9 more” then."),
        ("<p>He said <q>they call it <q>Old Tom</q> here</q>.</p>", "He said “they call it ‘Old Tom’ here”."),
        ("<p>He said “<q>we need 9 more</q>” then.</p>", "He said “we need 9 more” then."),
        ("<p>He said <q>“we need 9 more”</q> then.</p>", "He said “we need 9 more” then."),
        (
            "<p>The super<wbr>structure is 40&shy;00 kg of iron&shy;work.</p>",
            "The superstructure is 4000 kg of ironwork.",
        ),
        ("<p>The yard launched<br>the barge in 1887.</p>", "The yard launched the barge in 1887."),
        ("<p>The yard launched the<br>Old Tom in 1887.</p>", "The yard launched the Old Tom in 1887."),
        ("<p>It opened in May.<br>It closed in June.</p>", "It opened in May.\nIt closed in June."),
        ("<p>Opened: May 1887<br>Closed: June 1890</p>", "Opened: May 1887\nClosed: June 1890"),
        ("<p>It opened<br><br>in May</p>", "It opened\nin May"),
        ("<p>A <ruby>北<rt>ほく</rt></ruby> sign.</p>", "A 北 sign."),
        ("<p>A <ruby>北<rp>(</rp><rt>ほく</rt><rp>)</rp></ruby> sign.</p>", "A 北 sign."),
        ("<p>A <ruby>TNT<rt>trinitrotoluene</rt></ruby> store.</p>", "A TNT (trinitrotoluene) store."),
        ("<p>A <ruby>TNT<rp>(</rp><rt>strong</rt><rp>)</rp></ruby> store.</p>", "A TNT (strong) store."),
        ("<p>The code <bdo dir=rtl>321</bdo> stands there.</p>", "The code 123 stands there."),
        ("<p>The code <bdo dir=ltr>321</bdo> stands there.</p>", "The code 321 stands there."),
        ("<p>The <button>Old Tom</button> crane lifts 5 t.</p>", "The Old Tom crane lifts 5 t."),
        ("<p>It lifts <input value='5' size=2> t a day.</p>", "It lifts 5 t a day."),
        ("<p>It lifts <select><option>4<option selected>5</select> t a day.</p>", "It lifts 5 t a day."),
        ("<p>It lifts <textarea>5</textarea> t a day.</p>", "It lifts 5 t a day."),
        ("<p>It lifts 5 t<script>x()</script> a day<style>b{}</style>.</p>", "It lifts 5 t a day."),
        ("<p>It lifts 5 t <audio>no sound here</audio>a day.</p>", "It lifts 5 t a day."),
        ("<p>It lifts 5 t <canvas>no drawing</canvas>a day.</p>", "It lifts 5 t a day."),
        ("<p>It lifts 5 t <noscript>no script</noscript>a day.</p>", "It lifts 5 t a day."),
        ("<p>It lifts <svg><title>five</title><text>5</text></svg> t a day.</p>", "It lifts 5 t a day."),
        ("<p>It lifts<!-- not --> 5 t a day.</p>", "It lifts 5 t a day."),
        ("<p>It\n   lifts\t5&nbsp;t   a day.</p>", "It lifts 5 t a day."),
        ("<x-note><p>It lifts 5 t a day.</p></x-note>", "It lifts 5 t a day."),
        ("<x-card>It lifts <x-num>5</x-num> t a day.</x-card>", "It lifts 5 t a day."),
        ("<p>It lifts <em>5 <strong>t <i>a</i></strong></em> day.</p>", "It lifts 5 t a day."),
        ("<ul><li>It lifts 5 t.</li><li>It sank in 1890.</li></ul>", "It lifts 5 t.\nIt sank in 1890."),
        ("<ol><li><p>It lifts 5 t.</p></li><li>It sank.</li></ol>", "It lifts 5 t.\nIt sank."),
        ("<blockquote>It lifts 5 t.</blockquote>", "It lifts 5 t."),
        ("<details><summary>More</summary>It lifts 5 t a day.</details>", "More\nIt lifts 5 t a day."),
        ("<figure><figcaption>It lifts 5 t a day.</figcaption></figure>", "It lifts 5 t a day."),
        ("<pre>It lifts 5 t.\nIt sank.</pre>", "It lifts 5 t.\nIt sank."),
        ("<div>It lifts 5 t.<div>It sank.</div>It rose.</div>", "It lifts 5 t.\nIt sank.\nIt rose."),
    ],
)
def test_a_sentence_is_printed_as_its_readers_see_it(passage, text):
    assert printed(passage) == text


@pytest.mark.parametrize(
    ("math", "text"),
    [
        ("<mn>4150</mn><mo> </mo><mi>N</mi>", "4150 N"),
        ("<mn>4150</mn><mi>N</mi>", "4150 N"),
        ("<mrow><mn>4.15</mn><mo>×</mo><msup><mn>10</mn><mn>6</mn></msup></mrow>", "4.15 × 10⁶"),
        ("<mfrac><mn>1</mn><mn>2</mn></mfrac>", "1/2"),
        ("<mn>3</mn><mfrac><mn>1</mn><mn>2</mn></mfrac>", "3 1/2"),
        ("<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac>", "(a + b)/2"),
        ("<msub><mi>v</mi><mn>0</mn></msub><mo>=</mo><mn>5</mn>", "v₀ = 5"),
        ("<msubsup><mi>v</mi><mn>0</mn><mn>2</mn></msubsup>", "v₀²"),
        ("<msqrt><mn>2</mn></msqrt>", "√2"),
        ("<mroot><mn>8</mn><mn>3</mn></mroot>", "³√8"),
        ("<msup><mi>e</mi><mrow><mi>a</mi><mo>/</mo><mi>b</mi></mrow></msup>", "e^(a / b)"),
        (
            "<semantics><mrow><mn>5</mn></mrow><annotation encoding='application/x-tex'>\\five</annotation></semantics>",
            "5",
        ),
        ("<mn>5</mn><mspace width='1em'/><mtext>t</mtext>", "5 t"),
        ("<mn>2</mn><mo>&#x2062;</mo><mi>x</mi>", "2 x"),
        ("<mo>−</mo><mn>5</mn>", "−5"),
        ("<mfrac linethickness='0'><mn>5</mn><mn>2</mn></mfrac>", "(5 over 2)"),
        (
            "<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr><mtr><mtd><mn>3</mn></mtd></mtr></mtable>",
            "1, 2; 3",
        ),
    ],
)
def test_a_formula_is_printed_in_one_line(math, text):
    assert printed(f"<p>The value is <math>{math}</math> here.</p>") == f"The value is {text} here."


def test_the_formula_that_a_page_hides_behind_its_picture_is_read():
    hidden = (
        '<span class="mwe-math-element"><span class="mwe-math-mathml-inline" style="display: none;"><math><msup><mn>10'
        '</mn><mn>6</mn></msup></math></span><img class="mwe-math-fallback-image-inline" alt="10^6"></span>'
    )
    typeset = (
        '<span class="katex"><span class="katex-mathml"><math><semantics><msup><mn>10</mn><mn>6</mn></msup>'
        '<annotation encoding="application/x-tex">10^6</annotation></semantics></math></span>'
        '<span class="katex-html" aria-hidden="true"><span>1</span><span>0</span><span class="vlist">6</span></span></span>'
    )
    for formula in (hidden, typeset):
        assert printed(f"<p>The force is {formula} N here.</p>") == "The force is 10⁶ N here."
