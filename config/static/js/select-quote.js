// Words selected in a text go into its quote field, with the place they stand at.
"use strict";

function quoteSelection() {
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
  // Places are counted in code points, which is how the server counts them.
  document.getElementById(text.dataset.start).value = [...before.toString()].length + leading;
}

document.addEventListener("selectionchange", quoteSelection);
