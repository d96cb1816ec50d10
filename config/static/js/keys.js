// One key for what is done all day. Nothing is bound while somebody types.
"use strict";

function isTyping(target) {
  return target.closest("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]") !== null;
}

// j and k walk over claims in the text, or over rows of a list.
function stops() {
  const claims = [...document.querySelectorAll("a.claim[id]")];
  return claims.length ? claims : [...document.querySelectorAll("[data-row]")];
}

function walk(step) {
  const places = stops();
  if (!places.length) return;
  const here = places.findIndex((place) => place === document.activeElement || place.classList.contains("here"));
  const next = places[Math.min(Math.max(here + step, 0), places.length - 1)];
  next.focus();
  next.scrollIntoView({ block: "nearest" });
  if (next.dataset.claim) next.click();
}

function choose(rating) {
  const radio = document.querySelector(`.judge input[name=rating][value=${rating}]`);
  if (!radio) return;
  radio.checked = true;
  document.querySelector(".judge textarea").focus();
}

const keys = {
  j: () => walk(1),
  k: () => walk(-1),
  v: () => choose("verified"),
  d: () => choose("disputed"),
  w: () => choose("wrong"),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const marked = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (keys[event.key]) keys[event.key]();
  else if (marked && marked.matches("input")) marked.focus();
  else if (marked) marked.click();
  else return;
  event.preventDefault();
});

// The chosen claim is marked in the text whether its panel came with the page or beside it.
document.addEventListener("htmx:afterSwap", (event) => {
  const panel = event.target.querySelector("[data-claim-panel]");
  if (!panel) return;
  for (const claim of document.querySelectorAll("a.claim")) {
    claim.classList.toggle("here", claim.dataset.claim === panel.dataset.claimPanel);
  }
});
