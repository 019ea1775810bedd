// The name of an exception class, as a log shows it → the class that is meant: its facts, our words, and who
// else has a class of that name.

import { exceptionNotes, otherNames } from '../../knowledge/exceptions/index';
import type { ExceptionFacts, Facts } from '../../knowledge/facts/shapes';
import { noteInLanguage } from '../../knowledge/notesInLanguage';
import type { ExplanationNote } from '../../knowledge/schema';

export interface ClassSubject {
  readonly name: string;
  /** The package whose class it is; `Python` for its own. */
  readonly library: string;
  readonly facts: ExceptionFacts | undefined;
  readonly note: ExplanationNote | undefined;
  /** Other packages that have a class of this name, where the log does not say whose it is. */
  readonly namesakes: readonly string[];
  /** The class whose words they are, where it has none of its own. */
  readonly otherName: string | undefined;
}

/** The class without module and `_Remote`, as the facts and the notes name it. */
export function resolveClass(name: string, facts: Facts): ClassSubject | undefined {
  const dotted = name.trim().replace(/[`'":]/g, '').replace(/_Remote\b/g, '');
  const bare = dotted.slice(dotted.lastIndexOf('.') + 1);
  const root = packageIn(dotted);
  // too general to say whose it is
  if (dotted === 'Error') return undefined;
  const found = classNamed(bare, root, facts);
  if (!found) return undefined;
  const { known, note } = found;
  const library = rootOf(known?.module) ?? root ?? 'Python';
  return {
    name: bare,
    library,
    facts: known,
    note,
    namesakes: root === undefined ? packagesWith(bare, facts).filter((other) => other !== library) : [],
    otherName: note && (others.get(bare) ?? others.get(`${library}.${bare}`)),
  };
}

/** In code a class stands behind the name under which its module is imported, which may be any package's. */
const importNames = ['exception', 'exceptions', 'exc'];

function packageIn(dotted: string): string | undefined {
  const [root, ...rest] = dotted.split('.');
  return rest.length === 0 || (rest.length === 1 && importNames.includes(root ?? '')) ? undefined : root;
}

interface Found {
  readonly known: ExceptionFacts | undefined;
  readonly note: ExplanationNote | undefined;
}

function classNamed(bare: string, root: string | undefined, facts: Facts): Found | undefined {
  const candidates = facts.foreign.get(bare) ?? [];
  const own = facts.nova.get(bare);
  if (own && (root === 'nova' || (root === undefined && isStillNova(bare, facts)))) {
    return { known: own, note: wordsOn(bare) };
  }
  // the words on a class of Nova are not those on the class of its name in the service Placement
  const plain = own && root === 'placement' ? undefined : wordsOn(bare);
  const noteOfLibrary = (module: string) => wordsOn(`${rootOf(module)}.${bare}`);
  const hasOwnWords = (module: string) => notes.has(`${rootOf(module)}.${bare}`);
  // without a module the words for the bare name come first, then a library that has words of its own
  const foreign = root !== undefined ? candidates.find(({ module }) => rootOf(module) === root)
    : candidates.find(({ module }) => hasOwnWords(module) === (plain === undefined))
      ?? (plain ? undefined : candidates[0]);
  const note = noteOfLibrary(foreign?.module ?? root ?? '') ?? (foreign || !own ? plain : undefined)
    ?? (root === undefined && !own ? onlyLibrary(bare) : undefined);
  return foreign || note ? { known: foreign, note } : undefined;
}

/** A class that has left Nova for a library is that of the library, unless the log names the module. */
function isStillNova(bare: string, facts: Facts): boolean {
  return facts.nova.get(bare)?.last === 'master' || !facts.foreign.has(bare);
}

/** Packages that have a class of this name. Placement was a part of Nova, so its classes are not others. */
function packagesWith(bare: string, facts: Facts): readonly string[] {
  const isNova = facts.nova.has(bare);
  const roots = (facts.foreign.get(bare) ?? []).flatMap(({ module }) => rootOf(module) ?? [])
    .filter((root) => !isNova || root !== 'placement');
  return [...new Set(isNova && isStillNova(bare, facts) ? ['nova', ...roots] : roots)].sort();
}

function rootOf(module: string | undefined): string | undefined {
  return module?.split('.')[0];
}

// ---- words ------------------------------------------------------------------------------------------------

/** By name; a map, because a log may name `constructor`. */
const notes: ReadonlyMap<string, ExplanationNote> = new Map(Object.entries(exceptionNotes));
const others: ReadonlyMap<string, string> = new Map(Object.entries(otherNames));

function wordsOn(name: string): ExplanationNote | undefined {
  const key = notes.has(name) ? name : others.get(name) ?? name;
  const note = notes.get(key);
  return note && noteInLanguage('exceptions', key, note);
}

/** The words on a class that one library alone has, for a log that names no module. */
function onlyLibrary(bare: string): ExplanationNote | undefined {
  const found = [...notes.keys()].filter((name) => name.endsWith(`.${bare}`));
  return found.length === 1 ? wordsOn(found[0] ?? '') : undefined;
}
