// What files of configuration add to explanations: the values that they set. In: explanations and paths.
// Out: the same explanations with a row for each option. Loaded only where paths are given.

import { openBook } from '../core/conf/confBook';
import type { Explanation } from '../core/model';
import { parseRelease } from '../core/statements/release';
import { valueRows } from '../core/render/confText';
import { confEnglish, sayConfIn } from '../core/render/confWords';
import type { Facts } from '../knowledge/facts/index';
import { ConfReader } from './novaConf';

const say = sayConfIn(confEnglish);

/** @param release as people name it. @param tell takes a sentence for each path that cannot be read. */
export function withValues(
  explanations: readonly Explanation[], paths: readonly string[], facts: Facts, release: string | undefined,
  tell: (problem: string) => void,
): readonly Explanation[] {
  const files = new ConfReader(paths, tell).beside(undefined, undefined);
  if (files.length === 0) return explanations;
  const id = release === undefined ? undefined : parseRelease(release);
  const book = openBook({ digest: undefined, files, facts, release: id });
  return explanations.map((explanation) => {
    const rows = explanation.options.flatMap(({ name }) =>
      valueRows(book.valueOf(name), id, (source) => source, say).map(({ text, at }) => ({
        label: say('inForce'), value: at ? `${text} (${say('atLine', { line: at.line + 1 })})` : text,
      })));
    return { ...explanation, facts: [...explanation.facts, ...rows] };
  });
}
