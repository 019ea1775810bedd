// Paths → the logs behind them. In: files and folders, or `-`. Out: inputs in a fixed order, and a problem
// for each path that is none. Nothing is read here but directories.

import fs from 'node:fs';
import path from 'node:path';
import { problemOf } from '../core/sets/problem';
import type { Problem } from '../core/sets/problem';
import { archiveStem, isArchiveName, isGeneralLogName, isHostFile, isLogName } from './names';

export interface Input {
  /** As it is called in the report. */
  readonly source: string;
  /** Undefined: standard input. */
  readonly path: string | undefined;
  /** A pipe or the like: it has no size and cannot be looked at before it is read. */
  readonly pipe: boolean;
  /** Found in a directory, not named: left out when it turns out to be no text. */
  readonly found: boolean;
}

export interface Listing {
  readonly inputs: readonly Input[];
  readonly problems: readonly Problem[];
}

const standardInput = 'stdin';

export function listInputs(paths: readonly string[]): Listing {
  const inputs: Input[] = [];
  const found: Problem[] = [];
  const seen = new Set<string>();
  for (const name of paths) {
    if (name === '-') inputs.push({ source: standardInput, path: undefined, pipe: true, found: false });
    else listPath(name, inputs, found, seen);
  }
  return { inputs, problems: found };
}

function listPath(name: string, inputs: Input[], found: Problem[], seen: Set<string>): void {
  try {
    const status = fs.statSync(name);
    if (status.isDirectory()) {
      const before = inputs.length + found.length;
      listDirectory(name, inputs, found, seen);
      if (inputs.length + found.length === before) found.push(problemOf('noLogs', name));
    } else if (status.isFIFO() || name.startsWith('/dev/fd/') || status.isFile()) {
      if (isNew(name, seen)) inputs.push({ source: name, path: name, pipe: !status.isFile(), found: false });
    } else {
      found.push(problemOf('notAFile', name));
    }
  } catch (error) {
    found.push(problemOfError(name, error));
  }
}

// Links to directories are not followed: they may lead in a circle.
function listDirectory(directory: string, inputs: Input[], found: Problem[], seen: Set<string>): void {
  let entries: fs.Dirent[];
  try {
    entries = fs.readdirSync(directory, { withFileTypes: true });
  } catch (error) {
    found.push(problemOfError(directory, error));
    return;
  }
  const folders = new Set(entries.filter((entry) => entry.isDirectory()).map(({ name }) => name));
  for (const entry of entries.sort((a, b) => compareNames(a.name, b.name))) {
    const name = path.join(directory, entry.name);
    if (entry.isDirectory()) listDirectory(name, inputs, found, seen);
    else if (isWorthReading(name, entry.name, folders) && isFileHere(name) && isNew(name, seen)) {
      inputs.push({ source: name, path: name, pipe: false, found: true });
    }
  }
}

// An archive that lies beside what it unpacks to is not read a second time.
function isWorthReading(path: string, name: string, folders: ReadonlySet<string>): boolean {
  if (isArchiveName(name)) return !folders.has(archiveStem(name));
  return isLogName(name) || isGeneralLogName(path) || isHostFile(path);
}

// `.log.2` before `.log.10`
function compareNames(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

function isFileHere(name: string): boolean {
  return fs.statSync(name, { throwIfNoEntry: false })?.isFile() === true;
}

function isNew(name: string, seen: Set<string>): boolean {
  const real = fs.realpathSync(name);
  if (seen.has(real)) return false;
  seen.add(real);
  return true;
}

/** What an error of the file system means for the file. */
export function problemOfError(name: string, error: unknown): Problem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return problemOf('missing', name);
  if (code === 'EACCES' || code === 'EPERM') return problemOf('forbidden', name);
  if (code === 'ECHANGED') return problemOf('changed', name);
  if (code === 'EDAMAGED') return problemOf('damagedIndex', name);
  const message = error instanceof Error ? error.message : String(error);
  return problemOf('unreadable', name, { reason: code || message });
}

/** Bytes; 0 where it cannot be said. */
export function sizeOf(path: string): number {
  return fs.statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
