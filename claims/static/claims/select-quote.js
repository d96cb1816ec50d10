// Words selected in a text go into its quote field, with the place they stand at; 1 2 3 say what they do to the claim.
import { keys } from "../web/shortcuts.js";

export function quoteSelection() {
  const text = document.querySelector("[data-quote]");
  const selection = document.getSelection();
  if (!text || selection.isCollapsed || !text.contains(selection.anchorNode) || !text.contains(selection.focusNode)) return;
  const range = selection.getRangeAt(0);
  const before = document.createRange();
  before.setStart(text, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const quote = range.toString();
  const leading = quote.length - quote.trimStart().length;
  document.getElementById(text.dataset.quote).value = quote.trim();
  document.getElementById("proposal")?.replaceChildren(); // it was about other words
  // Places are counted in code points, which is how the server counts them.
  document.getElementById(text.dataset.start).value = [...before.toString()].length + leading;
}

function takeStance(place) {
  const stance = document.querySelectorAll("#cite input[name=stance]")[place];
  if (!stance) return;
  stance.checked = true;
  stance.focus();
}

// Where nothing is cited by hand the keys are free, as for whom a claim means.
if (document.querySelector("#cite input[name=stance]")) Object.assign(keys, { 1: () => takeStance(0), 2: () => takeStance(1), 3: () => takeStance(2) });

document.addEventListener("selectionchange", quoteSelection);
