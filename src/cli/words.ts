// What the command line says of itself. In: ids and arguments. Out: one sentence for each thing that can go
// wrong; a translation is a table of the same shape in zh.ts.

import { translated } from '../knowledge/language';

export const texts = translated('cliTexts', {
  help: `nova-lens: what Nova did to each instance, read from its logs

  nova-lens report [--json] [--by WHAT] [--instance UUID] [--summary | --all] [--index DIR]
    [--align-clocks] [--nova-conf PATH] [--rules FILE] FILE|DIR|- …
      Timelines of all instances in these logs: operations, attempts, phases, failures with their root
      cause and what to do. A directory is searched for logs; .gz, .zst, .xz, .tar and .zip are read in
      place; - reads standard input.
        --json            the same for programs, by media/report.schema.json. Of logs of more than 256 MB
                          notLookedAt names what only all lines together would tell
        --by WHAT         instance (the usual), request, host or cause: what stands at the top
        --instance UUID   only this instance; the beginning of its UUID is enough. Of logs of more than
                          64 MB only its lines are read; in JSON notLookedAt names what that leaves out
        --all             every failure in full, also where three or more are alike, of which the first one
                          is else; and every instance of logs of more than 64 MB: such logs are summed up,
                          each cause told once, and are read at the speed of the disk. From all lines as far
                          as they fit in memory, else from those about each; the report says which
        --summary         such a summary of any log or folder; with --json by media/summary.schema.json
        --index DIR       keep an index of such a log there: the next report on it need not read it again
        --align-clocks    where the logs of several hosts prove that clocks disagree, move times onto one
        --nova-conf PATH  hold the logs against this file or folder; may be given again, a later one wins.
                          Without it nova.conf is looked for beside each log, as in a sosreport
        --rules FILE      rules of your own, YAML or JSON; may be given again

  nova-lens follow [--json] FILE|DIR …
      The same logs while they are written: a line for each operation that begins, goes on or ends, until it
      is interrupted. Rotation is survived, and file systems without events. --json: an object on each line.

  nova-lens explain [--release RELEASE] [--deployment NAME] [--nova-conf PATH] [--json] NAME|LINE|-
      What an exception, an option, a phase or a log line means, what causes it and what to check. NAME as
      the log or nova.conf spells it, or the id of a log statement; - reads a line or a whole traceback
      from standard input.
        --release RELEASE  as people name it: 2024.1, caracal, 29, newton
        --deployment NAME  spell check commands for its hosts: kolla, tripleo, devstack, …
        --nova-conf PATH   say what this file or folder sets the options to; may be given again

  nova-lens coverage [--json] FILE|DIR|- …
      How much of these logs is known: lines that are one statement of Nova's source, warnings and errors
      that are explained, and between which releases the Nova lies that wrote them. The rest is listed.

  nova-lens rules [--json] FILE …
      What is wrong with files of rules of your own, each problem at its line. A rule names a line or an
      exception and says what you know of it; its shape: media/rules.schema.json

  nova-lens cut --instance UUID | --request ID | --operation ID | --failures | [--from TIME] [--to TIME]
                [--context N] [--origin] [--output FILE] FILE|DIR …
      The lines about one thing, out of all these logs, in time order: what to hand on, or to open where the
      whole is too large. The beginning of an id is enough. TIME is 2024-05-06 09:11:19, or 09:11 of the
      first day; the logs' own clocks count.
        --context N    so many lines around an operation and around failures; 3 without it
        --origin       each line behind its log and line number, as grep -n writes them
        --output FILE  write there instead of to standard output

  nova-lens unfold FILE|- …
      Logs of which many lines stand on one, with a line for each: what Ansible, JSON or Python made of a
      log, and what a central store answered. A log in which each line is one stays as it is.

  nova-lens --help | --version

  --lang en|zh-cn, with any of them, chooses the language; without it LC_ALL, LC_MESSAGES or LANG does.

Exit status: 0 nothing failed, 1 something failed, 2 misuse or something could not be read.
Colour only on a terminal; NO_COLOR and FORCE_COLOR are respected. Nothing leaves this machine.
`,
});

/** What there is to know of one command, or of all: a paragraph is of the command that it begins with, those
 *  behind the last one are of all. */
export function helpOn(command: string | undefined): string {
  if (command === undefined) return texts.help;
  const [, ...paragraphs] = texts.help.split('\n\n');
  const isOf = (text: string, name: string): boolean => text.startsWith(`  nova-lens ${name} `);
  const common = paragraphs.slice(paragraphs.findIndex((text) => isOf(text, '--help')) + 1);
  return [...paragraphs.filter((text) => isOf(text, command)), ...common].join('\n\n');
}

