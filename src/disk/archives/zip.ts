// A .zip on the disk or in memory → its files, one after another. A chunk of its own, loaded on first use.

import { fromBuffer, open } from 'yauzl';
import type { Entry as ZipEntry, Options, ZipFile } from 'yauzl';
import { bytesOfStream } from '../bytes';
import type { EntryVisit } from './entry';

const options: Options = { lazyEntries: true, autoClose: false };

/**
 * Calls `visit` for each file in its order and waits for it. Links, folders, encrypted files and names that
 * lead out of the archive are passed over.
 * @throws when the archive is damaged, after all files that could be read.
 */
export async function walkZip(zip: string | Buffer, visit: EntryVisit): Promise<void> {
  const file = await openZip(zip);
  try {
    await eachEntry(file, async (entry) => {
      if (entry.fileName.endsWith('/') || isLink(entry) || entry.isEncrypted()) return;
      const stream = await openEntry(file, entry);
      try {
        const { fileName: name, uncompressedSize: size } = entry;
        await visit({ name, size, open: () => bytesOfStream(stream) });
      } finally {
        stream.destroy();
      }
    });
  } finally {
    file.close();
  }
}

function openZip(zip: string | Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, file?: ZipFile) => {
      if (file) resolve(file);
      else reject(error ?? new Error('no .zip'));
    };
    if (typeof zip === 'string') open(zip, options, done);
    else fromBuffer(zip, options, done);
  });
}

function eachEntry(file: ZipFile, visit: (entry: ZipEntry) => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    file.on('error', reject);
    file.on('end', resolve);
    file.on('entry', (entry: ZipEntry) => {
      visit(entry).then(() => file.readEntry(), reject);
    });
    file.readEntry();
  });
}

function openEntry(file: ZipFile, entry: ZipEntry): Promise<NodeJS.ReadableStream & { destroy(): void }> {
  return new Promise((resolve, reject) => {
    file.openReadStream(entry, (error, stream) => {
      if (error) reject(error);
      else resolve(stream);
    });
  });
}

// POSIX: the upper half is the mode
function isLink({ externalFileAttributes }: ZipEntry): boolean {
  return ((externalFileAttributes >>> 16) & 0o170000) === 0o120000;
}
