"""The day of publication is the one that the page states as such; a day that could be another is none."""

import json
from datetime import date

import pytest

from sources.extraction.extraction_warnings import WarningKind
from tests.sources.extraction.web.pages import read

DAY = date(2022, 9, 7)


def linked_data(thing: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(thing)}</script>'


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2022-09-07T23:30:00-05:00">',
        '<meta property="article:published_time" content="2022-09-07T00:10:00Z">'
        '<meta property="article:modified_time" content="2022-10-01T00:00:00Z">',
        '<meta name="article:published_time" content="2022-09-07">',
        '<meta name="DC.date.issued" content="2022-09-07">',
        '<meta name="dc.date" content="2022-09-07">',
        '<meta name="pubdate" content="20220907">',
        '<meta name="date" content="7 September 2022">',
        '<meta name="citation_publication_date" content="2022/09/07">',
        '<meta name="publish-date" content="Wed, 07 Sep 2022 08:00:00 GMT">',
        '<meta itemprop="datePublished" content="2022-09-07T08:00">',
        '<meta name="parsely-pub-date" content="2022-09-07 08:00:00">',
        linked_data(
            {"@type": "NewsArticle", "datePublished": "2022-09-07T10:00:00+02:00", "dateModified": "2022-10-01"}
        ),
        linked_data([{"@type": "Organization"}, {"@type": ["Article"], "datePublished": "2022-09-07"}]),
        linked_data({"@graph": [{"@type": "WebSite"}, {"@type": "BlogPosting", "datePublished": "2022-09-07"}]}),
        linked_data(
            {
                "@type": "WebPage",
                "datePublished": "2022-09-01",
                "mainEntity": {"@type": "Article", "datePublished": "2022-09-07"},
            }
        ),
        linked_data({"@type": "WebPage", "datePublished": "2022-09-07"}),
        '<script type="application/ld+json">{"@type":"Article","datePublished":"2022-09-07","body":"two\nlines"}</script>',
        '<link rel="canonical" href="https://paper.example/2022/09/07/quarry">',
        '<meta property="article:published_time" content="2022-09-07">'
        '<link rel="canonical" href="https://paper.example/2022/09/09/quarry">',
        '<meta name="date" content="0001-01-01"><meta name="pubdate" content="2022-09-07">',
    ],
)
def test_the_day_of_publication_is_read_from_what_the_head_states(head):
    assert read("<p>It gave 350 t yesterday.</p>", head=head).published_on == DAY


@pytest.mark.parametrize(
    "passage",
    [
        "<p>Published 7 September 2022</p>",
        "<p>Published: September 7, 2022 at 8:00 am</p>",
        "<p>Received: 1 May 2021; Accepted: 2 June 2022; Published online: 7 September 2022</p>",
        "<p>Submitted 3 May 2021 / Revised 2 June 2022 / Published 7 September 2022</p>",
        "<p>Updated 12 March 2023<br>Published 7 September 2022</p>",
        "<p>Published 7 September 2022 | Updated 12 March 2023</p>",
        "<p>Last updated on 12 March 2023. First published on 7 September 2022.</p>",
        "<p>Posted on Sept. 7, 2022 by Ida Berg</p>",
        "<p>By Ida Berg | Published 7th September 2022</p>",
        "<div>Published</div><div>7 September 2022</div>",
        "<p>Veröffentlicht am 7. September 2022</p>",
        "<p>Publié le 7 septembre 2022</p>",
        "<p>Publicado el 7 de septiembre de 2022</p>",
        "<p>Опубликовано 7 сентября 2022</p>",
        "<p>发布时间：2022年9月7日</p>",
        "<p>Published 2022-09-07</p>",
        "<p>Published 07.09.2022</p>",
        '<p>Published <time datetime="2022-09-07T08:00">on Wednesday</time></p>',
        '<p>By Ida Berg, <time datetime="2022-09-07" pubdate>7 Sept</time></p>',
        '<p>By Ida Berg, <time datetime="2022-09-07">7 Sept</time></p>',
        '<p><time itemprop="datePublished" datetime="2022-09-07">7 Sept</time>'
        ' <time itemprop="dateModified" datetime="2022-10-01">1 Oct</time></p>',
        '<span itemprop="datePublished" content="2022-09-07"></span>',
        '<aside><p>Ida Berg, <time itemprop="datePublished" datetime="2022-09-07">7 Sept</time></p></aside>',
        '<time class="entry-date published" datetime="2022-09-07">x</time><time class="updated" datetime="2022-10-01">y</time>',
    ],
)
def test_the_day_of_publication_is_read_from_what_the_page_prints(passage):
    assert read(passage).published_on == DAY


