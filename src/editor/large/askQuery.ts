// Asks what to look for in a log: a box with switches for case, whole words and expressions, which says what
// is wrong with what is written.

import * as vscode from 'vscode';
import { say } from '../say';
import { parseQuery, type ParsedQuery, type QueryStyle } from './query';

/** What was written, and how it is to be taken. */
export interface Asked {
  readonly typed: string;
  readonly style: QueryStyle;
}

const switches = [
  { key: 'matchCase', icon: 'case-sensitive', word: 'largeMatchCase' },
  { key: 'wholeWord', icon: 'whole-word', word: 'largeWholeWord' },
  { key: 'expression', icon: 'regex', word: 'largeExpression' },
] as const;

/** @param last what was asked before: it stands in the box, selected.
 *  @returns undefined: nothing is to be looked for */
export async function askQuery(
  title: string, last: Asked, firstTime: number | undefined,
): Promise<Asked | undefined> {
  const box = vscode.window.createInputBox();
  let { style } = last;
  const tell = (): void => {
    const on = switches.filter(({ key }) => style[key]).map(({ word }) => say(word));
    const how = on.length > 0 ? say('largeSearchStyle', { styles: on.join(say('separator')) }) : '';
    box.prompt = [say('largeSearchPrompt'), how].filter((part) => part).join(say('separator'));
    box.buttons = switches.map(({ key, icon, word }) => ({
      iconPath: new vscode.ThemeIcon(icon),
      tooltip: say(style[key] ? 'largeSwitchOn' : 'largeSwitchOff', { name: say(word) }),
    }));
    box.validationMessage = box.value === '' ? undefined : problemOf(parseQuery(box.value, style, firstTime));
  };
  box.title = title;
  // a log that opens meanwhile takes the focus, and who copies an id from it looks elsewhere
  box.ignoreFocusOut = true;
  box.value = last.typed;
  box.valueSelection = [0, last.typed.length];
  tell();
  try {
    return await new Promise((resolve) => {
      box.onDidChangeValue(tell);
      box.onDidTriggerButton((button) => {
        const pressed = switches[box.buttons.indexOf(button)];
        if (pressed) style = { ...style, [pressed.key]: !style[pressed.key] };
        tell();
      });
      box.onDidAccept(() => {
        const problem = problemOf(parseQuery(box.value, style, firstTime));
        box.validationMessage = problem;
        if (problem === undefined) resolve({ typed: box.value, style });
      });
      box.onDidHide(() => resolve(undefined));
      box.show();
    });
  } finally {
    box.dispose();
  }
}

function problemOf(parsed: ParsedQuery): string | undefined {
  switch (parsed.problem) {
    case undefined: return undefined;
    case 'empty': return say('largeSearchEmpty');
    case 'time': return say('largeSearchNoTime');
    case 'expression': return say('largeSearchWrong', { reason: parsed.reason });
  }
}
