// Looks how far a file is until it is done. Without this script the page loads itself again.

const PAUSE = 1000;
const here = document.querySelector("[data-import]");
const isAtWork = () => here.querySelector("[data-at-work]");

async function look() {
  try {
    const answer = await fetch(`${here.dataset.import}?part=1`);
    // A session that ended leads to the log-in page; it comes back here.
    if (answer.redirected) return location.reload();
    if (answer.ok) here.innerHTML = await answer.text();
  } catch {
    // The next look may find it.
  }
  goOn();
}

function goOn() {
  here.querySelector(".no-script")?.remove();
  if (isAtWork()) setTimeout(look, PAUSE);
  // Once, at the end: how far it is each second would be too much to listen to.
  else document.querySelector("[data-said]").textContent = here.querySelector("h2, .alert").textContent;
}

if (here && isAtWork()) goOn();
