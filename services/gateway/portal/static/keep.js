// Shows how the questions look while they are typed. Without this script a button does the same.

const PAUSE = 300;
const form = document.querySelector("[data-preview]");
const here = document.querySelector("[data-preview-here]");
document.querySelector(".preview .no-script")?.remove();
let waiting;
let asked = 0;

// What is answered in the preview is tried out there, and is nothing of the item itself.
const isTriedOut = (event) => here.contains(event.target);
form?.addEventListener("input", (event) => {
  if (isTriedOut(event)) return;
  clearTimeout(waiting);
  waiting = setTimeout(look, PAUSE);
});

async function look() {
  const turn = ++asked;
  try {
    const typed = new FormData(form);
    // A file is nothing to look at while somebody types.
    for (const [name, value] of [...typed]) if (value instanceof File) typed.delete(name);
    const answer = await fetch(form.dataset.preview, { method: "POST", body: typed });
    // An answer to earlier words must not overwrite the answer to later ones.
    if (!answer.ok || turn !== asked) return;
    here.innerHTML = await answer.text();
    document.dispatchEvent(new CustomEvent("questions", { detail: here }));
  } catch {
    // The preview is a help, not a condition.
  }
}
