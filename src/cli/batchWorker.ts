// A large log, and how it is to be told → what is said of some of its instances at a time, as plain data that
// only has to be put together: on the thread that puts it together, or on the one beside it. In: once the log
// and how it is told, then batches. Out: what is said of each, in the order in which they came.

import { parentPort, workerData } from 'node:worker_threads';
import { tellHosts } from '../core/render/hostStream';
import type { ToldHosts } from '../core/render/hostStream';
import { tellBatch } from '../core/render/reportStream';
import type { ToldBatch } from '../core/render/reportStream';
import { tellText } from '../core/render/timelineStream';
import type { ToldText } from '../core/render/timelineStream';
import type { OwnRule } from '../core/rules/rule';
import { buildRuleSet } from '../core/rules/ruleSet';
import { BatchReader } from '../disk/large/instanceBatches';
import type { BatchJob, OptionDumps } from '../disk/large/instanceBatches';
import type { OpenedLog } from '../disk/large/ownLines';
import { openShared } from '../disk/large/sharedLog';
import type { SharedLog } from '../disk/large/sharedLog';
import { fileOf } from '../disk/packedText';
import { confFindings } from './confFindings';
import { hasFailure } from './failure';
import { speakChosen } from './language';
import { ConfReader } from './novaConf';
import { painter } from './output';

/** How it is told; plain data. */
export interface TellOrder {
  /** Files or folders of configuration; none: those that lie beside the logs. */
  readonly novaConf: readonly string[];
  readonly dumps: OptionDumps;
  /** The operator's own. */
  readonly rules?: readonly OwnRule[];
  /** Undefined: as JSON. */
  readonly text: TextOrder | undefined;
}

export interface TextOrder {
  readonly width: number | undefined;
  readonly isColoured: boolean;
  /** Every phase of every operation, however many there are. */
  readonly full: boolean;
  readonly by: 'instance' | 'host';
}

export interface Told {
  readonly json?: ToldBatch;
  readonly text?: ToldText;
  readonly hosts?: ToldHosts;
  readonly hasFailed: boolean;
}

export class BatchTeller {
  readonly #reader: BatchReader;
  readonly #conf: ConfReader;
  readonly #text: TextOrder | undefined;

  /** @param tell what is wrong with the files of configuration */
  constructor(
    log: OpenedLog, { novaConf, dumps, text, rules = [] }: TellOrder, tell: (problem: string) => void,
  ) {
    this.#reader = new BatchReader(log, dumps, buildRuleSet(rules));
    this.#conf = new ConfReader(novaConf, tell);
    this.#text = text;
  }

  async tell(job: BatchJob): Promise<Told> {
    const { analysis: bare, ...read } = this.#reader.read(job);
    if (this.#text?.by === 'host') {
      const hosts = tellHosts(bare, read.partly.length, painter(this.#text.isColoured));
      return { hosts, hasFailed: hasFailure(bare) };
    }
    const { findings, contextOf } = await confFindings(bare, ({ source, optionDumps = [] }) =>
      this.#conf.beside(fileOf(source), optionDumps.at(-1)?.configFiles));
    const further = findings.filter(({ instance }) => instance !== undefined);
    const analysis = { ...bare, findings: [...bare.findings, ...further] };
    const hasFailed = hasFailure(analysis);
    if (!this.#text) return { json: tellBatch(analysis, contextOf, read), hasFailed };
    const { isColoured, width, full } = this.#text;
    const options = { paint: painter(isColoured), width, full, contextOf };
    return { text: tellText(analysis, read, options), hasFailed };
  }
}

/** What a thread is begun with. */
export interface ThreadOrder {
  readonly log: SharedLog;
  readonly told: TellOrder;
  readonly language: string;
}

if (parentPort && isOrder(workerData)) {
  const port = parentPort;
  const { log, told, language } = workerData;
  const teller = speakChosen({ name: language, words: [] })
    // the other thread reads the same files of configuration, and says what is wrong with them
    .then(() => new BatchTeller(openShared(log), told, () => undefined));
  let before: Promise<unknown> = teller;
  port.on('message', (job: BatchJob) => {
    before = Promise.all([teller, before]).then(async ([own]) => port.postMessage(await own.tell(job)));
  });
}

function isOrder(value: unknown): value is ThreadOrder {
  return typeof value === 'object' && value !== null && 'told' in value && 'log' in value;
}
