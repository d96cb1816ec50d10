// What a person types stays in this browser until the site has taken it: by person, and by the form it was typed into.
// Leaving the page, another claim, an expired session and a refusal lose nothing.
const DAYS = 30;
const KEPT = "textarea, select, input:not([type=hidden], [type=password], [type=file], [type=submit], [type=search])";
const WORDS = "textarea, input[type=text], input:not([type])";

const person = document.body.dataset.person;
const place = person && `draft ${person} `;
const sent = `sent ${person}`;

function keepsDrafts(form) {
  return form.method === "post" && form.querySelector(WORDS) && !form.querySelector("input[type=password]");
}

function keyOf(form) {
  // Not form.action: a field of that name would stand in its place.
  const { pathname, search } = new URL(form.getAttribute("action") || "", location.href);
  return place + pathname + search;
}

// What is ticked has a value that stays; what is typed has no tick.
function isTicked({ type }) {
  return type === "radio" || type === "checkbox";
}

function isUntouched(field) {
  if (isTicked(field)) return field.checked === field.defaultChecked;
  if (field.tagName === "SELECT") return [...field.options].every((option) => option.selected === option.defaultSelected);
  return field.value === field.defaultValue;
}

function keep(form) {
  const touched = [...form.querySelectorAll(KEPT)].filter((field) => field.name && !isUntouched(field));
  if (!touched.some((field) => field.matches(WORDS))) return localStorage.removeItem(keyOf(form));
  const fields = touched.map(({ name, type, value, checked }) => ({ name, type, value, checked }));
  try {
    localStorage.setItem(keyOf(form), JSON.stringify({ at: Date.now(), fields }));
  } catch (full) {
    console.warn(full.message); // an article may be longer than a browser keeps; the form itself still has it
  }
}

function fieldOf(form, draft) {
  const named = [...form.querySelectorAll(KEPT)].filter(({ name, type }) => name === draft.name && type === draft.type);
  return isTicked(draft) ? named.find((field) => field.value === draft.value) : named[0];
}

function putBack(form) {
  const kept = localStorage.getItem(keyOf(form));
  if (!kept) return;
  let changed = false;
  for (const draft of JSON.parse(kept).fields) {
    const field = fieldOf(form, draft);
    if (!field) continue;
    const what = isTicked(draft) ? "checked" : "value";
    // What the site sent back with a refusal is there already, as it was typed.
    if (field[what] === draft[what]) continue;
    field[what] = draft[what];
    field.dispatchEvent(new Event("change", { bubbles: true }));
    changed = true;
  }
  if (changed) tell(form);
}

function tell(form) {
  const told = document.getElementById("draft-restored").content.cloneNode(true).firstElementChild;
  told.querySelector("button").addEventListener("click", () => {
    form.reset();
    localStorage.removeItem(keyOf(form));
    told.remove();
    form.querySelector(WORDS).focus();
  });
  form.prepend(told);
  const folded = form.closest("details");
  if (folded) folded.open = true;
}

function putBackIn(part) {
  for (const form of part.querySelectorAll("form")) if (keepsDrafts(form)) putBack(form);
}

// A page that says what was done ends the draft that was sent from the page before; any other answer leaves it.
function endWhatWasTaken() {
  const key = sessionStorage.getItem(sent);
  sessionStorage.removeItem(sent);
  const saysSo = document.querySelector(".messages .success, .messages .info");
  if (key && saysSo) localStorage.removeItem(key);
}

function forgetOldOnes() {
  const oldest = Date.now() - DAYS * 24 * 3600 * 1000;
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith("draft ") && !(JSON.parse(localStorage.getItem(key)).at > oldest)) localStorage.removeItem(key);
  }
}

if (person) {
  forgetOldOnes();
  endWhatWasTaken();
  putBackIn(document);
  document.addEventListener("htmx:afterSettle", (event) => putBackIn(event.detail.target));
  for (const kind of ["input", "change"]) {
    document.addEventListener(kind, ({ target }) => target.form && keepsDrafts(target.form) && keep(target.form));
  }
  document.addEventListener("submit", ({ target }) => keepsDrafts(target) && sessionStorage.setItem(sent, keyOf(target)));
}
