// y and x decide the finding that j and k have gone to; the next open one is then in hand.
import { isTyping } from "../web/shortcuts.js";

function chosenRow() {
  return document.activeElement.closest(".finding-row");
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const decision = { y: "accept", x: "dismiss" }[event.key];
  const button = decision && chosenRow()?.querySelector(`button[value=${decision}]`);
  if (!button || document.querySelector("dialog[open]")) return;
  event.preventDefault();
  button.click();
});

document.addEventListener("htmx:afterSwap", (event) => {
  const rows = [...document.querySelectorAll(".finding-row")];
  const settled = rows.findIndex((row) => row.id === event.detail.target.id || row === event.detail.elt);
  if (settled < 0) return; // another part of the page
  const following = rows.slice(settled + 1).find((row) => row.querySelector("button"));
  if (following) following.focus();
});
