"""What axe-core finds wrong on pages, without a second question about what it has found right already."""

from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
#: The rules whose answer changes with the width or the colours of a page that is otherwise the same.
OF_THE_LOOK = ["target-size", "scrollable-region-focusable", "link-in-text-block"]

#: Every rule but that of the contrast: of a page, or only of what was not shown when it was last asked about.
_RULES = """async ([tags, ofTheLook, again]) => {
    const shown = [...document.body.querySelectorAll("*")].filter((each) => each.checkVisibility({ visibilityProperty: true }));
    const fresh = again ? shown.filter((each) => !window.askedAbout.has(each)) : [];
    window.askedAbout = new WeakSet(shown);
    const run = async (context, runOnly) => (await axe.run(context, {
        runOnly, rules: { "color-contrast": { enabled: false } }, resultTypes: ["violations"], preload: false })).violations;
    const found = again ? await run(document, ofTheLook) : await run(document, tags);
    if (fresh.length) found.push(...await run({ include: fresh }, tags));
    return [...new Set(found.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")}`)))];
}"""

#: The contrast of some texts of each look, its own style and all that is painted behind it, not found readable yet.
_CONTRAST = """async (readable) => {
    const NOTHING = "rgba(0, 0, 0, 0) none 1 none normal static", SOME = 3;
    const known = new Set(readable), behind = new Map([[null, ""]]);
    const painted = (each) => {
        if (!behind.has(each)) {
            const style = getComputedStyle(each);
            const own = [style.backgroundColor, style.backgroundImage, style.opacity, style.filter, style.mixBlendMode, style.position].join(" ");
            behind.set(each, painted(each.parentElement) + (own === NOTHING ? "" : `|${own}`));
        }
        return behind.get(each);
    };
    const looks = (each) => {
        const style = getComputedStyle(each);
        const off = !!each.closest(":disabled, [aria-disabled=true]");
        return [style.color, style.fontSize, style.fontWeight, style.textShadow, off, painted(each)].join(" ");
    };
    const written = (each) => each.matches("input, select, textarea") ||
        [...each.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.data.trim());
    const unknown = new Map();
    for (const each of document.body.querySelectorAll("*")) {
        if (!written(each) || !each.checkVisibility({ visibilityProperty: true }) || known.has(looks(each))) continue;
        const alike = unknown.get(looks(each)) ?? [];
        if (alike.length < SOME) unknown.set(looks(each), [...alike, each]);
    }
    if (!unknown.size) return [[], []];
    const found = await axe.run({ include: [...unknown.values()].flat() }, {
        runOnly: ["color-contrast"], resultTypes: ["violations", "passes"], elementRef: true, preload: false });
    const nodes = (rules) => rules.flatMap((rule) => rule.nodes);
    return [
        nodes(found.violations).map((node) => `color-contrast: ${node.target.join(" ")}`),
        [...new Set(nodes(found.passes).map((node) => looks(node.element)))],
    ];
}"""


class Axe:
    """axe-core for a walk over many pages, which repeat their menus, their rows and their colours."""

    def __init__(self) -> None:
        self._readable: set[str] = set()

    def violations(self, page: Page, *, again: bool = False) -> list[str]:
        """Return each rule that the page breaks, and where.

        `again`: the page was asked about and only its width and colours are others since, so that what was shown then
        is asked about these.
        """
        if not page.evaluate("'axe' in window"):
            page.evaluate(AXE)
        broken = page.evaluate(_RULES, [TAGS, OF_THE_LOOK, again])
        unreadable, readable = page.evaluate(_CONTRAST, list(self._readable))
        self._readable.update(readable)
        return broken + unreadable
