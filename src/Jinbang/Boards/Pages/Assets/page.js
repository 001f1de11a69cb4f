'use strict';
(() => {
  const root = document.documentElement;

  const kept = name => {
    try { return localStorage.getItem('jinbang-' + name); } catch { return null; }
  };
  const keep = (name, value) => {
    try { localStorage.setItem('jinbang-' + name, value); } catch { /* A browser that keeps nothing still switches. */ }
  };

  const say = language => {
    root.dataset.language = language;
    root.lang = language === 'zh' ? 'zh-Hans' : 'en';
    for (const labelled of document.querySelectorAll('[data-say]')) {
      const text = labelled.dataset[language];
      if (labelled.dataset.say === 'text') labelled.textContent = text;
      else labelled.setAttribute(labelled.dataset.say, text);
    }
  };

  const paint = theme => {
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    else delete root.dataset.theme;
  };

  const choices = {
    language: { now: () => root.dataset.language, set: say },
    theme: { now: () => root.dataset.theme || 'system', set: paint },
  };

  const press = name => {
    for (const button of document.querySelectorAll('[data-choose="' + name + '"]')) {
      button.setAttribute('aria-pressed', button.value === choices[name].now());
    }
  };

  const offerChoices = () => {
    for (const button of document.querySelectorAll('[data-choose]')) {
      const name = button.dataset.choose;
      button.addEventListener('click', () => {
        choices[name].set(button.value);
        keep(name, button.value);
        press(name);
      });
      press(name);
    }
    for (const hidden of document.querySelectorAll('[hidden]')) hidden.hidden = false;
  };

  const texts = new Intl.Collator(['zh-Hans', 'en'], { numeric: true });

  const keyOf = (row, column, isNumber) => {
    const cell = row.cells[column];
    if (!isNumber) return cell.innerText.trim();
    return cell.dataset.v === '' ? null : Number(cell.dataset.v);
  };

  const compare = (isNumber, sign) => (left, right) => {
    // What is unknown comes last in both directions.
    if (left.key === null || right.key === null) return (left.key === null) - (right.key === null) || left.place - right.place;
    const order = isNumber ? left.key - right.key : texts.compare(left.key, right.key);
    return sign * order || left.place - right.place;
  };

  const sort = (table, heading, direction) => {
    const column = heading.cellIndex;
    const isNumber = heading.dataset.sort === 'number';
    const body = table.tBodies[0];
    const rows = Array.from(body.rows, row => ({ row, key: keyOf(row, column, isNumber), place: Number(row.dataset.place) }));
    rows.sort(compare(isNumber, direction === 'descending' ? -1 : 1));
    for (const other of heading.parentNode.cells) other.removeAttribute('aria-sort');
    heading.setAttribute('aria-sort', direction);
    body.append(...rows.map(entry => entry.row));
  };

  const offerSorting = table => {
    Array.from(table.tBodies[0].rows).forEach((row, place) => { row.dataset.place = place; });
    for (const heading of table.tHead.rows[0].cells) {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...heading.childNodes);
      heading.append(button);
      button.addEventListener('click', () => {
        const now = heading.getAttribute('aria-sort');
        const first = heading.dataset.first || 'ascending';
        sort(table, heading, now === null ? first : now === 'ascending' ? 'descending' : 'ascending');
      });
    }
  };

  const offerFilters = form => {
    const table = document.getElementById(form.dataset.for);
    const count = form.querySelector('output');
    const apply = () => {
      const wanted = Object.fromEntries(new FormData(form));
      const words = wanted.text.trim().toLowerCase().split(/\s+/);
      const rows = Array.from(table.tBodies[0].rows);
      let shown = 0;
      for (const row of rows) {
        const name = (row.querySelector('.name').textContent + ' ' + row.dataset.house).toLowerCase();
        const fits = words.every(word => name.includes(word))
          && ['house', 'open', 'thinks', 'price'].every(fact => !wanted[fact] || row.dataset[fact] === wanted[fact]);
        row.hidden = !fits;
        shown += fits;
      }
      count.textContent = shown + ' / ' + rows.length;
    };
    form.addEventListener('input', apply);
    form.addEventListener('submit', event => event.preventDefault());
    // A browser may fill in again what was chosen before a page was loaded anew.
    apply();
  };

  const offerSearch = form => {
    const entries = Array.from(document.querySelectorAll(form.dataset.search));
    form.addEventListener('input', () => {
      const words = new FormData(form).get('text').trim().toLowerCase().split(/\s+/);
      for (const entry of entries) entry.hidden = !words.every(word => entry.textContent.toLowerCase().includes(word));
      for (const group of document.querySelectorAll('.shelf details')) {
        group.hidden = !group.querySelector('li:not([hidden])');
      }
    });
    form.addEventListener('submit', event => event.preventDefault());
  };

  // On paper nothing can be opened.
  const unfold = () => {
    for (const closed of document.querySelectorAll('details:not([open])')) {
      closed.open = true;
      closed.dataset.unfolded = '';
    }
  };
  const fold = () => {
    for (const opened of document.querySelectorAll('[data-unfolded]')) {
      opened.open = false;
      delete opened.dataset.unfolded;
    }
  };

  paint(kept('theme'));
  document.addEventListener('DOMContentLoaded', () => {
    const language = kept('language');
    if (language === 'zh' || language === 'en') say(language);
    offerChoices();
    document.querySelectorAll('table.board').forEach(offerSorting);
    document.querySelectorAll('form[data-for]').forEach(offerFilters);
    document.querySelectorAll('form[data-search]').forEach(offerSearch);
    addEventListener('beforeprint', unfold);
    addEventListener('afterprint', fold);
  });
})();
