// Where the focus goes when a part of the page is replaced: never back to the top of the page.
let focusLost = null;

// A refusal is read out and in view, wherever on the page it stands.
const refusal = document.querySelector("main [role=alert]");
if (refusal) {
  refusal.tabIndex = -1;
  refusal.focus();
  refusal.scrollIntoView({ block: "center" });
}

// What was done is read out, and in view where it was done: a live region speaks of what comes into it after the page.
function sayWhatWasDone() {
  const said = document.querySelector(".messages");
  if (!said) return;
  said.replaceChildren(...said.children);
  if (said.closest(".panel")) said.scrollIntoView({ block: "nearest" });
}
setTimeout(sayWhatWasDone, 200);

document.addEventListener("htmx:beforeSwap", (event) => {
  const focused = document.activeElement;
  if (focused === document.body || !event.detail.target.contains(focused)) return;
  focusLost = { part: event.detail.target.id, href: focused.getAttribute("href"), name: focused.getAttribute("name") };
});

function placeLike(lost, part) {
  const links = lost.href ? [...part.querySelectorAll("a[href]")] : [];
  const fields = lost.name ? [...part.querySelectorAll("[name]")] : [];
  return (
    links.find((link) => link.getAttribute("href") === lost.href) ||
    fields.find((field) => field.getAttribute("name") === lost.name) ||
    part.querySelector("[tabindex='-1'], a[href], button, input:not([type=hidden])")
  );
}

document.addEventListener("htmx:afterSettle", () => {
  const lost = focusLost;
  focusLost = null;
  if (!lost || document.activeElement !== document.body) return;
  const part = document.getElementById(lost.part);
  if (part) placeLike(lost, part)?.focus();
});

// What a person opened by a key or a click is read out once, from its first line on.
document.addEventListener("htmx:afterSettle", (event) => {
  const target = event.detail.target;
  if (target.id === "panel") {
    // Whoever was quick enough to be in its form already stays there.
    if (!target.contains(document.activeElement)) target.querySelector(".claim-text")?.focus();
    setTimeout(sayWhatWasDone, 200);
  }
  // Whoever searched again is in its field already, or has left it meanwhile; what came by itself takes no focus.
  const asked = event.detail.requestConfig;
  if (asked?.target?.id === "evidence" && asked.elt.tagName === "A") document.getElementById("evidence-search")?.focus();
});
