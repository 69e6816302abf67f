// Looks standard answers up while the agent types, and fills in the one that is chosen.
// Without this script the form's own buttons do the same.

const PAUSE = 200;

for (const standard of document.querySelectorAll("[data-standard]")) {
  const form = standard.closest("form");
  const words = standard.querySelector("[name=answer_q]");
  const found = standard.querySelector("[data-standard-found]");
  const use = standard.querySelector(".standard-use");
  const language = standard.querySelector("[name=answer_language]");
  const answer = form.querySelector("textarea[name=answer], textarea[name=text]");
  let waiting;
  let asked = 0;
  let filled = "";

  words.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, PAUSE);
  });

  async function look() {
    const turn = ++asked;
    const query = new URLSearchParams({ q: words.value.trim(), for: standard.dataset.for });
    const part = await get(`${standard.dataset.standard}?${query}`);
    // An answer to earlier words must not overwrite the answer to later ones.
    if (!part || turn !== asked) return;
    found.innerHTML = await part.text();
    use.hidden = !found.querySelector("input");
  }

  // From the words, Enter takes the best answer and the arrow goes into those that were found.
  words.addEventListener("keydown", (event) => {
    const first = found.querySelector("input[type=radio]");
    if (!first || !["Enter", "ArrowDown"].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "ArrowDown") return first.focus();
    first.checked = true;
    fill().then(() => answer.focus());
  });
  found.addEventListener("change", fill);
  language.addEventListener("change", fill);

  async function fill() {
    const chosen = found.querySelector("input:checked");
    // What the agent wrote is theirs; the button puts the article in its place.
    if (!chosen || (answer.value.trim() && answer.value !== filled)) return;
    const got = await get(`${standard.dataset.standard}/${encodeURIComponent(chosen.value)}?language=${language.value}`);
    if (!got) return;
    const { text, version } = await got.json();
    answer.value = filled = text;
    // What is sent along is what was filled in, also when another one is chosen later.
    standard.querySelector("[name=article]").value = chosen.value;
    standard.querySelector("[name=version]").value = version;
    answer.rows = Math.min(14, text.split("\n").length + 2);
  }
}

async function get(address) {
  try {
    const answer = await fetch(address);
    // A session that ended leads to the log-in page; the form keeps what was typed, and its buttons go there.
    return answer.ok && !answer.redirected ? answer : null;
  } catch {
    // Looking up is a help, not a condition; the form works without it.
    return null;
  }
}
