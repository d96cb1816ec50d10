// What the description lacks for readers that go by headings, landmarks, names and keys, given to whatever it draws.
(() => {
  const give = (selector, name, value) => document.querySelectorAll(`.swagger-ui ${selector}:not([${name}])`).forEach((each) => {
    each.setAttribute(name, typeof value === "function" ? value(each) : value);
  });
  new MutationObserver(() => {
    give(".information-container", "role", "banner");
    give(":is(h3, h4, h5)", "aria-level", (heading) => Number(heading.tagName[1]) - 1);
    give("thead td", "role", "columnheader");
    give(":is(pre, .microlight, .example)", "tabindex", "0");
    give("[data-param-name] select", "aria-label", (select) => select.closest("[data-param-name]").dataset.paramName);
  }).observe(document.getElementById("swagger-ui"), { childList: true, subtree: true });
})();
