// Makes pages that already work without it act at once: forms that ask by GET follow their fields, and regions follow the server.
"use strict";

// A form with data-live="#region" asks for itself while its fields change; the region is replaced, and the address follows.
const pending = new WeakMap();
const asked = new WeakMap();

const addressOf = form => {
  const query = new URLSearchParams();
  // What stands at its usual value (data-usual) need not be said.
  for (const [name, value] of new FormData(form)) {
    if (value !== "" && form.elements.namedItem(name)?.dataset?.usual !== value) query.append(name, value);
  }
  return form.action.split("?")[0] + (query.size ? "?" + query : "");
};

// Makes an element like a fresh one, leaving what is the same: focus, selection, scroll and what is folded open stay as they are.
const liken = (old, fresh) => {
  if (old.isEqualNode(fresh)) return;
  if (old.nodeType !== Node.ELEMENT_NODE || old.nodeName !== fresh.nodeName || old.id !== fresh.id) {
    old.replaceWith(fresh);
    return;
  }
  const isOwn = name => name === "data-due" || (name === "open" && old.nodeName === "DETAILS");
  for (const { name } of [...old.attributes]) if (!isOwn(name) && !fresh.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes) if (!isOwn(name) && old.getAttribute(name) !== value) old.setAttribute(name, value);
  if (old.type === "checkbox" || old.type === "radio") old.checked = fresh.checked;
  const [before, after] = [[...old.childNodes], [...fresh.childNodes]];
  after.forEach((node, at) => at < before.length ? liken(before[at], node) : old.append(node));
  before.slice(after.length).forEach(node => node.remove());
};

// What a form that asks by POST sends when its button of this step is pressed.
const stepOf = (form, step) => {
  const fields = new FormData(form);
  fields.set("step", step);
  return fields;
};

// What a reader ticked stays so, wherever its row stands now.
const carry = (old, fresh) => {
  const key = box => box.name + "\n" + box.value;
  const ticked = new Set([...old.querySelectorAll("input[type=checkbox]:checked")].map(key));
  for (const box of fresh.querySelectorAll("input[type=checkbox]")) box.checked ||= ticked.has(key(box));
};

const replace = async (address, selector, signal, body) => {
  const answer = await fetch(address, { signal, body, method: body ? "POST" : "GET", headers: { "X-Fragment": selector } });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const [fresh, old] = [page.querySelector(selector), document.querySelector(selector)];
  if (!fresh || !old) return;
  carry(old, fresh);
  liken(old, fresh);
};

const follow = form => {
  clearTimeout(pending.get(form));
  pending.set(form, setTimeout(async () => {
    asked.get(form)?.abort();
    const stop = new AbortController();
    asked.set(form, stop);
    const [address, isPosted] = [addressOf(form), form.method === "post"];
    try {
      await (isPosted ? replace(form.action, form.dataset.live, stop.signal, stepOf(form, form.dataset.step)) : replace(address, form.dataset.live, stop.signal));
      if (!isPosted) history.replaceState(null, "", address);
    } catch (fault) {
      if (fault.name !== "AbortError" && !isPosted) location.assign(address);
    }
  }, 120));
};

document.addEventListener("input", event => {
  const form = event.target.form;
  if (event.target.type === "range" && event.target.nextElementSibling?.matches("output")) event.target.nextElementSibling.value = event.target.value;
  if (form?.dataset.live) follow(form);
});
document.addEventListener("submit", event => {
  const form = event.target;
  if (form.dataset.stream && event.submitter?.value !== form.dataset.step) {
    event.preventDefault();
    stream(form, event.submitter);
  } else if (form.dataset.live && !event.submitter?.hasAttribute("formaction")) {
    event.preventDefault();
    follow(form);
  }
});

// A link with data-live="#region" replaces the region alone.
document.addEventListener("click", async event => {
  const link = event.target.closest?.("a[data-live]");
  if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  try {
    await replace(link.href, link.dataset.live);
    history.replaceState(null, "", link.href);
  } catch {
    location.assign(link.href);
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
