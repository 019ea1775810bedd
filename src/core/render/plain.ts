// Explanation → text for a terminal, wrapped to its width, with colours where it has them.

import { marks } from '../../knowledge/marks';
import type { ExplainedOption, Explanation } from '../model';
import { cardHeadings, checksHeading } from './cardHeadings';
import { wrapColumns } from './columns';
import { optionPath } from './markdown';

export interface PlainOptions {
  /** Columns; words longer than that stay whole. */
  readonly width: number;
  readonly colour: boolean;
}

interface Item {
  readonly text: string;
  readonly detail?: string | undefined;
  /** Stands on a line of its own, not wrapped, so that it can be copied. */
  readonly command?: string | undefined;
}

const bold = '1';
const cyan = '36';
const dim = '2';

/** @returns lines joined by line feeds, the last one ended. Backquotes of the words are left out. */
export function renderPlain(explanation: Explanation, options: PlainOptions): string {
  const { title, summary, effect, causes, checks, changes, links, facts } = explanation;
  const h = cardHeadings;
  const paint = (text: string, code: string) => (options.colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  const heading = wrap(title, options.width).map((line) => paint(line, bold));
  const lines = [...heading, ...wrap(summary, options.width)];
  const section = (heading: string, items: readonly Item[], numbered = false) => {
    if (items.length === 0) return;
    lines.push('', paint(heading, bold));
    items.forEach((item, index) => {
      const bullet = numbered ? `${index + 1}. ` : '- ';
      const indent = ' '.repeat(bullet.length);
      if (item.text !== '') lines.push(...wrap(item.text, options.width, bullet, indent));
      const before = item.text === '' ? bullet : indent;
      if (item.command !== undefined) lines.push(before + paint(item.command, cyan));
      if (item.detail !== undefined) {
        lines.push(...wrap(item.detail, options.width, indent).map((line) => paint(line, dim)));
      }
    });
  };
  if (effect !== undefined) section(h.effect, [{ text: effect }]);
  const seen = causes.map(({ text, evidence }) => ({ text, detail: labelled(h.evidence, evidence) }));
  section(h.causes, seen, true);
  section(checksHeading(explanation.commandsFor), checks);
  section(h.changes, changes.map(({ text, risk }) => ({ text, detail: labelled(h.risk, risk) })));
  section(h.options, explanation.subject === 'option' ? [] : explanation.options.map(optionItem));
  section(h.facts, facts.map(({ label, value }) => ({ text: label + marks.colon + value })));
  section(h.links, links.map((link) => ({ text: '', command: link })));
  return lines.join('\n') + '\n';
}

function labelled(label: string, text: string | undefined): string | undefined {
  return text === undefined ? undefined : label + marks.colon + text;
}

function optionItem({ name, type, defaultValue, meaning, symptom, releases }: ExplainedOption): Item {
  const h = cardHeadings;
  const standard = defaultValue === undefined ? h.noDefault
    : h.defaultValue.replace('{value}', () => defaultValue);
  const details = [type, standard, releases].filter((part) => part !== '').join(marks.parts);
  const head = optionPath(name) + marks.open + details + marks.close;
  const words = [meaning, symptom].filter((text) => text !== undefined).join(marks.gap);
  return { text: head, detail: words === '' ? undefined : words };
}

/** Lines of at most `width` columns; `first` and `rest` stand in front of them. */
function wrap(text: string, width: number, first = '', rest = first): string[] {
  const words = text.replace(/`/g, '').split(/\s+/).join(' ');
  return wrapColumns(words, width - rest.length).map((line, index) => (index === 0 ? first : rest) + line);
}
