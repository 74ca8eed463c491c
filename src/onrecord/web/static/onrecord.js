/* What all pages share: theme, keys, forms that submit themselves, the slider, the waiting line.
   Everything here has a way without scripts: a link, a button, a field. */
(() => {
  const root = document.documentElement;
  const $ = (selector, within = document) => within.querySelector(selector);
  const keep = (name, value) => { try { localStorage.setItem(name, value); } catch { /* closed to us */ } };
  const kept = (name) => { try { return localStorage.getItem(name); } catch { return null; } };

  /* theme */
  $('[data-theme-toggle]')?.addEventListener('click', () => {
    const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
    keep('theme', root.dataset.theme);
  });

  /* the rail shows where we are, also when it is a strip */
  const rail = $('.rail');
  const here = rail && $('[aria-current]', rail);
  if (here) rail.scrollLeft = here.offsetLeft - 24;

  /* the open cell of a matrix that is wider than its frame */
  $('.mx a[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });

  /* a line after 300 ms, never a spinner alone */
  let timer;
  const wait = $('#wait');
  const reading = wait.textContent;
  const waiting = () => { clearTimeout(timer); timer = setTimeout(() => { wait.textContent = reading; wait.hidden = false; }, 300); };
  const ready = () => { clearTimeout(timer); wait.hidden = true; };
  document.addEventListener('htmx:beforeRequest', waiting);
  document.addEventListener('htmx:afterRequest', ready);
  addEventListener('pageshow', ready);
  document.addEventListener('htmx:sendError', () => {
    wait.textContent = 'The reading room does not answer; nothing was changed. Is onrecord serve still running?';
    wait.hidden = false;
  });
  document.addEventListener('htmx:responseError', (event) => { location.assign(event.detail.pathInfo.finalRequestPath); });

  /* paper: case, day and address at the foot of each page */
  const foot = [$('.case')?.textContent, `as of ${$('.asof strong')?.textContent}`, location.href].join(' · ');
  const paper = new CSSStyleSheet();
  paper.replaceSync(`@page { @bottom-left { content: ${JSON.stringify(foot)}; font: 7.5pt sans-serif; color: #555; }
    @bottom-right { content: counter(page) " / " counter(pages); font: 7.5pt sans-serif; color: #555; } }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, paper];

  /* forms that submit themselves; a field that is empty or as it is by default leaves the address clean */
  const clean = (form) => {
    for (const field of form.elements) {
      if (field.name && field.type !== 'file' && field.value === '') field.disabled = true;
    }
  };
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.method === 'get' && !form.closest('dialog')) {
      clean(form);
      waiting();
      setTimeout(() => { for (const field of form.elements) field.disabled = false; }, 50);
    }
  });
  document.addEventListener('change', (event) => {
    const form = event.target.closest('form[data-auto]');
    if (form && !event.target.matches('[type=search], [type=date]')) form.requestSubmit();
  });

  /* filters as a sheet on narrow screens */
  document.addEventListener('click', (event) => {
    const toggle = event.target.closest('[data-facets]');
    if (!toggle) return;
    event.preventDefault();
    const sheet = $('#facets');
    const open = sheet.classList.toggle('open');
    if (open) $('input', sheet)?.focus(); else $('[data-facets]')?.focus();
  });

  /* as of: the slider goes from day to day on which documents came in */
  const goto = (day) => {
    const to = new URL(location.href);
    if (day) to.searchParams.set('as_of', day); else to.searchParams.delete('as_of');
    waiting();
    location.assign(to);
  };
  const words = (day) => new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`)).replace('Sept', 'Sep');
  const time = $('form.time');
  const slider = $('[data-asof-slider]');
  if (slider) {
    const days = time.dataset.days.split(' ');
    const asked = new URLSearchParams(location.search).get('as_of');
    const at = asked ? days.findLastIndex((day) => day <= asked) : days.length - 1;
    slider.value = Math.max(0, at);
    const tell = () => { slider.setAttribute('aria-valuetext', words(days[slider.value])); };
    tell();
    slider.addEventListener('input', () => { tell(); $('[data-asof-words]').textContent = words(days[slider.value]); $('#asof').value = days[slider.value]; });
    slider.addEventListener('change', () => goto(+slider.value === days.length - 1 ? null : days[slider.value]));
  }
  const step = (by) => {
    if (!slider) return;
    const to = Math.min(+slider.max, Math.max(0, +slider.value + by));
    if (to === +slider.value) return;
    slider.value = to;
    slider.dispatchEvent(new Event('change'));
  };

  /* files can be dropped, and what was chosen is named */
  const drop = $('[data-drop]');
  if (drop) {
    const files = $('input[type=file]', drop);
    const name = () => { $('[data-chosen]', drop).textContent = files.files.length ? `${files.files.length} chosen: ${[...files.files].slice(0, 4).map((file) => file.name).join(', ')}${files.files.length > 4 ? ' …' : ''}` : ''; };
    files.addEventListener('change', name);
    for (const kind of ['dragenter', 'dragover']) drop.addEventListener(kind, (event) => { event.preventDefault(); drop.classList.add('over'); });
    for (const kind of ['dragleave', 'drop']) drop.addEventListener(kind, () => drop.classList.remove('over'));
    drop.addEventListener('drop', (event) => { event.preventDefault(); files.files = event.dataTransfer.files; name(); });
  }
  $('[data-print]')?.addEventListener('click', () => print());

  /* keys; single ones can be turned off and do nothing inside fields */
  const dialog = $('#keys');
  const off = $('#keys-off');
  off.checked = kept('keys') === 'off';
  off.addEventListener('change', () => keep('keys', off.checked ? 'off' : 'on'));
  const entries = () => [...document.querySelectorAll('[data-entry]')].filter((entry) => entry.offsetParent);
  const linkIn = (entry) => $('a.words', entry) ?? $('a', entry);
  const move = (by) => {
    const all = entries();
    const now = all.findIndex((entry) => entry.contains(document.activeElement));
    const next = all[Math.min(all.length - 1, Math.max(0, now + by))];
    if (next) { linkIn(next).focus({ preventScroll: true }); next.scrollIntoView({ block: 'nearest' }); }
  };
  const place = (key) => [...document.querySelectorAll('.rail [data-go]')].find((link) => link.dataset.go === key);
  let went = false;
  const keys = {
    '/': () => $('#q').focus(),
    '?': () => dialog.showModal(),
    '[': () => step(-1),
    ']': () => step(1),
    j: () => { if (!$('#margin')) move(1); },
    k: () => { if (!$('#margin')) move(-1); },
    o: () => { const entry = document.activeElement.closest('[data-entry]'); if (entry) linkIn(entry).click(); },
    Escape: () => { const close = $('[data-close]'); if ($('.facets.open')) $('[data-facets]').click(); else if (close) close.click(); },
  };
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || dialog.open) return;
    if (event.target.matches('input:not([type=checkbox], [type=range]), textarea, select')) return;
    if (off.checked && event.key !== 'Escape') return;
    if (went && place(event.key)) { location.assign(place(event.key).href); return; }
    went = event.key === 'g';
    if (keys[event.key]) { if (event.key.length === 1) event.preventDefault(); keys[event.key](); }
  });

  /* a trail that was opened in place takes the focus, so that the keyboard is where the eye is */
  document.addEventListener('htmx:afterSwap', () => { $('#trail')?.focus({ preventScroll: true }); });
})();
