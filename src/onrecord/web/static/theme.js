/* Runs before the page is painted: the reader's choice of light or dark, and that scripts run. */
(() => {
  const root = document.documentElement;
  root.classList.add('js');
  try {
    const kept = localStorage.getItem('theme');
    if (kept === 'light' || kept === 'dark') root.dataset.theme = kept;
  } catch { /* storage may be closed to us; the system's choice holds */ }
})();
