// Functions that run in the page: each must stand alone, for its text alone is sent there.

/** In: a text. Out: the middle of it among the visible lines of an editor, wherever its tokens begin and
 *  end. */
export function middleOf(text) {
  for (const line of document.querySelectorAll('.editor-instance .view-line')) {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    const start = nodes.map(({ data }) => data).join('').replace(/\u00a0/g, ' ').indexOf(text);
    if (start < 0) continue;
    const middle = start + Math.floor(text.length / 2);
    let before = 0;
    for (const node of nodes) {
      if (before + node.length > middle) {
        const range = document.createRange();
        range.setStart(node, middle - before);
        range.setEnd(node, middle - before + 1);
        const { left, top, width, height } = range.getBoundingClientRect();
        return height > 0 ? { x: left + width / 2, y: top + height / 2 } : undefined;
      }
      before += node.length;
    }
  }
  return undefined;
}

/** Out: what is on the clipboard. */
export function readClipboard() {
  return navigator.clipboard.readText();
}

/** In: a selector and a text. Out: milliseconds from the next click or key until such a part of the window
 *  has been drawn with the text in it. */
export function drawnAfterNextAct({ selector, text }) {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`not drawn in a minute: ${text}`)), 60_000);
    let acted;
    const act = () => { acted ??= performance.now(); };
    const acts = ['click', 'keydown'];
    for (const one of acts) addEventListener(one, act, true);
    const look = () => {
      const isThere = acted !== undefined
        && [...document.querySelectorAll(selector)].some(({ textContent }) => text.test(textContent));
      if (!isThere) return;
      observer.disconnect();
      for (const one of acts) removeEventListener(one, act, true);
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - acted)));
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}
