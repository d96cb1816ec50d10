"""What a page must offer so that everybody can use it, asked of a page that is open in a browser."""

from playwright.sync_api import Page

#: The admin reads the wish for dark or light when it loads, and a page that answered a form is not loaded again.
_FOLLOW_THE_SCHEME = """() => {
    if (document.documentElement.hasAttribute("x-data"))
        document.documentElement.classList.toggle("dark", matchMedia("(prefers-color-scheme: dark)").matches);
}"""

#: Each question yields a sentence for every place where the answer is no.
_PAGE_FAULTS = """() => {
    const faults = [];
    const shown = (each) => each.checkVisibility({ visibilityProperty: true });
    const say = (fault, each) => faults.push(each ? `${fault}: ${each.outerHTML.slice(0, 120)}` : fault);
    if (!document.documentElement.lang) say("no language");
    if (!document.title.trim()) say("no title");
    const headings = [...document.querySelectorAll("h1")].filter(shown);
    if (headings.some((heading) => heading.textContent === "Something went wrong")) say("the page broke");
    if (headings.length !== 1) say(`${headings.length} headings of the first level`);
    const first = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
        .find((each) => shown(each) && each.type !== "hidden" && each.tabIndex >= 0);
    const nav = document.querySelector("nav");
    if (nav && !(first.hash && document.querySelector(first.hash))) say("the first stop does not lead past the menu", first);
    for (const table of document.querySelectorAll("table"))
        if (shown(table) && !table.querySelector("th, [role=columnheader]")) say("a table without headings", table);
    for (const each of document.querySelectorAll("[x-on\\\\:click], [onclick], [role=button]"))
        if (shown(each) && each.matches(".cursor-pointer, .material-symbols-outlined") &&
            !each.closest("a[href], button, label, input, select, summary, [tabindex='0']"))
            say("pressed by pointers only", each);
    for (const icon of document.querySelectorAll(".material-symbols-outlined"))
        if (shown(icon) && !icon.closest("[aria-hidden=true], [aria-label]:is([role=img], [role=button])")) say("an icon that is read out as a word", icon);
    for (const each of document.querySelectorAll("body *")) {
        const style = getComputedStyle(each);
        const times = `${style.transitionDuration},${style.animationName === "none" ? 0 : style.animationDuration}`;
        if (times.split(",").some((time) => parseFloat(time) > 0.01)) { say("moves although less motion is wanted", each); break; }
    }
    return faults;
}"""

#: After a press of Tab the browser shows the focus of whatever is given it.
_UNSEEN_FOCUS = """() => {
    const looks = (each) => {
        const styles = [each, each.parentElement, each.closest("label"), each.closest("div")].filter(Boolean).map((one) => getComputedStyle(one));
        return JSON.stringify(styles.map((style) => [
            style.outlineStyle === "none" || parseFloat(style.outlineWidth) === 0 ? "" : style.outline,
            style.boxShadow, style.borderColor, style.backgroundColor, style.textDecoration]));
    };
    const unseen = [];
    for (const each of document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")) {
        if (!each.checkVisibility({ visibilityProperty: true }) || each.disabled || each.type === "hidden" || each.tabIndex < 0) continue;
        each.blur();
        const before = looks(each);
        each.focus({ preventScroll: true });
        if (document.activeElement === each && looks(each) === before) unseen.push(`focus unseen: ${each.outerHTML.slice(0, 120)}`);
    }
    return unseen;
}"""


def look(page: Page, scheme: str, width: int) -> None:
    """Show the open page in a colour scheme and at a width, without loading it again."""
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate(_FOLLOW_THE_SCHEME)


def page_faults(page: Page) -> list[str]:
    """Return what else is missing: a heading, a way past the menu, names, keys, quiet for whoever wants less motion."""
    return page.evaluate(_PAGE_FAULTS)


def unseen_focus(page: Page) -> list[str]:
    """Return the places that can be focused and look the same when they are."""
    page.keyboard.press("Tab")
    return page.evaluate(_UNSEEN_FOCUS)


def sticking_out(page: Page, width: int) -> list[str]:
    """Return by how much the page is wider than its window."""
    wide = page.evaluate("document.documentElement.scrollWidth")
    return [f"{wide} px wide in a window of {width} px"] if wide > width else []
