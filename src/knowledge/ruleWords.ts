// Words around the operator's own rules. A translation is a table with the same keys.

import { translated } from './language';

export const ruleWords = translated('rule', {
  from: 'Rule of yours',
  place: '{id}, in {file}, line {line}',
  bug: 'Known bug',
  fixedIn: 'Fixed in',
});

/** What is wrong with a rule file, by the id of the problem. */
export const ruleProblemWords = translated('ruleProblems', {
  syntax: 'This is no YAML: {reason}.',
  tooLarge: 'The file is larger than {most} bytes: it is not read.',
  tooMany: 'More than {most} entries: those behind are not read.',
  alias: '“{key}” refers to another place of the file: write it out.',
  notAMap: '“{key}” must have fields of its own.',
  notAList: '“{key}” must be a list.',
  notText: '“{key}” must be a text that is not empty.',
  tooLong: '“{key}” is longer than {most} letters.',
  unknownKey: '“{key}” means nothing here.',
  missing: '“{key}” is missing.',
  badVersion: 'Rules of version {version} are not known: write version 1.',
  badId: '“{id}” is no id: use letters, digits, dots and dashes, at most 80.',
  doubleId: 'There is a rule “{id}” above.',
  badChoice: '“{value}” is no {key}: there are {allowed}.',
  badLink: '“{link}” is no https address.',
  noMatch: 'Say which line or exception it is about: “message” or “exception”.',
  vagueMessage: 'The message fits too many lines: at least {least} of its letters must be fixed.',
  sampleDiffers: 'The sample of “{id}” does not match its rule.',
  sampleOfOther: '“{id}” names the same lines as “{other}” above, which comes first.',
  tookSeconds: 'An edge “took” needs “%(seconds)s” in the message.',
  phaseOfException: 'A rule on an exception adds to no phase: its line has one already.',
  unknownOption: 'No release of Nova has an option “{name}” that is known here.',
  unknownException: 'No release of Nova, and no library that is known here, has a class “{name}”.',
});
