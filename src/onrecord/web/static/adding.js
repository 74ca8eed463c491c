/* The reader: selected words become a statement. Without scripts the form takes typed words. */
(() => {
  const { selected, fill } = window.onrecord;
  const form = document.querySelector('#adding');
  const bar = document.querySelector('[data-picked]');
  const roots = [document.querySelector('#head'), document.querySelector('#article')].filter(Boolean);
  const field = (name) => form.querySelector(`[name=${name}]`);
  let found = null;

  const look = () => {
    found = roots.map(selected).find(Boolean) ?? null;
    bar.hidden = !found;
    if (!found) return;
    for (const button of bar.querySelectorAll('[data-pick]:not([data-pick=words])')) button.hidden = !form.open;
    const box = getSelection().getRangeAt(0).getBoundingClientRect();
    bar.style.top = `${Math.max(8, box.bottom + scrollY + 8)}px`;
    bar.style.left = `${Math.max(8, Math.min(box.left, innerWidth - bar.offsetWidth - 24))}px`;
  };
  let timer;
  document.addEventListener('selectionchange', () => { clearTimeout(timer); timer = setTimeout(look, 120); });

  const take = (name) => {
    if (!found) return;
    fill(field(name), field(`${name}_at`), found);
    form.open = true;
    bar.hidden = true;
    (name === 'words' ? field('cue') : field(name)).focus({ preventScroll: true });
    found = null;
  };
  bar.addEventListener('mousedown', (event) => event.preventDefault());
  bar.addEventListener('click', (event) => {
    const button = event.target.closest('[data-pick]');
    if (button) take(button.dataset.pick);
  });
  form.addEventListener('input', (event) => {
    const place = event.target.matches('[data-words]') && field(`${event.target.name}_at`);
    if (place) place.value = '';
  });
  form.querySelector('[data-cancel]').addEventListener('click', () => { form.open = false; });
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches('input, textarea, select') || document.querySelector('dialog[open]')) return;
    if (event.key !== 'a' || document.querySelector('#keys-off').checked) return;
    look();
    if (found) { event.preventDefault(); take('words'); }
  });
})();
