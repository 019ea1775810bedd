// A hover's text under construction: our own words as Markdown, whatever comes from a log as plain text,
// links only to the commands named here.

import * as vscode from 'vscode';
import { commands } from '../contributes';
import { appendPlain } from '../plainText';

/** The commands that a hover may run; each checks its arguments. */
const linked = [
  commands.explain,
  commands.showOperation,
  commands.goToPlace,
  commands.peekInstance,
  commands.copyConf,
  commands.copyChecks,
  commands.goToCause,
  commands.openInstanceDocument,
  commands.openRequestDocument,
] as const;

type LinkedCommand = (typeof linked)[number];

export interface Link {
  readonly label: string;
  readonly command: LinkedCommand;
  readonly args: readonly unknown[];
}

export class HoverText {
  readonly markdown = new vscode.MarkdownString('', true);

  constructor() {
    this.markdown.isTrusted = { enabledCommands: linked };
  }

  /** Our own words, as Markdown, as a paragraph. */
  say(markdown: string): this {
    if (markdown) this.markdown.appendMarkdown(`${markdown}\n\n`);
    return this;
  }

  /** Text of a log, as a paragraph. */
  quote(text: string): this {
    if (text) appendPlain(this.markdown, text).appendMarkdown('\n\n');
    return this;
  }

  /** A line that begins with a heading in bold and goes on with text of a log. */
  titled(title: string, text: string): this {
    this.markdown.appendMarkdown(`**${title}** `);
    return this.quote(text);
  }

  /** List entries: a link each, with text of a log behind it. */
  list(rows: readonly { readonly link: Link; readonly text: string }[]): this {
    for (const { link, text } of rows) {
      appendPlain(this.markdown.appendMarkdown(`- ${linkText(link)} `), text).appendMarkdown('\n');
    }
    this.markdown.appendMarkdown('\n');
    return this;
  }

  links(links: readonly Link[]): this {
    return links.length === 0 ? this : this.say(links.map(linkText).join(' · '));
  }

  get isEmpty(): boolean {
    return this.markdown.value === '';
  }
}

// Ids and names become part of an address: encoded, they cannot end it.
function linkText({ label, command, args }: Link): string {
  const query = encodeURIComponent(JSON.stringify(args)).replace(/[()]/g, (one) =>
    one === '(' ? '%28' : '%29',
  );
  return `[${label}](command:${command}?${query})`;
}