export const problems = translated('cliProblems', {
  noCommand: () =>
    'Say what to do: nova-lens report FILE … or nova-lens explain NAME; nova-lens --help tells more.',
  unknownCommand: (name: string) =>
    `There is no command “${name}”: there are report, follow, explain, coverage, cut, unfold and rules.`,
  badOption: (reason: string) => `${reason}; nova-lens --help tells what there is.`,
  noFiles: () => 'Say which log to read: nova-lens report FILE|DIR|- …',
  noFollowed: () => 'Say which log to follow: nova-lens follow FILE|DIR …',
  followsInput: () => 'Standard input cannot be followed; nova-lens report - reads it to its end.',
  noRuleFiles: () => 'Say which rules to look at: nova-lens rules FILE …',
  oneSubject: () =>
    'Say one thing to cut out: --instance, --request, --operation, --failures, or --from and --to.',
  badContext: () => '--context takes a number of lines, from 0 to 1000.',
  cutTwice: () =>
    'cut reads its logs twice, which standard input and pipes do not bear: give it files.',
  noMoment: () => 'That is no time: write 2024-05-06 09:11:19, or 09:11 for the first day of the logs.',
  nothingCut: () => 'These logs have no such line.',
  cutFolded: (path: string, line: number) =>
    `Line ${line} of “${path}” holds many lines of a log and is cut out whole; nova-lens unfold makes a line`
    + ' of each.',
  notWritten: (path: string, reason: string) => `“${path}” could not be written: ${reason}.`,
  noSubject: () => 'Say what to explain: nova-lens explain NAME, a log line, or - for standard input.',
  oneSummary: () => '--summary sums up one log or folder, and not together with --all.',
  noSummary: (path: string) =>
    `“${path}” cannot be summed up: it is short, not in oslo.log\'s usual form, names no requests, there is`
    + ' no room to unpack it, or its logs were written by clocks that differ. Without --summary every'
    + ' instance of it is told.',
  twiceInput: () => 'Standard input can be read only once.',
  noLogs: (path: string) => `There are no logs in “${path}”.`,
  forgotten: (path: string, line: number) =>
    `“${path}” says more than fits in memory: what stands up to line ${line} is forgotten.`,
  noConf: (path: string) => `There is no file “*.conf” in “${path}”.`,
  noInstance: (id: string) => `No operation of an instance ${id} stands in these logs.`,
  unknownGrouping: (name: string) =>
    `A report is by instance, request, host or cause, and not by “${name}”.`,
  notUuid: (id: string) => `“${id}” is not the beginning of a UUID.`,
  unknownName: (name: string) => `Nothing is known about “${name}”.`,
  didYouMean: (name: string, others: string) => `Nothing is known about “${name}”; did you mean ${others}?`,
  unknownDeployment: (name: string, all: string) =>
    `There is no deployment “${name}”: there are ${all}.`,
  unknownRelease: (release: string) =>
    `There is no Nova release “${release}”; name it like 29, 2024.1 or caracal.`,
  bug: (reason: string) => `nova-lens failed, which is a bug in it: ${reason}`,
  unknownLanguage: (name: string) => `There are no words in “${name}”: --lang takes en or zh-cn.`,
});

export const counts = translated('cliCounts', {
  onlyOwn: () =>
    'Only lines about this instance were read: --all also tells how others fared, what befell its hosts, how'
    + ' long phases usually take, and who held its locks.',
  onlyTimelines: () =>
    'Each instance was told from the lines that concern it: what only all lines together would tell (groups'
    + ' of causes, what befell hosts, holes in the logs, how long phases usually take, who held locks, what'
    + ' concerns no instance, how many warnings are explained) was not looked at.',
  onlyOperations: () =>
    'Operations were told from the lines that concern their instances: what only all lines together would'
    + ' tell (what befell hosts, what they had free, holes in the logs, how long phases usually take) was not'
    + ' looked at.',
  ruleLines: () =>
    'Rules were held against the lines that name an instance or tell of its operations, and against no'
    + ' others.',
  partly: (instances: number) =>
    `${instances} ${instances === 1 ? 'instance says' : 'instances say'} so much that only the beginning and`
    + ' the end of it were read.',
  partlyRuled: (instances: number, lines: string) =>
    `Of ${instances} ${instances === 1 ? 'instance' : 'instances'} only the first ${lines} lines were held`
    + ' against rules.',
  rules: (rules: number, files: number) =>
    `${rules} ${rules === 1 ? 'rule holds' : 'rules hold'}, in ${files} ${files === 1 ? 'file' : 'files'}.`,
});
