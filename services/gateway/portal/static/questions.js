// Shows a question when the answer it depends on is given, and the advice that goes before it all.
// Without this script the page comes back with the questions that the answers so far lead to, or with the advice.

function watch(form) {
  form.addEventListener("change", () => {
    follow(form);
    for (const stop of form.querySelectorAll("[data-stop]")) {
      const answers = answersOf(stop.closest("[data-question]"));
      stop.hidden = !JSON.parse(stop.dataset.stop).some((answer) => answers.includes(answer));
    }
  });
  follow(form);
}

for (const form of document.querySelectorAll("[data-questions]")) watch(form);
document.addEventListener("questions", (event) => event.detail.querySelectorAll("[data-questions]").forEach(watch));

function follow(form) {
  const asked = [];
  // In their order: what a question depends on comes before it, so a hidden one hides those that depend on it.
  for (const question of form.querySelectorAll("[data-question]")) {
    question.hidden = !isAsked(form, question);
    if (!question.hidden) asked.push(question.dataset.question);
  }
  form.querySelector("[name=asked]").value = asked.join(" ");
}

function isAsked(form, question) {
  if (!question.dataset.when) return true;
  const other = form.querySelector(`[data-question="${CSS.escape(question.dataset.when)}"]`);
  if (!other || other.hidden) return false;
  const given = answersOf(other);
  const wanted = JSON.parse(question.dataset.answers);
  return given.length > 0 && (!wanted.length || given.some((answer) => wanted.includes(answer)));
}

function answersOf(question) {
  return [...question.querySelectorAll("input, select, textarea")]
    .filter((field) => (field.type !== "hidden" || "given" in field.dataset) && (!["radio", "checkbox"].includes(field.type) || field.checked))
    .map((field) => field.value.trim())
    .filter(Boolean);
}
