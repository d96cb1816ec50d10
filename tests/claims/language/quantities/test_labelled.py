"""Every labelled sentence is read as its label says: spans, intervals, units, dimensions and comparators."""

import pytest

from tests.claims.language.quantities.labelled import labelled_sentences, table


@pytest.mark.parametrize("sentence", labelled_sentences(), ids=lambda sentence: sentence.text)
def test_a_labelled_sentence_is_read_as_its_label_says(sentence):
    assert sentence.read() == sentence.expected()


def test_every_label_stands_where_it_says():
    for sentence in labelled_sentences():
        for label in sentence.quantities:
            assert sentence.text[label["start"] : label["end"]] == label["surface"]


def test_the_table_counts_every_sentence_once():
    count = len(labelled_sentences())
    assert table().splitlines()[-1].split() == ["all", str(count), "of", str(count)]
