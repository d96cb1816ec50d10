// The article page by keys: m goes to the next open mark, + makes a claim of selected words.
import { quoteSelection } from "../claims/select-quote.js";
import { goTo, keys } from "../web/shortcuts.js";

function goToMark() {
  const marks = [...document.querySelectorAll(".read .mark")];
  const after = marks.findIndex((mark) => mark === document.activeElement) + 1;
  goTo(marks[after] || marks[0]);
}

// The words of the mark in focus are taken where nothing is selected.
function addClaim() {
  const details = document.getElementById("add-claim");
  if (!details) return;
  const focused = document.activeElement;
  if (document.getSelection().isCollapsed && focused.matches(".mark")) document.getSelection().selectAllChildren(focused);
  quoteSelection();
  details.open = true;
  const quote = document.getElementById("id_quote");
  const wording = document.getElementById("id_text");
  (quote.value ? wording : quote).focus();
  details.scrollIntoView({ block: "nearest" });
}

Object.assign(keys, { m: goToMark, "+": addClaim });

// Words selected across a claim are a selection, not a press on the claim.
document.querySelector(".read.text")?.addEventListener(
  "click",
  (event) => {
    if (event.detail === 0 || document.getSelection().isCollapsed) return;
    event.preventDefault();
    event.stopPropagation();
  },
  { capture: true },
);

for (const button of document.querySelectorAll("[data-prints]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
