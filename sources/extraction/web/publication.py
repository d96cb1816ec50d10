"""The day on which a page says that it was published: never the day of a change, and no day rather than a wrong one."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from lxml import html

from sources.extraction.web.stated_days import DateHabits, day_of, days_in

_META_OF_ARTICLES = (
    "article:published_time",
    "article:published",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "rnews:datepublished",
    "article.published",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "citation_publication_date",
    "citation_online_date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.issued",
    "prism.publicationdate",
    "publication_date",
    "publicationdate",
    "publish-date",
    "publish_date",
    "publishdate",
    "published_date",
    "published-date",
    "pubdate",
    "pub_date",
    "date.published",
    "article_date_original",
    "originalpublicationdate",
    "ptime",
    "shareaholic:article_published_time",
    "bt:pubdate",
    "dcsext.articlefirstpublished",
    "gentime",
)
#: Names that say "date" without saying of what: believed after what says it is of the publication.
_META_OF_ANYTHING = ("dc.date", "dcterms.date", "dc.date.created", "dcterms.created", "date", "article_date", "created")
_META_OF_CHANGES = ("article:modified_time", "og:updated_time", "last-modified", "dcterms.modified", "datemodified")
_ARTICLE_TYPES = re.compile(r"(?:Article|BlogPosting|Report|Posting|Review|ClaimReview|NewsArticle|LiveBlogPosting)$")
_PAGE_TYPES = re.compile(r"(?:WebPage|ItemPage|CreativeWork|Webpage)$")
_MOST_OBJECTS = 2_000
_MOST_DEPTH = 20

_PUBLISHED = (
    r"first\s+published|originally\s+published|date\s+published|publication\s+date|published|posted|issued|"
    r"release\s+date|veröffentlicht|erschienen|publié(?:e)?|publicado|pubblicato|gepubliceerd|opublikowano|опубликовано|"
    r"дата\s+публикации|发布(?:时间|日期|于)?|发表于|公開日|publikováno|yayınlanma|опубліковано"
)
_CHANGED = (
    r"last\s+(?:updated|modified|edited|reviewed|changed)|updated|modified|edited|reviewed|corrected|amended|aktualisiert|"
    r"geändert|mis\s+à\s+jour|modifié|actualizado|aggiornato|atualizado|bijgewerkt|zaktualizowano|обновлено|изменено|"
    r"received|accepted|revised|submitted|更新(?:时间|日期|于)?|更新日|aktualizováno|güncellen\w*|оновлено|accessed|retrieved|copyright|©|event|expires|printed"
)
_LABEL = re.compile(rf"(?<!\w)(?:(?P<published>{_PUBLISHED})|(?P<changed>{_CHANGED}))(?!\w*[a-z]{{4}})", re.IGNORECASE)
_BYLINE = re.compile(r"^\W*(?:by|von|par|por|di|door|от|автор:?)\s|\|", re.IGNORECASE)
_TIME_CLASSES = re.compile(
    r"publish|pubdate|entry-date|posted|post-date|article-date|date-created|dt-published", re.IGNORECASE
)
_CHANGED_CLASSES = re.compile(r"updat|modif|edited|dt-updated", re.IGNORECASE)
#: A line that gives the day of publication is no sentence: it has few words beside the day.
_MOST_WORDS_OF_A_DATELINE = 14
_MOST_WORDS_BESIDE_A_DAY = 6
_DAY_IN_ADDRESS = re.compile(r"/(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)")

_MONTH_IN_ADDRESS = re.compile(r"/(\d{4})[/-](\d{1,2})(?=[/-]|$)")


@dataclass(frozen=True)
class StatedDay:
    """A day of publication, and the other days that equally good places of the page state."""

    day: date | None
    others: tuple[date, ...] = ()


def published_on(root: html.HtmlElement, language: str | None, lines: Sequence[str]) -> StatedDay:
    """Return the day of publication of a page.

    Header fields for articles go first, then structured data (JSON-LD, microdata, `time` elements that say so), then a
    printed line such as "Published 7 September 2022", then header fields that name no kind of date, and last the page's
    own address. What is only a day of change gives none. `lines` are the printed lines of the page.
    """
    metas = _metas(root)
    habits = DateHabits(_with_region(metas, language), _months_named(root, metas))
    stated = [
        _first(_META_OF_ARTICLES, metas, habits),
        _of_structured_data(root, habits),
        _of_marked_elements(root, habits),
    ]
    believed = [day for day in stated if day]
    if believed:
        return StatedDay(believed[0], tuple(day for day in believed[1:] if abs((day - believed[0]).days) > 1))
    day = _of_lines(lines, habits) or _first(_META_OF_ANYTHING, metas, habits)
    return StatedDay(day or _of_bylines(root, habits) or _of_address(root))


def _with_region(metas: dict[str, str], language: str | None) -> str | None:
    locale = metas.get("og:locale", "").replace("_", "-")
    return locale if language and locale.lower().startswith(f"{language}-") else language


def _months_named(root: html.HtmlElement, metas: dict[str, str]) -> frozenset[tuple[int, int]]:
    """Return the months of the days of change and of the address, which settle a day in figures."""
    stated = [metas[name] for name in _META_OF_CHANGES if name in metas]
    stated += [str(thing["dateModified"]) for thing in _linked_data(root) if "dateModified" in thing]
    days = [day for text in stated if (day := day_of(text, DateHabits()))]
    in_address = _MONTH_IN_ADDRESS.search(_path(root))
    months = {(day.year, day.month) for day in days}
    return frozenset(months | ({(int(in_address[1]), int(in_address[2]))} if in_address else set()))


def _metas(root: html.HtmlElement) -> dict[str, str]:
    metas: dict[str, str] = {}
    for meta in root.iter("meta"):
        content = meta.get("content", "")
        for attribute in ("property", "name", "itemprop"):
            if name := meta.get(attribute):
                metas.setdefault(name.strip().lower(), content)
    return metas


def _first(names: Iterable[str], metas: dict[str, str], habits: DateHabits) -> date | None:
    return next((day for name in names if name in metas and (day := day_of(metas[name], habits))), None)


def _of_structured_data(root: html.HtmlElement, habits: DateHabits) -> date | None:
    of_articles: list[date] = []
    of_pages: list[date] = []
    for thing in _linked_data(root):
        day = day_of(str(thing.get("datePublished") or ""), habits)
        if day and _is_of_type(thing, _ARTICLE_TYPES):
            of_articles.append(day)
        elif day and _is_of_type(thing, _PAGE_TYPES):
            of_pages.append(day)
    return next(iter(of_articles + of_pages), None)


def _is_of_type(thing: dict[str, Any], types: re.Pattern[str]) -> bool:
    stated = thing.get("@type", "")
    return any(isinstance(one, str) and types.search(one) for one in (stated if isinstance(stated, list) else [stated]))


def _linked_data(root: html.HtmlElement) -> Iterator[dict[str, Any]]:
    for script in root.iter("script"):
        if script.get("type", "").lower().startswith("application/ld+json"):
            yield from _things(script.text or "")


def _things(text: str) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSON-LD script that describe the page: its own, its lists', its graph's and its main one."""
    try:
        # Line breaks inside strings are common and harm nothing.
        data = json.loads(text.strip().removeprefix("<!--").removesuffix("-->").rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return
    waiting = [(data, 0)]
    seen = 0
    while waiting and seen < _MOST_OBJECTS:
        thing, depth = waiting.pop(0)
        seen += 1
        if isinstance(thing, list):
            waiting.extend((one, depth + 1) for one in thing[:_MOST_OBJECTS])
        elif isinstance(thing, dict) and depth < _MOST_DEPTH:
            yield thing
            waiting.extend(
                (thing[name], depth + 1) for name in ("@graph", "mainEntity", "mainEntityOfPage") if name in thing
            )


def _of_marked_elements(root: html.HtmlElement, habits: DateHabits) -> date | None:
    by_class = None
    for element in root.iter("time", "meta", "span", "abbr", "p", "div", "li"):
        marks = element.get("itemprop", ""), element.get("property", "")
        if any(mark.lower() in ("datepublished", "schema:datepublished") for mark in marks):
            if not _is_of_another(element) and (day := _day_at(element, habits)):
                return day
        elif element.tag == "time" and "pubdate" in element.attrib:
            if day := _day_at(element, habits):
                return day
        elif element.tag in ("time", "abbr") and by_class is None:
            named = f"{element.get('class', '')} {element.getparent().get('class', '')}"
            if _TIME_CLASSES.search(named) and not _CHANGED_CLASSES.search(named) and not _is_of_another(element):
                by_class = _day_at(element, habits)
    return by_class


def _is_of_another(element: html.HtmlElement) -> bool:
    """Whether an element belongs to a comment, a list of other articles or an aside."""
    for above in element.iterancestors():
        if above.tag == "article":
            return False
        if above.tag in ("aside", "nav", "footer"):
            return next(above.iterancestors("article"), None) is None
        if re.search(
            r"comment|related|teaser|sidebar|recommend", f"{above.get('class', '')} {above.get('id', '')}", re.I
        ):
            return above.tag not in ("html", "body")
    return False


def _day_at(element: html.HtmlElement, habits: DateHabits) -> date | None:
    stated = element.get("datetime") or element.get("content") or element.get("title") or ""
    return day_of(stated, habits) or day_of("".join(element.itertext())[:80], habits)


def _of_lines(lines: Sequence[str], habits: DateHabits) -> date | None:
    """Return the day of the first line that says it is of the publication, in short and not in a sentence."""
    for number, line in enumerate(lines):
        if len(line) > 300 or len(line.split()) > _MOST_WORDS_OF_A_DATELINE:
            continue
        labels = list(_LABEL.finditer(line))
        for place, label in enumerate(labels):
            if not label["published"]:
                continue
            end = labels[place + 1].start() if place + 1 < len(labels) else len(line)
            said = line[label.end() : end]
            if (
                not said.strip(" :\t")
                and number + 1 < len(lines)
                and len(lines[number + 1].split()) <= _MOST_WORDS_BESIDE_A_DAY
            ):
                said = lines[number + 1]
            days = days_in(said, habits)
            before = line[: label.start()].split()
            if (
                days
                and len(said.split()) <= _MOST_WORDS_BESIDE_A_DAY + 4
                and (place or len(before) <= _MOST_WORDS_BESIDE_A_DAY)
            ):
                return days[0]
    return None


def _of_bylines(root: html.HtmlElement, habits: DateHabits) -> date | None:
    """Return the day of the only `time` element that stands in a line of few words, such as "By Ida Berg, 4 May"."""
    days: set[date] = set()
    for element in root.iter("time"):
        above = element.getparent()
        words = " ".join("".join(above.itertext())[:300].split())
        beside = len(words.split()) - len("".join(element.itertext()).split())
        if beside > _MOST_WORDS_BESIDE_A_DAY or _is_of_another(element) or _ends_like_a_sentence(words):
            continue
        label = _LABEL.search(words)
        if label and label["changed"]:
            continue
        if day := _day_at(element, habits):
            days.add(day)
    return days.pop() if len(days) == 1 else None


def _ends_like_a_sentence(words: str) -> bool:
    return words.endswith((".", "!", "?")) and not _BYLINE.search(words)


def _of_address(root: html.HtmlElement) -> date | None:
    found = _DAY_IN_ADDRESS.search(_path(root))
    return day_of("-".join(found.groups()), DateHabits()) if found else None


def _path(root: html.HtmlElement) -> str:
    stated = root.xpath("string(//link[@rel='canonical'][1]/@href)") or root.xpath(
        "string(//meta[@property='og:url'][1]/@content)"
    )
    try:
        return urlsplit(str(stated)).path
    except ValueError:
        return ""
