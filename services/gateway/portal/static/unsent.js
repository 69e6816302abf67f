// Keeps what was filled in while it is sent, and puts it back when no answer came: the line was gone, or the server.
// It stays in this tab, and goes with the answer. Without this script the browser's own page tells that nothing came.

const KEPT = "unsent";
// Of a report, the item that it is about: what was said of one is nothing to say of another.
const about = (form) => form.elements.namedItem("item")?.value ?? "";
const path = (address) => new URL(address, location.href).pathname;

// Passwords and files are never kept, nor what the page itself says with its hidden fields. The token of a form is, so
// that what did arrive is not done twice.
const isKept = (field) =>
  field.name && (field.name === "token" || !["hidden", "password", "file", "submit", "button"].includes(field.type));
const isTicked = (field) => ["radio", "checkbox"].includes(field.type);

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!("unsent" in form.dataset) || event.defaultPrevented) return;
  if (!navigator.onLine) {
    // Leaving the page would lose it, files and all.
    event.preventDefault();
    return say(form, form.dataset.offline);
  }
  const fields = [...form.elements].filter(isKept);
  const filled = fields.map((field) => ({
    name: field.name,
    value: field.value,
    ...(isTicked(field) && { ticked: field.checked }),
  }));
  // Without the place on the page, which a referrer does not tell.
  write({ from: location.href.split("#")[0], action: path(form.action), about: about(form), filled });
});

function write(kept) {
  try {
    if (kept) sessionStorage.setItem(KEPT, JSON.stringify(kept));
    else sessionStorage.removeItem(KEPT);
  } catch {
    // A browser that keeps nothing sends just as well.
  }
}

function read() {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT));
  } catch {
    return null;
  }
}

function say(form, text) {
  let told = form.querySelector("[data-told-unsent]");
  if (!told) {
    told = document.createElement("p");
    told.className = "notice";
    told.dataset.toldUnsent = "";
    told.setAttribute("role", "alert");
    form.prepend(told);
  }
  told.textContent = text;
  told.scrollIntoView({ block: "nearest" });
}

function putBack(form, filled) {
  for (const { name, value, ticked } of filled) {
    const field = [...form.elements].find((one) => isKept(one) && one.name === name && (ticked === undefined || one.value === value));
    if (!field) continue;
    if (ticked === undefined) field.value = value;
    else field.checked = ticked;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
  const fold = form.closest("details");
  if (fold) fold.open = true;
  say(form, form.dataset.unsent);
}

const kept = read();
if (kept) {
  // The page that a form leads to is its answer; one that somebody goes back to is not.
  const goesBack = performance.getEntriesByType("navigation")[0]?.type === "back_forward";
  const forms = [...document.querySelectorAll("form[data-unsent]")].filter((one) => about(one) === kept.about);
  const only = path(kept.from) === location.pathname && forms.length === 1 ? forms[0] : null;
  const form = forms.find((one) => path(one.action) === kept.action) ?? only;
  const isOver = (document.referrer === kept.from && !goesBack) || document.querySelector("[type=password]");
  if (form && !isOver) putBack(form, kept.filled);
  if (form || isOver) write(null);
}
