// A form with data-stream="ADDRESS" data-answers="#region" shows what is answered while it comes, each answer in a copy of the region's
// template: an event's fields go into the slots of their names, and are added to them or set.
const slotIn = (answer, name) => answer.querySelector(`[data-slot="${name}"]`);

const slotOf = (answers, of, name) => {
  const template = document.getElementById(answers.dataset.template);
  while (answers.children.length <= of) answers.append(template.content.cloneNode(true));
  return slotIn(answers.children[of], name);
};

const show = (answers, lines) => {
  const field = name => lines.filter(line => line.startsWith(name)).map(line => line.slice(name.length).replace(/^ /, "")).join("\n");
  if (!field("data:")) return;
  const { of, ...fields } = JSON.parse(field("data:"));
  for (const [name, text] of Object.entries(fields)) {
    const slot = slotOf(answers, of, name);
    if (slot) slot.textContent = (field("event:") === "add" ? slot.textContent : "") + text;
  }
};

const read = async (answer, answers) => {
  let rest = "";
  const text = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  for (let part = await text.read(); !part.done; part = await text.read()) {
    const events = (rest + part.value).split("\n\n");
    rest = events.pop();
    for (const event of events) show(answers, event.split("\n"));
  }
};

// An answer that did not come to its end is told of, whatever broke off: the server, or the way to it.
const tell = answers => {
  const waiting = slotIn(document.getElementById(answers.dataset.template).content, "status").textContent;
  if (answers.children.length === 0) slotOf(answers, 0, "problem");
  for (const answer of answers.children) {
    if (slotIn(answer, "status").textContent !== waiting) continue;
    slotIn(answer, "status").textContent = answers.dataset.failed;
    slotIn(answer, "problem").textContent = answers.dataset.broken;
  }
};

const stream = async (form, button) => {
  const answers = document.querySelector(form.dataset.answers);
  clearTimeout(pending.get(form));
  answers.replaceChildren();
  button.disabled = true;
  try {
    const answer = await fetch(form.dataset.stream, { method: "POST", body: stepOf(form, button.value), headers: { Accept: "text/event-stream" } });
    if (answer.status === 400) return follow(form);
    if (answer.ok) await read(answer, answers);
    tell(answers);
  } catch {
    tell(answers);
  } finally {
    button.disabled = false;
  }
};
