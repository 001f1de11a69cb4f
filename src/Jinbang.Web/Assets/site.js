// Makes pages that already work without it act at once: forms that ask by GET follow their fields, and regions follow the server.
"use strict";

// A form with data-live="#region" asks for itself while its fields change; the region is replaced, and the address follows.
const pending = new WeakMap();
const asked = new WeakMap();

const addressOf = form => {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (value !== "") query.append(name, value);
  return form.action.split("?")[0] + (query.size ? "?" + query : "");
};

const replace = async (address, selector, signal) => {
  const answer = await fetch(address, { signal, headers: { "X-Fragment": selector } });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const [fresh, old] = [page.querySelector(selector), document.querySelector(selector)];
  if (fresh && old) old.replaceWith(fresh);
};

const follow = form => {
  clearTimeout(pending.get(form));
  pending.set(form, setTimeout(async () => {
    asked.get(form)?.abort();
    const stop = new AbortController();
    asked.set(form, stop);
    const address = addressOf(form);
    try {
      await replace(address, form.dataset.live, stop.signal);
      history.replaceState(null, "", address);
    } catch (fault) {
      if (fault.name !== "AbortError") location.assign(address);
    }
  }, 120));
};

document.addEventListener("input", event => {
  const form = event.target.form;
  if (form?.dataset.live) follow(form);
});
document.addEventListener("submit", event => {
  if (event.target.dataset.live) {
    event.preventDefault();
    follow(event.target);
  }
});

// A region with data-every="SECONDS" is asked for again; with it gone from the fresh page, that ends.
const refresh = async () => {
  for (const region of document.querySelectorAll("[data-every][id]")) {
    const due = Number(region.dataset.due ?? 0);
    if (Date.now() < due || document.hidden) continue;
    region.dataset.due = Date.now() + 1000 * Number(region.dataset.every);
    try { await replace(location.href, "#" + region.id); } catch { /* the server is away: asked again later */ }
  }
};
setInterval(refresh, 500);

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
  const list = document.createElement("dl");
  const add = (keys, says) => {
    const [key, text] = [document.createElement("dt"), document.createElement("dd")];
    key.append(...keys.split(" ").map(name => Object.assign(document.createElement("kbd"), { textContent: name })));
    text.textContent = says;
    list.append(key, text);
  };
  if (steps().length) add("j k", "↓ ↑");
  for (const one of document.querySelectorAll("[data-key]")) add(one.dataset.key, one.dataset.keySays ?? one.textContent.trim());
  add("?", "…");
  add("Esc", "×");
  dialog.append(list);
  document.body.append(dialog);
  dialog.showModal();
};

document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (typed(event.target)) {
    if (event.key === "Escape") event.target.blur();
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
