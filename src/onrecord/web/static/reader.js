/* The reader: words are marked by ranges, so the article's own nodes stay as they are; cards stand beside
   their words and make room for one another. Places come as "3:10-42": paragraph 3, UTF-16 units 10 to 42. */
(() => {
  const margin = document.querySelector('#margin');
  const cards = [...margin.querySelectorAll('.card')];
  const paragraphs = new Map([...document.querySelectorAll('[data-p]')].map((p) => [p.dataset.p, p]));
  const narrow = matchMedia('(max-width: 900px)');

  /* an address as #c=12-40 is one that the server can mark */
  const stretch = /^#c=(\d+-\d+)$/.exec(location.hash);
  if (stretch) {
    const to = new URL(location.href);
    to.searchParams.set('c', stretch[1]);
    to.hash = 'words';
    location.replace(to);
    return;
  }

  const nodes = new Map();
  const textsOf = (p) => {
    if (!nodes.has(p)) {
      const walker = document.createTreeWalker(paragraphs.get(p), NodeFilter.SHOW_TEXT);
      const found = [];
      let seen = 0;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) { found.push([node, seen]); seen += node.length; }
      nodes.set(p, found);
    }
    return nodes.get(p);
  };
  const rangeOf = (place) => {
    const [, p, from, to] = /^(\d+):(\d+)-(\d+)$/.exec(place);
    const range = new Range();
    for (const [node, seen] of textsOf(p)) {
      const end = seen + node.length;
      if (+from >= seen && +from < end) range.setStart(node, +from - seen);
      if (+to > seen && +to <= end) { range.setEnd(node, +to - seen); break; }
    }
    return range;
  };
  const made = new Map();
  const ranges = (card, field) => {
    const key = `${card.id} ${field}`;
    if (!made.has(key)) made.set(key, (card.dataset[field] || '').split(' ').filter(Boolean).map(rangeOf));
    return made.get(key);
  };

  /* One Highlight paints overlapping ranges once. Where two statements share words, the shared part goes
     into a second layer, so the tints add up; they come in text order, so one sweep finds them. */
  const meets = (a, b) => a.compareBoundaryPoints(Range.END_TO_START, b) < 0 && a.compareBoundaryPoints(Range.START_TO_END, b) > 0;
  const shared = (a, b) => {
    const both = new Range();
    const first = a.compareBoundaryPoints(Range.START_TO_START, b) < 0 ? b : a;
    const last = a.compareBoundaryPoints(Range.END_TO_END, b) < 0 ? a : b;
    both.setStart(first.startContainer, first.startOffset);
    both.setEnd(last.endContainer, last.endOffset);
    return both;
  };
  const layer = (name, found, priority) => {
    if (!CSS.highlights) return;
    const highlight = new Highlight(...found);
    highlight.priority = priority;
    CSS.highlights.set(name, highlight);
  };
  const paint = () => {
    const kinds = { quoted: [], paraphrase: [], unnamed: [], reporter: [] };
    for (const card of cards) kinds[card.dataset.kind].push(...ranges(card, 'content'));
    Object.entries(kinds).forEach(([kind, found], index) => layer(kind, found, index));
    const all = cards.flatMap((card) => ranges(card, 'content').map((range) => ({ card, range })));
    const twice = [];
    all.forEach(({ card, range }, index) => {
      for (const before of all.slice(Math.max(0, index - 12), index)) {
        if (before.card !== card && meets(before.range, range)) twice.push(shared(before.range, range));
      }
    });
    layer('overlap', twice, 5);
  };
  const show = (card, name) => {
    layer(name, card ? ranges(card, 'content') : [], 90);
    layer(`${name}-who`, card ? [...ranges(card, 'who'), ...ranges(card, 'cue')] : [], 91);
  };

  /* Each card stands beside its words; neighbours make room, the open card keeps its place. */
  const gap = 5;
  const place = () => {
    if (narrow.matches || !cards.length) { margin.style.removeProperty('height'); return; }
    const origin = margin.getBoundingClientRect().top;
    const wanted = cards.map((card) => {
      const [first] = ranges(card, 'content');
      return first ? first.getBoundingClientRect().top - origin : 0;
    });
    const heights = cards.map((card) => card.offsetHeight);
    const tops = [];
    const below = (from, start) => {
      let at = start;
      for (let i = from; i < cards.length; i += 1) { tops[i] = Math.max(wanted[i], at); at = tops[i] + heights[i] + gap; }
    };
    below(0, -Infinity);
    const open = cards.findIndex((card) => card.classList.contains('on'));
    if (open >= 0) {
      tops[open] = wanted[open];
      below(open + 1, tops[open] + heights[open] + gap);
      let limit = tops[open];
      for (let i = open - 1; i >= 0; i -= 1) { tops[i] = Math.min(tops[i], limit - heights[i] - gap); limit = tops[i]; }
    }
    cards.forEach((card, i) => { card.style.top = `${tops[i]}px`; });
    margin.style.height = `${Math.max(...cards.map((_, i) => tops[i] + heights[i]))}px`;
  };

  const numbers = [...document.querySelectorAll('a.n')];
  const numberOf = (card) => numbers.find((n) => n.hash === `#${card.id}`);
  const cardOf = (n) => document.querySelector(n.hash);
  let opener = null;
  const open = (card, follow = false) => {
    cards.forEach((other) => other.classList.toggle('on', other === card));
    numbers.forEach((n) => n.classList.toggle('on', Boolean(card) && n.hash === `#${card.id}`));
    show(card, 'active');
    place();
    if (!card || !follow) return;
    const [words] = ranges(card, 'content');
    if (words) scrollBy({ top: words.getBoundingClientRect().top - innerHeight / (narrow.matches ? 6 : 3) });
  };
  const address = (card) => history.replaceState(null, '', card ? `#${card.dataset.entryId}` : location.pathname + location.search);
  const pick = (card, follow) => { open(card, follow); address(card); };

  for (const card of cards) {
    card.addEventListener('click', (event) => { if (!event.target.closest('a, button')) pick(card, narrow.matches); });
    card.querySelector('a.num').addEventListener('click', (event) => { event.preventDefault(); pick(card, true); });
    card.querySelector('.sheet-close').addEventListener('click', () => { pick(null); opener?.focus({ preventScroll: true }); });
    for (const kind of ['mouseenter', 'focusin']) card.addEventListener(kind, () => show(card, 'near'));
    for (const kind of ['mouseleave', 'focusout']) card.addEventListener(kind, () => show(null, 'near'));
  }
  for (const n of numbers) {
    n.addEventListener('click', (event) => { event.preventDefault(); opener = n; pick(cardOf(n), narrow.matches); });
    for (const kind of ['mouseenter', 'focus']) n.addEventListener(kind, () => { show(cardOf(n), 'near'); cardOf(n).classList.add('near'); });
    for (const kind of ['mouseleave', 'blur']) n.addEventListener(kind, () => { show(null, 'near'); cardOf(n).classList.remove('near'); });
  }

  /* a click on the words themselves opens their statement */
  for (const place of document.querySelectorAll('#article, #head h1[data-p]')) place.addEventListener('click', (event) => {
    if (event.target.closest('a') || !getSelection().isCollapsed) return;
    const at = document.caretPositionFromPoint?.(event.clientX, event.clientY);
    const [node, offset] = at ? [at.offsetNode, at.offset] : [getSelection().anchorNode, getSelection().anchorOffset];
    const hit = cards.filter((card) => ranges(card, 'content').some((range) => node && range.isPointInRange(node, offset)));
    const now = hit.findIndex((card) => card.classList.contains('on'));
    if (hit.length) { opener = numberOf(hit[(now + 1) % hit.length]); pick(hit[(now + 1) % hit.length]); }
  });

  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches('input, textarea, select')) return;
    if (event.key === 'Escape') { pick(null); opener?.focus({ preventScroll: true }); }
    const off = (() => { try { return localStorage.getItem('keys') === 'off'; } catch { return false; } })();
    const step = { j: 1, k: -1 }[event.key];
    if (!step || off || !cards.length || document.querySelector('dialog[open]')) return;
    const at = cards.findIndex((card) => card.classList.contains('on'));
    const card = cards[Math.min(cards.length - 1, Math.max(0, at + step))];
    pick(card, true);
    opener = numberOf(card) ?? null;
    (numberOf(card) ?? card.querySelector('a.num')).focus({ preventScroll: true });
  });

  const linked = () => cards.find((card) => `#${card.dataset.entryId}` === location.hash || `#${card.id}` === location.hash);
  const sought = document.querySelector('mark.sought');
  paint();
  if (linked()) open(linked(), true);
  else {
    place();
    if (sought) sought.scrollIntoView({ block: 'center' });
  }
  addEventListener('hashchange', () => { if (linked()) open(linked(), true); });
  document.fonts?.ready.then(place);
  addEventListener('resize', place);
})();
