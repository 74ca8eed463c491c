/* Review by keyboard: each key presses the button, opens the field or follows the link that is there for
   everybody. Selected words of the passage become the words, the cue or the source. */
(() => {
  const page = document.querySelector('[data-review]');
  const $ = (selector, within = document) => within.querySelector(selector);
  const rows = [...document.querySelectorAll('details.correct')];
  const off = $('#keys-off');
  const typing = (target) => target.matches('input:not([type=checkbox], [type=range]), textarea, select');

  /* one field is open at a time, and the keyboard is in it */
  const enter = (row) => { (row.querySelector('textarea, select, input:not([type=hidden])') ?? row.querySelector('[data-choice][aria-current]') ?? row.querySelector('button'))?.focus(); };
  for (const row of rows) {
    row.addEventListener('toggle', () => {
      if (!row.open) return;
      for (const other of rows) if (other !== row) other.open = false;
    });
  }
  const open = (row) => { row.closest('details.rv-more')?.setAttribute('open', ''); row.open = true; enter(row); row.scrollIntoView({ block: 'nearest' }); };
  const opened = () => rows.find((row) => row.open);
  const close = () => { const row = opened(); if (!row) return; row.open = false; $('summary', row).focus(); };

  /* words that are selected in the passage */
  const passage = $('[data-passage]');
  const bar = $('[data-picked]');
  let found = null;
  const rowFor = (name) => rows.find((row) => row.dataset.field === name && $('[data-words]', row)) ?? (name === 'words' ? rows.find((row) => $('[data-words]', row)) : undefined);
  const look = () => {
    const now = passage ? window.onrecord.selected(passage) : null;
    if (now) found = now;
    else if (!bar?.contains(document.activeElement)) found = null;
    if (!bar) return;
    bar.hidden = !found;
    if (found) $('[data-picked-words]', bar).textContent = found.words;
  };
  if (bar) {
    for (const button of bar.querySelectorAll('[data-pick]')) {
      const row = rowFor(button.dataset.pick);
      button.hidden = !row || ('more' in button.dataset && !$('[data-several]', row));
    }
    let timer;
    document.addEventListener('selectionchange', () => { clearTimeout(timer); timer = setTimeout(look, 80); });
    bar.addEventListener('mousedown', (event) => event.preventDefault());
    bar.addEventListener('click', (event) => {
      const button = event.target.closest('[data-pick]');
      if (button) take(button.dataset.pick, 'more' in button.dataset);
    });
  }
  const take = (name, more = false) => {
    const row = rowFor(name);
    if (!row || !found) return;
    const field = $('[data-words]', row);
    const place = $('[name=at]', row);
    if (more && !place.value) field.value = '';
    window.onrecord.fill(field, place, found, more);
    found = null;
    bar.hidden = true;
    open(row);
  };
  document.addEventListener('input', (event) => {
    const place = event.target.matches('[data-words]') && $('[name=at]', event.target.form);
    if (place) place.value = '';
  });

  const press = (key) => $(`button[data-key="${key}"], a[data-key="${key}"]`)?.click();
  const go = {
    h: () => { const history = $('.rv-history'); if (history) { history.open = !history.open; $('summary', history).focus(); } },
    e: () => { if (rows[0]) open(rows[0]); },
    s: () => { look(); if (found) take('words'); else openBy('s'); },
    c: () => { look(); if (found && rowFor('cue')) take('cue'); else openBy('c'); },
  };
  const openBy = (key) => { const row = rows.find((one) => one.dataset.key === key); if (row) open(row); };
  const choose = (digit) => { const row = opened(); if (row) row.querySelectorAll('[data-choice]')[(+digit + 9) % 10]?.click(); };
  let after = false;
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !$('dialog[open]')) { close(); return; }
    if (event.ctrlKey || event.metaKey || event.altKey || $('dialog[open]')) return;
    if (typing(event.target)) {
      if (event.key === 'Enter' && !event.shiftKey && event.target.closest('details.correct') && event.target.matches('textarea, select')) {
        event.preventDefault();
        event.target.form.requestSubmit();
      }
      return;
    }
    if (off.checked || event.repeat) return;
    const went = after;
    after = event.key === 'g';
    if (went || after) return;
    if (/^[0-9]$/.test(event.key)) { choose(event.key); return; }
    if (!/^[a-zA-Z]$/.test(event.key)) return;
    if (go[event.key]) { event.preventDefault(); go[event.key](); return; }
    if (page && 'wtpdx'.includes(event.key)) { event.preventDefault(); openBy(event.key); return; }
    if ('aruUjko'.includes(event.key)) { event.preventDefault(); press(event.key); }
  });

  /* nothing is sent twice */
  document.addEventListener('submit', (event) => {
    if (event.target.method !== 'post') return;
    if (event.target.dataset.sent) event.preventDefault();
    event.target.dataset.sent = 'yes';
  });
  addEventListener('pageshow', () => { for (const form of document.forms) delete form.dataset.sent; });

  const wrong = rows.find((row) => row.open && $('.wrong', row));
  if (wrong) open(wrong);
  if (page && !wrong && !location.hash) $('.queue [aria-current]')?.scrollIntoView({ block: 'nearest' });
  const toast = $('[data-toast]');
  if (toast) {
    let last = setTimeout(() => toast.remove(), 10000);
    for (const kind of ['mouseenter', 'focusin']) toast.addEventListener(kind, () => clearTimeout(last));
    for (const kind of ['mouseleave', 'focusout']) toast.addEventListener(kind, () => { last = setTimeout(() => toast.remove(), 10000); });
  }
})();
