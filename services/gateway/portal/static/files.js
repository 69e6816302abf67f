// Says at once that a file is too large, instead of after it was sent. Without this script the page says so.

document.addEventListener("change", ({ target }) => {
  if (target.type !== "file") return;
  const large = [...target.files].filter((file) => file.size > Number(target.dataset.largest));
  let told = target.parentElement.querySelector("[data-told]");
  if (!told) {
    told = document.createElement("p");
    told.className = "error";
    told.dataset.told = "";
    told.setAttribute("role", "alert");
    target.before(told);
  }
  told.textContent = large.map((file) => target.dataset.tooLarge.replace("{file}", file.name)).join(" ");
  if (large.length) target.value = "";
});
