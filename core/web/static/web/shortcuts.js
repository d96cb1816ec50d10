// One key for what is done all day. Nothing is bound while somebody types.
export function isTyping(target) {
  return target.closest("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]") !== null;
}

// j and k walk over claims in the text, or over rows of a list.
function stops() {
  const claims = [...document.querySelectorAll("a.claim[id]")];
  return claims.length ? claims : [...document.querySelectorAll("[data-row]")];
}

// The place in focus, or else the one that is open: its panel may still be on the way.
function position(places) {
  const focused = places.indexOf(document.activeElement);
  return focused >= 0 ? focused : places.findIndex((place) => place.classList.contains("here"));
}

export function goTo(place) {
  if (!place) return;
  place.focus();
  place.scrollIntoView({ block: "nearest" });
  if (place.dataset.claim) place.click();
}

function walk(step) {
  const places = stops();
  goTo(places[Math.min(Math.max(position(places) + step, 0), places.length - 1)]);
}

function goToUnjudged() {
  const places = stops();
  goTo(places.slice(position(places) + 1).find((place) => place.matches("a.claim.open")));
}

// Escape leaves the field, so that the keys are keys again; what was typed stays.
function leaveField(field) {
  const place = field.closest("[data-claim-panel]")?.querySelector(".claim-text") || document.getElementById("main");
  place.focus();
}

// g and then a letter goes to a page that the head of every page leads to.
let goesNext = false;

function goToPage(letter) {
  const link = goesNext && document.querySelector(`[data-goes="${CSS.escape(letter)}"]`);
  goesNext = letter === "g" && !goesNext;
  if (link) link.click();
  return Boolean(link) || goesNext;
}

// A page's own script adds its keys.
export const keys = {
  j: () => walk(1),
  k: () => walk(-1),
  n: goToUnjudged,
};

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !isTyping(event.target) || document.querySelector("dialog[open]")) return;
  event.preventDefault();
  leaveField(event.target);
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  // What is behind an open dialog waits until it is closed.
  if (document.querySelector("dialog[open]")) return;
  const marked = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (goToPage(event.key)) event.stopImmediatePropagation();
  else if (keys[event.key]) keys[event.key]();
  else if (marked && marked.matches("input")) marked.focus();
  else if (marked) marked.click();
  else return;
  event.preventDefault();
});

for (const button of document.querySelectorAll("[data-opens]")) {
  button.hidden = false;
  button.addEventListener("click", () => document.getElementById(button.dataset.opens).showModal());
}

// The chosen claim is marked in the text whether its panel came with the page or beside it.
document.addEventListener("htmx:afterSwap", (event) => {
  const panel = event.target.querySelector("[data-claim-panel]");
  if (!panel) return;
  for (const claim of document.querySelectorAll("a.claim")) {
    claim.classList.toggle("here", claim.dataset.claim === panel.dataset.claimPanel);
  }
});
