// The words of logs that are too large for an editor and are read from the file. They are a part of
// editorWords.

export const largeWords = {
  // ---- tree ----
  largeReading: 'reading, {percent} %',
  largePartlyRuled: 'Of {log} only the first {count} lines of this instance were held against your rules.',
  largeLeftOut: 'Open logs name many instances: {count} {count|was|were} not looked for here. Those that'
    + ' had failed came first.',
  largeFailed: 'Failed',
  largeNotYetKnown: 'not known yet',
  largeNotKnown: 'not known: the log names too few requests to tell',
  largeUnpacking: 'unpacking, {size} so far',
  largeRenamed: 'rotated: another file has its name',
  largeEmptied: 'emptied: what was read is gone',
  largeGone: 'the file is gone',
  largeUnread: 'no longer followed: what came could not be read',

  // ---- opening ----
  largeOffer: '{log} is too large for an editor: no extension sees it there. Nova Lens can read it from the '
    + 'file and show its instances, their lines and its pages.',
  largeOpen: 'Open with Nova Lens',
  largeNotNow: 'Not Now',
  largeOpening: 'Reading {log}',
  largeSpeed: '{percent} %, {speed} MB/s, {count} {count|instance|instances}',
  largeUnpackSpeed: '{size} MB unpacked, {speed} MB/s, {count} {count|instance|instances}',
  largeOtherWay: '{log} is not written in the way that can be read fast, or there is no room to unpack it: '
    + 'it is read line by line.',
  largeInWorkers: 'Large logs are read by web workers.',
  largeTwin: 'They read without WebAssembly, more slowly: {reason}',
  largeNoWorkers: 'Large logs are read by the extension host itself, for no web worker could begin: {reason}',
  largeNoDisk: '{log} has {size} MB. Nova Lens has no disk in this window and reads whole files, up to '
    + '{most} MB: open it in a desktop or remote window.',
  largeWasRenamed: '{log} was rotated. What was read can still be looked at; what comes now is in the new '
    + 'file.',
  largeWasEmptied: '{log} was emptied or written anew: what was read is no longer there.',
  largeWasGone: '{log} was removed. What was read can still be looked at until it is closed.',
  largeWasUnread: '{log} has grown, and what came could not be read: is the disk full? What was read can '
    + 'still be looked at.',
  largeOpenAgain: 'Open Again',

  // ---- documents ----
  largeFailures: '… {count} more {count|instance|instances} that failed {count|is|are} left out; the tree '
    + 'lists {count|it|them}.',
  largeClosed: '{log} is not open: open it with Nova Lens to see its pages.',
  largePage: 'Page {page} of {pages} · lines {first} – {last} of {log}',
  largePreviousPage: 'Previous page',
  largeNextPage: 'Next page',
  largeGoToLine: 'Go to line…',
  largeSearch: 'Search this log…',
  largeAround: 'Page around line {line}',
  largeInstanceBefore: 'Previous instance',
  largeInstanceBehind: 'Next instance',
  largeShowInstances: 'Show its instances',
  largeFindInstance: 'Find an instance…',
  largeFirstPage: 'First page',
  largeElsewhere: 'It is shown in the view Nova Instances, not here.',
  largeWhich: 'Which log?',
  largeNone: 'No log is open that is read from its file.',
  largeLinePrompt: 'Number of a line, from 1 to {lines}',
  largeLineWrong: 'There is no such line: the last one is {lines}.',
  largeProblem: '{log}, line {line}: {problem}',

  // ---- search ----
  largeSearchIn: 'Search {log}',
  largeSearchPrompt: 'Text to look for. Fewer lines with level:ERROR, level:WARNING+, instance:UUID, '
    + 'from:08:10, to:2024-05-06T08:20',
  largeSearchStyle: 'on: {styles}',
  largeMatchCase: 'Match Case',
  largeWholeWord: 'Match Whole Word',
  largeExpression: 'Use Regular Expression',
  largeSwitchOn: '{name}: on',
  largeSwitchOff: '{name}: off',
  largeSearchEmpty: 'Write a text, level:…, instance:…, from:… or to:…',
  largeSearchNoTime: 'from: and to: are times as the log has them, such as 08:10 or 2024-05-06T08:10, '
    + 'the earlier one first.',
  largeSearchWrong: 'This is no expression: {reason}',
  largeSearching: 'Searching {log}',
  largeSearchTitle: '{wanted} in {log}',
  largeSearchCount: '{count} {count|line|lines}',
  largeSearchMessages: 'without what goes on below them; a text is looked for there too',
  largeSearchGoesOn: 'Searching: {count} {count|line|lines} so far',
  largeSearchMost: 'The first {count} of {all} lines',
  largeSearchStopped: 'Stopped: {count} {count|line|lines} so far',
  largeSearchBlank: '(empty line)',
  largeSearchNothing: 'No line of {log} fits.',
  largeSearchSlow: 'The expression takes too long for a line of {log}: make it simpler.',
} as const;
