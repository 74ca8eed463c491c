/* Two texts side by side: n and p go from change to change. Without scripts, the list "every change" does. */
(() => {
  const changes = () => [...document.querySelectorAll('[data-change]')];
  const off = document.querySelector('#keys-off');
  const dialog = document.querySelector('#keys');
  const go = (by) => {
    const all = changes();
    if (!all.length) return;
    const now = all.findIndex((row) => row.contains(document.activeElement));
    const next = all[Math.min(all.length - 1, Math.max(0, now + by))];
    next.querySelector('a.words').focus({ preventScroll: true });
    next.scrollIntoView({ block: 'center' });
  };
  let went = false;
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || dialog.open || off.checked) return;
    if (event.target.matches('input:not([type=checkbox], [type=range]), textarea, select')) return;
    if (!went && event.key === 'n') { event.preventDefault(); go(1); }
    if (!went && event.key === 'p') { event.preventDefault(); go(-1); }
    went = event.key === 'g';
  });
})();
