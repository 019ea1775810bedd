// How long tasks held the extension host, as the extension beside Nova Lens writes it down.

import fs from 'node:fs';

export class HostTasks {
  readonly #file: string;
  #told = 0;

  constructor(file: string) {
    this.#file = file;
  }

  /** The longest task since this was asked the last time, milliseconds; shorter ones than 5 are not written
   *  down. */
  longest(): number {
    const tasks = fs.readFileSync(this.#file, 'utf8').split('\n').filter((line) => line !== '');
    const fresh = tasks.slice(this.#told).map((line) => Number(line.split(' ')[1]));
    this.#told = tasks.length;
    return Math.max(0, ...fresh);
  }
}
