"""Which elements of HTML break a line, are never shown, or only surround the article."""

BLOCKS = frozenset(
    ["address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog"]
    + ["dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4"]
    + ["h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "listing", "main", "menu", "nav", "ol"]
    + ["option", "p", "plaintext", "pre", "search", "section", "summary", "table", "tbody", "tfoot", "thead"]
    + ["tr", "ul", "xmp"]
)
CELLS = frozenset(["td", "th"])
HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])

#: Not shown, or shown without their content where the browser can do what they are for.
NEVER_SHOWN = frozenset(
    ["script", "style", "noscript", "template", "head", "iframe", "object", "embed", "applet", "audio"]
    + ["video", "canvas", "datalist", "noframes", "param", "rp"]
)
#: Types of input fields whose value is written in them.
WRITTEN_IN = frozenset(["", "text", "number", "tel", "date", "time", "email", "url", "search"])

SURROUNDINGS = frozenset(["nav", "header", "footer", "aside", "form", "menu"])
PREFORMATTED = frozenset(["pre", "listing", "xmp", "plaintext"])
STRUCK = frozenset(["del", "s", "strike"])

#: Mark up words inside a sentence; unknown and custom elements do so too.
PHRASING = (
    ["abbr", "acronym", "b", "bdi", "bdo", "big", "blink", "cite", "code", "data", "del", "dfn", "em"]
    + ["font", "i", "ins", "kbd", "label", "mark", "math", "meter", "nobr", "output", "progress", "q", "rb"]
    + ["rbc", "rt", "rtc", "ruby", "s", "samp", "slot", "small", "strike", "strong", "sub", "sup", "time"]
    + ["tt", "u", "var", "wbr", "button", "mn", "mi", "mo", "ms", "mtext", "mrow", "mstyle", "mfrac", "msup"]
    + ["msub", "msubsup", "msqrt", "mroot", "semantics", "mspace", "mfenced", "munder", "mover", "munderover"]
)
