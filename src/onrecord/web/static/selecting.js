/* Selected words and where they stand: code points of the cleaned text, counted from the start that each
   paragraph of the page gives. Hidden characters are shown one for one, so the count stays true. */
(() => {
  const codePoints = (text) => [...text].length;
  const placeIn = (paragraph, node, offset) => {
    const range = document.createRange();
    range.selectNodeContents(paragraph);
    range.setEnd(node, offset);
    return +paragraph.dataset.start + codePoints(range.toString());
  };

  /* Give `{ at, words }` of what is selected inside an element, null where nothing of it is. */
  const selected = (root) => {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const held = [...root.querySelectorAll('[data-start]')].filter((one) => range.intersectsNode(one));
    if (!held.length || !root.contains(range.commonAncestorContainer)) return null;
    const first = held[0];
    const last = held[held.length - 1];
    let start = first.contains(range.startContainer) ? placeIn(first, range.startContainer, range.startOffset) : +first.dataset.start;
    let end = last.contains(range.endContainer) ? placeIn(last, range.endContainer, range.endOffset) : +last.dataset.start + codePoints(last.textContent);
    const words = held.map((one) => {
      const part = document.createRange();
      part.selectNodeContents(one);
      if (one === first && one.contains(range.startContainer)) part.setStart(range.startContainer, range.startOffset);
      if (one === last && one.contains(range.endContainer)) part.setEnd(range.endContainer, range.endOffset);
      return part.toString();
    }).join('\n\n');
    /* what a double click takes too much: blanks at the ends */
    start += codePoints(words) - codePoints(words.trimStart());
    end -= codePoints(words) - codePoints(words.trimEnd());
    return start < end ? { at: `${start}:${end}`, words: words.trim() } : null;
  };

  /* Put selected words into a field; typing into it afterwards forgets the place. */
  const fill = (field, place, found, more = false) => {
    if (more && place.value && field.value) {
      place.value += `,${found.at}`;
      field.value += ` … ${found.words}`;
    } else {
      place.value = found.at;
      field.value = found.words;
    }
  };
  window.onrecord = { selected, fill };
})();
