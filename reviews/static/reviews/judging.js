// Judging by keys: each rating has its own, which its button names, r takes the sentence that the evidence suggests, Ctrl+Enter sends.
import { keys } from "../web/shortcuts.js";

function judgeForm() {
  return document.querySelector("form.judge");
}

// The sentence that fits the rating; before there is one, the first.
function suggestion(form) {
  const rating = form.querySelector("input[name=rating]:checked");
  const offered = [...form.querySelectorAll("[data-suggestion]")];
  return rating ? offered.find((each) => each.dataset.ratings.split(" ").includes(rating.value)) : offered[0];
}

function offerSuggestions(form) {
  const fitting = suggestion(form);
  for (const each of form.querySelectorAll("[data-suggestion]")) {
    each.hidden = each !== fitting;
    each.querySelector("button").hidden = each !== fitting;
  }
  const all = form.querySelector(".suggested");
  if (all) all.hidden = !fitting;
}

function rate(rating) {
  const form = judgeForm();
  const radio = form?.querySelector(`input[name=rating][value=${CSS.escape(rating)}]`);
  if (!radio) return;
  radio.checked = true;
  offerSuggestions(form);
  const reason = form.querySelector("textarea");
  const offered = suggestion(form);
  // With a sentence on offer the focus stops at it: r takes it, any other letter begins a reason of one's own.
  (offered && !reason.value ? offered.querySelector("button") : reason).focus();
}

function takeSuggestion() {
  const form = judgeForm();
  const offered = form && suggestion(form);
  if (!offered) return;
  const reason = form.querySelector("textarea");
  const sentence = offered.querySelector("span").textContent;
  if (!reason.value.includes(sentence)) reason.value = reason.value ? `${reason.value.trimEnd()} ${sentence}` : sentence;
  reason.focus();
  reason.setSelectionRange(reason.value.length, reason.value.length);
}

keys.r = takeSuggestion;

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-suggestion] button")) takeSuggestion();
});

document.addEventListener("change", (event) => {
  if (event.target.matches("form.judge input[name=rating]")) offerSuggestions(judgeForm());
});

document.addEventListener("keydown", (event) => {
  const form = event.target.closest("form.judge");
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && form) {
    event.preventDefault();
    form.requestSubmit();
  } else if (form && event.key.length === 1 && !keys[event.key] && !event.ctrlKey && !event.metaKey && !event.altKey) {
    // The letter itself is then written into the field that has the focus.
    if (event.target.closest("[data-suggestion]") && event.key !== " ") form.querySelector("textarea").focus();
  }
});

// A form that came with the page or beside it binds the keys of its ratings and shows the sentence for what is chosen.
function prepare() {
  const form = judgeForm();
  if (!form) return;
  for (const { dataset, value } of form.querySelectorAll("[data-rating-key]")) keys[dataset.ratingKey] = () => rate(value);
  offerSuggestions(form);
}
prepare();
document.addEventListener("htmx:afterSettle", (event) => event.detail.target.id === "panel" && prepare());
