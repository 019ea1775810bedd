// Words of a card on a log statement. A translation is a table with the same keys.

import { translated } from './language';

export const statementWords = translated('statement', {
  summary: 'A log statement of Nova, at level {level} in {logger}.',
  summaryOfLibrary: 'A log statement of the library {library}, which writes into Nova\'s logs.',
  summaryDynamic: 'The text of an exception, logged as it is; look the exception up by its name.',
  harmless: 'Needs no care: {reason}',
  id: 'Statement',
  logger: 'Logged by',
  function: 'In',
  level: 'Level',
  levelWas: '{level} (in other releases {others})',
  traceback: '{level}, with traceback',
  releases: 'Releases',
  orEarlier: '{releases} (the first of these or earlier)',
  before: 'Worded otherwise before {release}',
  after: 'Worded otherwise since {release}',
  otherLanguage: 'The message is in another language than Nova\'s source has it: which statement logged it cannot be'
    + ' told, it is recognised by its logger only.',
  otherLanguageOf: 'The message is in another language than Nova\'s source has it: it is recognised by its exception,'
    + ' {type}, and its logger only.',
  otherwise: 'Or one of these, which read the same',
} as const);
