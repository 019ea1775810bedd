// One service's log as oslo.log 5.x writes it by default. In: statements with their values. Out: lines,
// each with the time at which it was written.

import { formatPython } from './python';
import type { Values } from './python';
import type { Random } from './random';
import { allStatements } from './statements';
import type { StatementName } from './statements';

/** The clock that all services of a sample share. Milliseconds since the epoch, in the log's own zone. */
export class Clock {
  constructor(public now: number) {}

  /** Lets time pass. */
  wait(seconds: number): void {
    this.now += Math.max(0, seconds) * 1000;
  }
}

/** Who asks: stands in brackets behind the logger. */
export interface Context {
  readonly request: string;
  readonly user?: string;
  readonly project?: string;
}

/** An exception as a log shows it. */
export interface Raised {
  /** `nova.exception.VolumeNotCreated: Volume … did not finish …`; may have several lines. */
  readonly summary: string;
  /** All lines of the traceback, the summary last. */
  readonly traceback: readonly string[];
}

export interface Saying {
  readonly context?: Context | undefined;
  readonly instance?: string | undefined;
  readonly values?: Values;
  /** For EXCEPTION: printed below. For WARNING and ERROR: the exception that is being handled. */
  readonly raised?: Raised | undefined;
}

export type Written = (time: number, text: string) => void;

export interface LogOptions {
  readonly pid: number;
  readonly lowest: 'DEBUG' | 'INFO';
  readonly random: Random;
  readonly clock: Clock;
  readonly written: Written;
}

const packages = '/usr/lib/python3/dist-packages/';
const packageFiles = new Set(['os_vif']);

export class ServiceLog {
  readonly #options: LogOptions;

  constructor(options: LogOptions) {
    this.#options = options;
  }

  /** Writes one statement; a few milliseconds pass. */
  say(name: StatementName, { context, instance, values, raised }: Saying = {}): void {
    const { pid, lowest, random, clock, written } = this.#options;
    const { logger, level, text, from, line, looping } = allStatements[name];
    const time = Math.floor(clock.now);
    clock.now += random.between(0.4, 9);
    if (level === 'DEBUG' && lowest === 'INFO') return;
    const shown = level === 'EXCEPTION' ? 'ERROR' : level;
    const tag = instance === undefined ? '' : `[instance: ${instance}] `;
    const head = `${timeOf(time)} ${pid} ${shown} ${logger}`;
    const suffix = level === 'DEBUG' ? ` ${from} ${fileOf(logger)}:${line ?? 0}` : '';
    const message = formatPython(text, values) + summaryOf(level, raised) + suffix;
    const block = [`${head} ${contextOf(looping ? undefined : context)} ${tag}${message}`];
    if (level === 'EXCEPTION' && raised) {
      // oslo.log ends the traceback with an empty line of its own
      const prefix = `${timeOf(time)} ${pid} ERROR ${logger} ${tag}`;
      for (const below of [...raised.traceback, '']) block.push(prefix + below);
    }
    written(time, block.join('\n'));
  }
}

// The exception passed by LOG.exception shows whole, one that is only being handled by its first line.
function summaryOf(level: string, raised: Raised | undefined): string {
  if (!raised || level === 'DEBUG' || level === 'INFO') return '';
  return `: ${level === 'EXCEPTION' ? raised.summary : raised.summary.split('\n', 1)[0] ?? ''}`;
}

function contextOf(context: Context | undefined): string {
  if (!context) return '[-]';
  const { request, user, project } = context;
  const who = user === undefined || project === undefined ? '- - - - - -' : `${user} ${project} - - default default`;
  return `[None ${request} ${who}]`;
}

function fileOf(logger: string): string {
  return `${packages}${logger.replace(/\./g, '/')}${packageFiles.has(logger) ? '/__init__' : ''}.py`;
}

let lastSecond = Number.NaN;
let lastText = '';

function timeOf(time: number): string {
  const second = Math.floor(time / 1000);
  if (second !== lastSecond) {
    lastSecond = second;
    lastText = new Date(second * 1000).toISOString().slice(0, 19).replace('T', ' ');
  }
  return `${lastText}.${String(time % 1000).padStart(3, '0')}`;
}
