// Looks customers and places up while the agent types, and keeps what is open for them in view.
// Without this script the form's own search buttons do the same.

const PAUSE = 200;

for (const found of document.querySelectorAll("[data-source]")) {
  const words = document.getElementById(found.dataset.from);
  let waiting;
  let asked = 0;
  words?.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const turn = ++asked;
      const answer = await find(found.dataset.source, words.value.trim());
      // An answer to earlier words must not overwrite the answer to later ones.
      if (answer && turn === asked) show(found, answer, words.value.trim());
    }, PAUSE);
  });
}

// Enter looks up what is in this field; the browser by itself would press the form's first button.
for (const bar of document.querySelectorAll(".register .searchbar")) {
  bar.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target.type !== "search") return;
    event.preventDefault();
    bar.querySelector("button").click();
  });
}

// A session that ended leads to the log-in page, which is no part of this one; sending the form goes there.
const isPart = (answer) => answer.ok && !answer.redirected;

async function find(source, words) {
  if (words.length < 2) return null;
  const address = new URL(source, location);
  address.searchParams.set("limit", 6);
  address.searchParams.set("q", words);
  try {
    const answer = await fetch(address, { headers: { Accept: "application/json" } });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

function show(found, { items, near }, words) {
  const name = found.dataset.found;
  const checked = document.querySelector(`input[name="${name}"]:checked`);
  let chosen = checked?.value;
  // The script chose the only hit of earlier words; it is not who the agent chose, so it goes when it is not found again.
  if (chosen && chosen === found.dataset.chosen && !items.some((item) => item.code === chosen)) chosen = undefined;
  // What only comes near is for the agent to choose.
  const only = !chosen && !near && items.length === 1;
  if (only) chosen = found.dataset.chosen = items[0].code;
  const legend = found.dataset.legend;
  const fieldset = make("fieldset", { id: `f-${name}`, className: "field radios tight" });
  fieldset.append(make("legend", { textContent: legend }));
  const options = make("div", { className: "options" });
  // Who was chosen stays chosen, also when the words that are typed now find others.
  if (chosen && !items.some((item) => item.code === chosen)) {
    items = [{ code: chosen, name: checked.closest(".option").querySelector("label").textContent.trim() }, ...items];
  }
  items.forEach((item, place) => options.append(option(name, item, place, item.code === chosen)));
  if (!items.length) options.append(make("p", { className: "muted option", textContent: found.dataset.nothing }));
  fieldset.append(options);
  const said = near ? [make("p", { className: "muted", textContent: found.dataset.near.replace("{words}", words) })] : [];
  found.replaceChildren(...said, fieldset);
  if (chosen !== checked?.value) document.dispatchEvent(new CustomEvent("chosen"));
}

function option(name, item, place, checked) {
  const id = `f-${name}-${place + 1}`;
  const row = make("div", { className: "option" });
  row.append(make("input", { type: "radio", id, name, value: item.code, checked }));
  const label = make("label", { htmlFor: id });
  label.append(make("span", { textContent: item.name }));
  row.append(label);
  const about = [item.organisation?.name, item.phone, item.path?.split(" › ").slice(0, -1).join(" › ")];
  const hint = about.filter(Boolean).join(" · ");
  if (hint) row.append(make("p", { className: "hint", id: `${id}-hint`, textContent: hint }));
  return row;
}

function make(tag, properties) {
  return Object.assign(document.createElement(tag), properties);
}

const open = document.querySelector("[data-open]");
open?.querySelector(".no-script")?.remove();
document.addEventListener("change", (event) => {
  if (!["customer", "location"].includes(event.target.name)) return;
  delete event.target.closest("[data-found]")?.dataset.chosen;
  showOpen();
});
document.addEventListener("chosen", showOpen);

async function showOpen() {
  if (!open) return;
  const value = (name) => document.querySelector(`input[name="${name}"]:checked`)?.value ?? "";
  const asked = new URLSearchParams({ customer: value("customer"), location: value("location") });
  try {
    const answer = await fetch(`${open.dataset.open}?${asked}`);
    if (isPart(answer)) open.innerHTML = await answer.text();
  } catch {
    // What is open is a help, not a condition; the form works without it.
  }
}

// What the words so far tell of, while the agent types; one key takes it over.
const suggestion = document.querySelector("[data-suggestion]");
const said = ["summary", "description"].map((name) => document.querySelector(`.register [name=${name}]`));
let waiting;
let asked = 0;
for (const field of suggestion ? said : []) {
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(suggest, PAUSE);
  });
}

async function suggest() {
  const turn = ++asked;
  const value = (name) => document.querySelector(`input[name="${name}"]:checked`)?.value ?? "";
  const told = { summary: said[0].value, description: said[1].value, kind: value("kind") };
  const query = new URLSearchParams({ ...told, catalogue_item: value("catalogue_item") });
  try {
    const answer = await fetch(`${suggestion.dataset.suggestion}?${query}`);
    // An answer to earlier words must not overwrite the answer to later ones.
    if (isPart(answer) && turn === asked) suggestion.innerHTML = await answer.text();
  } catch {
    // A suggestion is a help, not a condition; the form works without it.
  }
}

document.addEventListener("keydown", (event) => {
  const accept = event.key === "F2" && suggestion?.querySelector("[data-accept]");
  if (!accept) return;
  event.preventDefault();
  accept.click();
});
