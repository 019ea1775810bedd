// Files of configuration on the disk → parsed: those that were named, else those that lie beside a log. In:
// paths. Out: files in oslo.config's order, and a sentence for each named path that cannot be read.

import fs from 'node:fs';
import path from 'node:path';
import { parseConf } from '../core/conf/conf';
import type { ConfFile } from '../core/conf/conf';
import { planConf } from '../core/conf/confPaths';
import { problemText } from '../core/render/problemText';
import { problemOfError } from '../disk/files';
import { problems } from './words';

/** Larger files are no nova.conf. */
const largest = 4 * 1024 * 1024;

export class ConfReader {
  readonly #known = new Map<string, ConfFile | undefined>();
  readonly #named: readonly ConfFile[] | undefined;

  /** @param named paths of files or folders; none: `beside` looks for them. */
  constructor(named: readonly string[], tell: (problem: string) => void) {
    if (named.length > 0) this.#named = expand(named, tell).flatMap((file) => this.#read(file, tell) ?? []);
  }

  /** The files behind a log. @param log undefined: standard input, beside which nothing lies */
  beside(log: string | undefined, configFiles: readonly string[] | undefined): readonly ConfFile[] {
    if (this.#named) return this.#named;
    if (log === undefined) return [];
    const plan = planConf(path.resolve(log), configFiles);
    const found = plan.choose(new Set(plan.asked.filter(exists)));
    return expand(found, () => undefined).flatMap((file) => this.#read(file, () => undefined) ?? []);
  }

  #read(file: string, tell: (problem: string) => void): ConfFile | undefined {
    if (this.#known.has(file)) return this.#known.get(file);
    let parsed: ConfFile | undefined;
    try {
      if (fs.statSync(file).size <= largest) parsed = parseConf(fs.readFileSync(file, 'utf8'), file);
    } catch (error) {
      tell(problemText(problemOfError(file, error)));
    }
    this.#known.set(file, parsed);
    return parsed;
  }
}

function exists(file: string): boolean {
  const status = fs.statSync(file, { throwIfNoEntry: false });
  return file.endsWith('/') ? status?.isDirectory() === true : status?.isFile() === true;
}

/** Folders give way to their `*.conf`, by name. */
function expand(paths: readonly string[], tell: (problem: string) => void): readonly string[] {
  return paths.flatMap((one) => {
    try {
      if (!fs.statSync(one).isDirectory()) return [one];
      const names = fs.readdirSync(one).filter((name) => name.endsWith('.conf')).sort();
      if (names.length === 0) tell(problems.noConf(one));
      return names.map((name) => path.join(one, name));
    } catch (error) {
      tell(problemText(problemOfError(one, error)));
      return [];
    }
  });
}
