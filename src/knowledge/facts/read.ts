// In: the name of a generated table. Out: its rows, from a file that is read on first use.

export type FactTable = 'exceptions' | 'options' | 'statements';

/** Reads one of the files shipped under dist/lazy/; the web host, which has none, is handed one by the
 *  editor. */
export type FactReader = (file: string) => PromiseLike<Uint8Array>;

/** Where there are files of our own to import, no reader is needed. */
export function readFactsWith(reader: FactReader): void {
  void reader;
}

/** Never rejects but for a broken installation. */
export async function readFactTable(table: FactTable): Promise<unknown> {
  switch (table) {
    case 'exceptions': return (await import('./exceptions.json')).default;
    case 'options': return (await import('./options.json')).default;
    case 'statements': return (await import('./statements.json')).default;
  }
}
