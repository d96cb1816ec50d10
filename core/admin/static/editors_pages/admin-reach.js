// The admin's theme draws its icons as words, and makes some of its buttons of elements that no key reaches. Here icons
// fall silent or get their meaning, and every button gets a role, a name and its keys.
(() => {
  const CONTROLS = "a[href], button, label, summary, [role=button]";
  const PRESSED_BY_POINTERS = "[x-on\\:click]:is(a:not([href]), .cursor-pointer, .material-symbols-outlined):not(button, label, input, select, summary, td)";
  const ICONS = ".material-symbols-outlined";

  const wordsBeside = (control) => {
    const copy = control.cloneNode(true);
    copy.querySelectorAll(ICONS).forEach((icon) => icon.remove());
    return copy.matches(ICONS) ? "" : copy.textContent.trim();
  };

  const explain = (icon, words) => {
    const meaning = words[icon.textContent.trim()];
    const control = icon.closest(CONTROLS);
    if (control && meaning && !control.title && !wordsBeside(control)) control.setAttribute("aria-label", meaning);
    if (control === icon) return;
    if (control || !meaning) icon.setAttribute("aria-hidden", "true");
    else {
      icon.setAttribute("role", "img");
      icon.setAttribute("aria-label", meaning);
    }
  };

  const reach = (part) => {
    part.querySelectorAll(PRESSED_BY_POINTERS).forEach((each) => {
      each.setAttribute("role", "button");
      each.tabIndex = 0;
    });
    part.querySelectorAll("#changelist-filter h3").forEach((heading) => heading.setAttribute("aria-level", "2"));
    const words = document.getElementById("icon-words")?.dataset ?? {};
    part.querySelectorAll(ICONS).forEach((icon) => explain(icon, words));
  };

  // A box that scrolls inside the menu, or around a list, is announced as a part of it and not as one more landmark.
  const quieten = () => document.querySelectorAll(".simplebar-content-wrapper[role=region]").forEach((box) => {
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", document.querySelector("h1").textContent.trim());
  });

  document.addEventListener("DOMContentLoaded", () => reach(document));
  document.addEventListener("htmx:load", (event) => reach(event.target));
  window.addEventListener("load", quieten);
  document.addEventListener("keydown", (event) => {
    if (!["Enter", " "].includes(event.key) || !event.target.matches("[role=button]:not(button, a[href])")) return;
    event.preventDefault();
    event.target.click();
  });
})();
