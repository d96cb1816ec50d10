// Selecting claims of the desk: x takes the row in focus, one box takes them all, and the page says how many are taken.
import { isTyping } from "../web/shortcuts.js";

const everything = document.querySelector(".bulk input[name=all]");
const boxes = () => [...document.querySelectorAll("input[name=claims]")];

function tell() {
  const taken = boxes().filter((box) => box.checked).length;
  everything.checked = taken > 0 && taken === boxes().length;
  document.querySelector("[data-selected]").textContent = taken ? `(${taken})` : "";
}

if (everything) {
  document.addEventListener("change", (event) => {
    if (event.target === everything) for (const box of boxes()) box.checked = everything.checked;
    if (event.target === everything || event.target.matches("input[name=claims]")) tell();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "x" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const row = document.activeElement.closest("tr");
    const box = row && row.querySelector("input[name=claims]");
    if (!box || document.querySelector("dialog[open]")) return;
    box.checked = !box.checked;
    tell();
    event.preventDefault();
  });

  // A page that the browser goes back to still has its boxes ticked.
  window.addEventListener("pageshow", tell);
}
