// For esbuild. In: the tables of knowledge/. Out: the same without the samples that only the tests read.

import fs from 'node:fs';
import ts from 'typescript';

/** The real lines beside the rows of knowledge/ are for the tests: what is shipped goes without them. */
export const withoutSamples = {
  name: 'without-samples',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/]knowledge[\\/].*\.ts$/ }, async ({ path: file }) => {
      const text = await fs.promises.readFile(file, 'utf8');
      return { contents: cutSamples(file, text), loader: 'ts' };
    });
  },
};

function cutSamples(file, text) {
  const cuts = [];
  const visit = (node) => {
    const isSample = ts.isPropertyAssignment(node) && node.name.getText() === 'sample';
    if (!isSample) return ts.forEachChild(node, visit);
    const comma = /^\s*,/.exec(text.slice(node.end))?.[0] ?? '';
    cuts.push([node.getStart(), node.end + comma.length]);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true));
  // Line ends stay, so that source maps lead to the right lines.
  return cuts.reverse().reduce((rest, [from, to]) =>
    rest.slice(0, from) + rest.slice(from, to).replace(/[^\n]/g, '') + rest.slice(to), text);
}
