// Explanation → Markdown for hovers and pages. For trusted words only: explanations and facts of ours.
// Text from a log never goes through here; whoever shows it escapes it or hands it on as plain text.

import { marks } from '../../knowledge/marks';
import type { ExplainedOption, Explanation } from '../model';
import { cardHeadings, checksHeading } from './cardHeadings';

/** @returns Markdown without HTML: headings of level three and below, lists, code. */
export function renderMarkdown(explanation: Explanation): string {
  const { title, summary, effect, causes, checks, changes, options, links, facts } = explanation;
  const h = cardHeadings;
  return [
    `### ${escapeMarkdown(title)}`,
    escapeWords(summary),
    ...(effect === undefined ? []
      : [`**${h.effect}${marks.heading.trimEnd()}** ${escapeWords(effect)}`]),
    ...section(h.causes, causes.map(({ text, evidence }) => withDetail(text, h.evidence, evidence)), '1.'),
    ...section(checksHeading(explanation.commandsFor), checks.map(checkItem), '-'),
    ...section(h.changes, changes.map(({ text, risk }) => withDetail(text, h.risk, risk)), '-'),
    ...section(h.options, explanation.subject === 'option' ? [] : options.map(optionLine), '-'),
    ...section(h.facts, facts.map(factLine), '-'),
    ...section(h.links, links.map((link) => `<${link}>`), '-'),
  ].join('\n\n') + '\n';
}

function section(heading: string, items: readonly string[], bullet: string): string[] {
  if (items.length === 0) return [];
  return [`**${heading}**`, items.map((item) => `${bullet} ${item}`).join('\n')];
}

function withDetail(text: string, label: string, detail: string | undefined): string {
  const words = escapeWords(text);
  return detail === undefined ? words : `${words} *${label}${marks.colon.trimEnd()}* ${escapeWords(detail)}`;
}

function checkItem({ text, command }: Explanation['checks'][number]): string {
  const words = escapeWords(text);
  if (command === undefined) return words;
  return words === '' ? code(command) : words + marks.colon + code(command);
}

function optionLine({ name, type, defaultValue, meaning, symptom, releases }: ExplainedOption): string {
  const h = cardHeadings;
  const standard = defaultValue === undefined ? h.noDefault
    : h.defaultValue.replace('{value}', () => code(defaultValue));
  const details = [type, standard, releases].filter((part) => part !== '').join(marks.parts);
  const head = code(optionPath(name)) + marks.open + details + marks.close;
  const words = [meaning, symptom].filter((text) => text !== undefined).map(escapeWords).join(marks.gap);
  return words === '' ? head : `${head} ${words}`;
}

/** `[group] name`, as an operator looks for it in nova.conf. */
export function optionPath(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? name : `[${name.slice(0, dot)}] ${name.slice(dot + 1)}`;
}

function factLine({ label, value }: Explanation['facts'][number]): string {
  return escapeWords(label) + marks.colon + factValue(value);
}

/** Templates, functions and single words are code, sentences are words. */
function factValue(value: string): string {
  const isCode = !value.includes(' ') || value.includes('%(') || /^[\w.]+:\w/.test(value);
  return isCode ? code(value) : escapeWords(value);
}

/** An inline code span that holds any text, backquotes included, on one line. */
function code(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** Words of ours: what stands in backquotes stays code, everything else is plain text. */
function escapeWords(text: string): string {
  return text.split('`').map((part, index, parts) => {
    if (index % 2 === 1 && index < parts.length - 1) return `\`${part}\``;
    return escapeMarkdown(part);
  }).join('');
}

/** Plain text → Markdown that shows just that text. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*{}[\]<>#|~!]/g, '\\$&')
    .replace(/(?<!\w)_|_(?!\w)/g, '\\_')
    .replace(/&/g, '&amp;');
}
