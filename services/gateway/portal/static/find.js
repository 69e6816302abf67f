// Shows what fits while somebody types in the search box. Without this script the search button does the same.

// Somebody who goes on typing is asked nothing in between.
const PAUSE = 200;
const form = document.querySelector("[data-find]");
const here = document.querySelector("[data-found-here]");
// Who cannot see the list hears how long it is; to hear all of it at every letter would drown the typing.
const said = document.querySelector("[data-found-said]");
const box = form?.querySelector("input[type=search]");
let waiting;
let asking;
let shown = "";

box?.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(look, PAUSE);
});

async function look() {
  const words = box.value.trim();
  if (words === shown) return;
  stop();
  if (words.length < 2) return show("", words);
  const turn = (asking = new AbortController());
  try {
    const answer = await fetch(`${form.dataset.find}?q=${encodeURIComponent(words)}`, { signal: turn.signal });
    // A session that ended leads to the log-in page, which is no list; the button goes there with the words.
    const found = answer.ok && !answer.redirected ? await answer.text() : "";
    // An answer to earlier words must not overwrite the answer to later ones.
    if (turn === asking) show(found, words);
  } catch {
    // What is shown while typing is a help, not a condition; the button works without it.
  }
}

function stop() {
  clearTimeout(waiting);
  asking?.abort();
  asking = undefined;
}

function show(found, words) {
  shown = words;
  here.innerHTML = found;
  const count = here.querySelector("[data-said]");
  said.textContent = count?.textContent ?? "";
  count?.remove();
  here.hidden = !here.innerHTML.trim();
  // Who looks at one of these and goes back comes back to all of them.
  if (here.querySelector("a") && location.pathname === new URL(form.action).pathname) {
    history.replaceState(null, "", `?q=${encodeURIComponent(words)}`);
  }
}

// Down goes from the box into what was found, up comes back.
document.addEventListener("keydown", (event) => {
  if (!["ArrowDown", "ArrowUp", "Escape"].includes(event.key) || here?.hidden !== false) return;
  const links = [box, ...here.querySelectorAll("a")];
  const at = links.indexOf(document.activeElement);
  if (at < 0) return;
  if (event.key === "Escape") {
    stop();
    box.focus();
    return show("", "");
  }
  const next = links[at + (event.key === "ArrowDown" ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
});
