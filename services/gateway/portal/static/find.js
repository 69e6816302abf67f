// Shows what fits while somebody types in the search box. Without this script the search button does the same.

const PAUSE = 150;
const form = document.querySelector("[data-find]");
const here = document.querySelector("[data-found-here]");
const box = form?.querySelector("input[type=search]");
let waiting;
let asked = 0;

box?.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(look, PAUSE);
});

async function look() {
  const words = box.value.trim();
  const turn = ++asked;
  if (words.length < 2) return show("");
  try {
    const answer = await fetch(`${form.dataset.find}?q=${encodeURIComponent(words)}`);
    // An answer to earlier words must not overwrite the answer to later ones.
    if (answer.ok && turn === asked) show(await answer.text());
  } catch {
    // What is shown while typing is a help, not a condition; the button works without it.
  }
}

function show(found) {
  here.innerHTML = found;
  here.hidden = !found.trim();
}

// Down goes from the box into what was found, up comes back.
document.addEventListener("keydown", (event) => {
  if (!["ArrowDown", "ArrowUp", "Escape"].includes(event.key) || here?.hidden !== false) return;
  const links = [box, ...here.querySelectorAll("a")];
  const at = links.indexOf(document.activeElement);
  if (at < 0) return;
  if (event.key === "Escape") {
    box.focus();
    return show("");
  }
  const next = links[at + (event.key === "ArrowDown" ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
});
