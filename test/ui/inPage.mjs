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
