// Words about nova.conf: its problems, values in force, advice. One table per language with the same keys;
// slots as in editorWords.

import { translated } from '../../knowledge/language';
import { fillSlots } from './editorWords';
import type { WordArgs } from './editorWords';

const words = {
  // ---- problems of a file ----
  'no-section': 'oslo.config takes no setting above the first [section]: a service does not start with'
    + ' this line.',
  'open-section': 'A section ends with ] and nothing behind it, not even a comment: a service does not'
    + ' start with this line.',
  'nameless-section': 'A section has a name: a service does not start with this line.',
  'no-assignment': 'Here is neither = nor a colon: a service does not start with this line. A further line'
    + ' of a value is indented.',
  'nameless-key': 'There is no name before the sign: a service does not start with this line.',
  'stray-continuation': 'An indented line goes on with the value above it, and there is none: a service'
    + ' does not start with this line.',
  'byte-order-mark': 'The file begins with a byte order mark, which oslo.config takes for a part of its'
    + ' first line: a service does not start. Save it as UTF-8 without one.',
  'unknown-group': 'Neither Nova nor a library known here reads [{group}].',
  'group-spelling': 'For oslo.config [{group}] is another group than [{right}]: what stands in it is'
    + ' ignored.',
  'unknown-option': 'Nova has no option {key} in [{group}], in no release from Kilo on.',
  'unknown-here': 'Nova has no option {key} in [{group}], in no release from Kilo on; a library or a'
    + ' plug-in may have it.',
  'meant': 'Did you mean {similar}?',
  'wrong-group': '{key} is an option of [{right}]; in [{group}] it is ignored.',
  'key-spelling': 'Spelled {key} the option is ignored: its name is {right}.',
  'renamed-read': '{release} still reads [{group}] {key}, an old name of [{newGroup}] {name}.',
  'renamed-gone': '{release} does not read [{group}] {key}: there the option is [{newGroup}] {name}.',
  'removed': '{release} does not read [{group}] {key}: it was removed in {removedIn}.',
  'not-yet': '{release} does not read [{group}] {key}: it is new in {first}.',
  'deprecated': '[{group}] {key} is deprecated since {since}; a later release removes it.',
  'bad-type': '{key} takes a value of type {type}: a service that reads this option does not start with'
    + ' it.',
  'at-least': '{key} is at least {min}: oslo.config refuses a smaller value.',
  'at-most': '{key} is at most {max}: oslo.config refuses a larger value.',
  'between': '{key} lies between {min} and {max}: oslo.config refuses other values.',
  'not-a-choice': '{key} is one of {choices}: oslo.config refuses other values.',
  'repeated': 'Without effect: line {line} sets it again, and the last one counts.',
  'comment-in-value': 'The indented line below belongs to the value of {key}, although it begins like a'
    + ' comment.',
  'drift': 'The service runs with {after} ({log}, line {line}), not with this value. {remedy}',
  'anyRelease': 'The newest Nova',

  // ---- values in force ----
  inForce: 'In force',
  isValue: '{option} is {value}',
  isUnset: '{option} is not set and has no default',
  isEmpty: '{option} is empty',
  fromLog: 'as the service logged it when it started',
  fromLogLater: 'as the service logged it at a later start',
  fromFile: 'set in {file}',
  fromDefault: 'the default',
  fromDefaultOf: 'the default of {release}',
  notDefault: 'the default is {value}',
  sinceStart: 'since this start; before it was {value}',
  fileSays: '{file} says {value}',
  fileAgrees: '{file} says the same',
  lineOf: '{file}, line {line}',
  atLine: 'line {line}',
  valueHere: '{option} is {value} ({place})',
  nowDefault: '{value}, the default',
  nowAt: '{value}: {place}',

  // ---- advice ----
  volumeKnown: '“available” came {needed} after the volume was asked for; {attempts} looks every'
    + ' {interval} s gave it {allowed}.',
  volumeUnknown: 'Within the {allowed} that {attempts} looks every {interval} s allow, the volume was not'
    + ' ready; this log does not show when it was.',
  event: 'Neutron reported the port {needed} after Nova began to wait; {allowed} were allowed.',
  reply: 'The reply came {needed} after the call; {allowed} were allowed.',
  set: 'Set {option} to {value} (now {was}).',
  setGuess: 'To try twice the time, set {option} to {value} (now {was}).',
  riskVolume: 'Risk: a build whose volume never becomes ready fails that much later, and keeps one of'
    + ' max_concurrent_builds for so long.',
  riskEvent: 'Risk: a build whose port is never plugged fails that much later; see first why Neutron took'
    + ' so long.',
  riskReply: 'Risk: where a service is down, its callers wait that much longer, and whoever waits for them'
    + ' may give up first.',
  restart: 'It counts after a restart of {services} ({commands}).',
  lasting: 'On {deployment} the change lasts when it is made {where}.',
  or: ' or ',

  // ---- commands of the editor ----
  setInConf: 'Set {option} = {value} in {file}…',
  setLabel: '{option} = {value}, was {was}',
  setDone: '{option} = {value} stands in {file}. It counts after a restart of {services}.',
  setNothing: '{file} says so already.',
  noConf: 'No nova.conf was found beside the log. Name it in the setting “novaLens.novaConf”.',
  openSetting: 'Open Setting',
  renameTo: 'Rename to {name}',
  moveTo: 'Move to [{group}]',
  spellAs: 'Change to {name}',
  removeLine: 'Remove the line',
  explainOption: 'Explain {option}',
  stated: 'logged at a start',
  unsetDetail: 'no default',
  defaultDetail: 'default {value}',
} as const;

/** The words in the language that is spoken. */
export const confEnglish = translated('conf', words);

export type ConfWord = keyof typeof words;
export type ConfWords = Readonly<Record<ConfWord, string>>;
export type SayConf = (word: ConfWord, args?: WordArgs) => string;

/** A way to say the words of one language. */
export function sayConfIn(words: ConfWords): SayConf {
  return (word, args = {}) => fillSlots(words[word], args);
}
