"""Every number, date, name, quotation and superlative of an article."""

from claims.language.splitting import split_article

ARTICLE = 'On 4 March 2021 Kaldor sold 12 jets to Portugal. "It is the largest sale ever," Arvo Lind said.'


def test_each_kind_is_marked_with_its_surface():
    marks = [(mark.kind, mark.surface) for mark in split_article(ARTICLE).marks]
    assert ("date", "4 March 2021") in marks
    assert [surface for kind, surface in marks if kind == "quotation"] == ['"It is the largest sale ever,"']
    assert [surface for kind, surface in marks if kind == "superlative"] == ["largest"]
    assert {"Portugal", "Arvo Lind"} <= {surface for kind, surface in marks if kind == "name"}
    assert any(kind == "number" and surface.startswith("12") for kind, surface in marks)


def test_marks_are_in_order_and_none_is_marked_twice():
    marks = split_article(ARTICLE + "\n" + ARTICLE).marks
    assert [(mark.start, mark.end) for mark in marks] == sorted((mark.start, mark.end) for mark in marks)
    assert len(marks) == len(set(marks))


def test_a_passage_printed_twice_is_marked_twice():
    text = ARTICLE + "\n" + ARTICLE
    places = [mark.start for mark in split_article(text).marks if mark.surface == "Portugal"]
    assert places == [text.index("Portugal"), text.rindex("Portugal")]
