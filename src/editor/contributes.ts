// Every id that package.json spells as well: the manifest test compares the two.

export const language = 'nova-log';
export const confLanguage = 'nova-conf';

/** Documents that hold lines of several logs: extracts. */
export const extractScheme = 'nova-lens';

/** Packed logs and logs in archives, shown unpacked. */
export const packedScheme = 'nova-lens-log';

/** Logs that stand in one line of a document, with a line for each of theirs. */
export const unfoldedScheme = 'nova-lens-unfolded';

export const views = { instances: 'novaLens.instances' } as const;

/** What stands below "Open With…"; a packed log, which has no text to show, opens so. */
export const editors = { largeLog: 'novaLens.largeLogPage', packedLog: 'novaLens.packedLogPage' } as const;

export const commands = {
  openLog: 'novaLens.openLog',
  openLogFolder: 'novaLens.openLogFolder',
  openLargeLog: 'novaLens.openLargeLog',
  readBeside: 'novaLens.readBeside',
  nextPage: 'novaLens.nextPage',
  previousPage: 'novaLens.previousPage',
  goToLogLine: 'novaLens.goToLogLine',
  searchLog: 'novaLens.searchLog',
  explain: 'novaLens.explain',
  showInstances: 'novaLens.showInstances',
  showOperation: 'novaLens.showOperation',
  goToPlace: 'novaLens.goToPlace',
  goToCause: 'novaLens.goToCause',
  goToPhase: 'novaLens.goToPhase',
  nextPhase: 'novaLens.nextPhase',
  previousPhase: 'novaLens.previousPhase',
  nextFailure: 'novaLens.nextFailure',
  previousFailure: 'novaLens.previousFailure',
  peekInstance: 'novaLens.peekInstance',
  openInstanceDocument: 'novaLens.openInstanceDocument',
  openRequestDocument: 'novaLens.openRequestDocument',
  openOperationDocument: 'novaLens.openOperationDocument',
  compareWith: 'novaLens.compareWith',
  showFixes: 'novaLens.showFixes',
  goToOrigin: 'novaLens.goToOrigin',
  listPhases: 'novaLens.listPhases',
  copyWithOrigin: 'novaLens.copyWithOrigin',
  searchInstances: 'novaLens.searchInstances',
  groupBy: 'novaLens.groupBy',
  filterInstances: 'novaLens.filterInstances',
  showMore: 'novaLens.showMore',
  followCursor: 'novaLens.followCursor',
  unfollowCursor: 'novaLens.unfollowCursor',
  copyInstance: 'novaLens.copyInstance',
  copyReport: 'novaLens.copyReport',
  copyCommand: 'novaLens.copyCommand',
  copyConf: 'novaLens.copyConf',
  copyChecks: 'novaLens.copyChecks',
  openConf: 'novaLens.openConf',
  setOption: 'novaLens.setOption',
  forgetLog: 'novaLens.forgetLog',
  openFailures: 'novaLens.openFailures',
  openSpan: 'novaLens.openSpan',
  openUnfolded: 'novaLens.openUnfolded',
  showUnexplained: 'novaLens.showUnexplained',
  showOutput: 'novaLens.showOutput',
  useRules: 'novaLens.useRules',
} as const;

/** Settings by their names behind `novaLens.`. */
export const settingNames = {
  codeLens: 'codeLens',
  inlineTips: 'inlineTips',
  problems: 'problems',
  detectLogs: 'detectLogs',
  followCursor: 'followCursor',
  slowPhaseSeconds: 'slowPhaseSeconds',
  novaConf: 'novaConf',
  rules: 'rules',
  siblings: 'siblings',
  alignClocks: 'alignClocks',
} as const;

/** Context keys for the `when` clauses of the manifest. */
export const contexts = {
  reading: 'novaLens.reading', large: 'novaLens.large',
  /** There is a log that the view tells of. */
  open: 'novaLens.open',
  /** A line of the log in front holds several. */
  folded: 'novaLens.folded',
} as const;