@pytest.mark.parametrize(
    "passage",
    [
        "<p>It was dug in 1887, and again on 7 September 2022.</p>",
        "<p>Updated 7 September 2022</p>",
        "<p>Last modified: 2022-09-07</p>",
        "<p>Published 07/09/22</p>",
        "<p>Published 07/09/2022</p>",
        "<p>Published 7-9-2022</p>",
        "<p>Published 31 February 2022</p>",
        "<p>Published in September 2022</p>",
        '<p>The fire broke out on <time datetime="2022-09-07">7 September</time> in the lower works.</p>',
        '<p><time datetime="2022-09-07">7 Sept</time></p><p><time datetime="2022-09-08">8 Sept</time></p>',
        '<p>Updated <time datetime="2022-09-07">7 Sept</time></p>',
        '<div class="comments"><p><time itemprop="datePublished" datetime="2022-09-07">7 Sept</time></p></div>',
        "<p>His first book, published 7 September 2022 by the parish and printed in the old works, tells of the fire.</p>",
        "<footer>© 7 September 2022</footer>",
    ],
)
def test_what_is_no_day_of_publication_or_could_be_another_gives_none(passage):
    assert read(passage).published_on is None


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:modified_time" content="2022-09-07">',
        '<meta name="last-modified" content="2022-09-07">',
        '<meta property="article:published_time" content="1662537600">',
        '<meta property="article:published_time" content="0001-01-01T00:00:00Z">',
        '<meta property="article:published_time" content="1970-01-01">',
        linked_data({"@type": "NewsArticle", "dateModified": "2022-09-07"}),
        linked_data({"@type": "Event", "startDate": "2022-09-07"}),
        linked_data({"@type": "VideoObject", "datePublished": "2022-09-07"}),
        linked_data({"@type": "Product", "review": {"@type": "Review", "datePublished": "2022-09-07"}}),
        '<script type="application/ld+json">{"@type":"Article","datePublished":</script>',
        '<link rel="canonical" href="https://paper.example/2022/09/quarry-7">',
        '<link rel="canonical" href="https://[paper/2022/09/07/">',
    ],
)
def test_a_head_that_states_no_day_of_publication_gives_none(head):
    assert read("<p>It gave 350 t yesterday.</p>", head=head).published_on is None


@pytest.mark.parametrize(
    ("attributes", "head", "day"),
    [
        (' lang="en-GB"', "", date(2022, 9, 7)),
        (' lang="en-US"', "", date(2022, 7, 9)),
        (' lang="fr"', "", date(2022, 9, 7)),
        (' lang="en"', '<meta property="og:locale" content="en_GB">', date(2022, 9, 7)),
        (' lang="en"', '<meta property="og:locale" content="en_US">', date(2022, 7, 9)),
        (' lang="en"', '<meta property="article:modified_time" content="2022-09-08T10:00:00Z">', date(2022, 9, 7)),
        (' lang="en"', linked_data({"@type": "Article", "dateModified": "2022-07-09"}), date(2022, 7, 9)),
        (' lang="en"', '<link rel="canonical" href="https://paper.example/2022/09/quarry">', date(2022, 9, 7)),
        (' lang="en"', '<meta property="article:modified_time" content="2023-02-08T10:00:00Z">', None),
        ("", "", None),
    ],
)
def test_a_day_in_figures_is_read_where_the_page_settles_its_order(attributes, head, day):
    assert read("<p>Published 07/09/22</p>", head=head, attributes=attributes).published_on == day


@pytest.mark.parametrize("stated", ["31/08/2022", "08/31/2022"])
def test_a_day_in_figures_is_read_where_its_own_numbers_settle_the_order(stated):
    assert read(f"<p>Published {stated}</p>").published_on == date(2022, 8, 31)


def test_days_of_publication_that_disagree_are_said():
    head = '<meta property="article:published_time" content="2022-09-07">' + linked_data(
        {"@type": "Article", "datePublished": "2021-03-01"}
    )
    found = read("<p>It gave 350 t yesterday.</p>", head=head)
    assert found.published_on == DAY
    assert [(w.kind, w.sample) for w in found.warnings] == [(WarningKind.DATES_DISAGREE, "2022-09-07, 2021-03-01")]


@pytest.mark.parametrize(
    ("attributes", "head", "language"),
    [
        (' lang="en"', "", "en"),
        (' lang="EN_gb"', "", "en-GB"),
        (' lang="zh-hans-cn"', "", "zh-Hans-CN"),
        (' xml:lang="de"', "", "de"),
        ("", '<meta http-equiv="Content-Language" content="fr">', "fr"),
        ("", '<meta property="og:locale" content="pt_BR">', "pt-BR"),
        (' lang="x-default"', '<meta name="language" content="it">', "it"),
        (' lang="und"', "", None),
        ("", '<meta http-equiv="content-language" content="en, fr">', None),
        (' lang="English"', "", None),
        ("", "", None),
    ],
)
def test_the_language_of_a_page_is_the_tag_that_it_states(attributes, head, language):
    assert read("<p>It gave 350 t.</p>", head=head, attributes=attributes).language == language
