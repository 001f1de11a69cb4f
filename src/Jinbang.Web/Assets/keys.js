// Keys: [data-key="j ArrowRight"] is what those keys press or, being a field, go to; j and k walk through the [data-step] links of
// [data-walk]; ? shows the keys that a page has, by their texts or data-key-says.
const typed = target => target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");

const steps = () => [...document.querySelectorAll("[data-walk] [data-step]")];

const walk = by => {
  const all = steps();
  const at = all.indexOf(document.activeElement);
  const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1)];
  next?.focus();
  return Boolean(next);
};

const showKeys = () => {
  document.querySelector("dialog.keys")?.remove();
  const dialog = document.createElement("dialog");
  dialog.className = "keys";
  dialog.setAttribute("closedby", "any");
  const list = document.createElement("dl");
  const add = (keys, says) => {
    const [key, text] = [document.createElement("dt"), document.createElement("dd")];
    key.append(...keys.split(" ").map(name => Object.assign(document.createElement("kbd"), { textContent: name })));
    text.textContent = says;
    list.append(key, text);
  };
  if (steps().length) add("j k", "↓ ↑");
  for (const one of document.querySelectorAll("[data-key]")) add(one.dataset.key, one.dataset.keySays ?? one.textContent.trim());
  add("Esc", "×");
  dialog.append(list);
  document.body.append(dialog);
  dialog.showModal();
};

document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (typed(event.target)) {
    if (event.key === "Escape") {
      // Leaves the field as it is: what was searched for stays.
      event.preventDefault();
      event.target.blur();
    }
    return;
  }
  if (document.querySelector("dialog[open]")) return;
  const one = [...document.querySelectorAll("[data-key]")].find(found => found.dataset.key.split(" ").includes(event.key));
  if (one) {
    if (typed(one)) one.focus(); else one.click();
  } else if (event.key === "?") showKeys();
  else if (!((event.key === "j" && walk(1)) || (event.key === "k" && walk(-1)))) return;
  event.preventDefault();
});
