// In: the generated JSON. Out: Facts. The JSON says once what repeats: texts stand in tables and are named by
// index, and a set of releases is the sum of the bits in `factReleases`.

import type {
  ExceptionFacts, Facts, History, InReleases, OptionFacts, OptionValue, RebuildOutcome, StepOutcomes,
} from './shapes';

type Masked = readonly number[];

interface RawException {
  readonly name?: string; readonly library?: string; readonly module?: string;
  readonly parent?: string; readonly text?: string;
  /** 500 where it is left out; null: the class has none. */
  readonly code?: number | null;
  readonly first?: string; readonly last?: string; readonly removed?: string; readonly gaps?: string;
  readonly texts?: readonly (readonly [string, string])[];
  readonly raised?: Masked; readonly made?: Masked; readonly caught?: Masked;
  readonly http?: readonly number[];
  readonly build?: readonly (readonly [number, StepOutcomes])[];
  readonly rebuild?: readonly (readonly [number, RebuildOutcome])[];
  readonly unused?: boolean; readonly abstract?: boolean;
  readonly create?: Masked; readonly redo?: Masked; readonly options?: Masked;
}

export interface RawExceptions {
  readonly createOutcome: readonly (readonly [number, StepOutcomes])[];
  readonly rebuildOutcome: readonly (readonly [number, RebuildOutcome])[];
  readonly sites: readonly string[]; readonly phases: readonly string[];
  readonly clauses: readonly string[]; readonly options: readonly string[];
  readonly nova: Readonly<Record<string, RawException>>;
  readonly foreign: readonly RawException[];
}

interface RawOption {
  readonly type?: string; readonly item?: string; readonly default?: OptionValue;
  readonly min?: number; readonly max?: number; readonly choices?: readonly OptionValue[];
  readonly regex?: string; readonly first?: string; readonly orEarlier?: boolean; readonly last?: string;
  readonly removed?: string;
  readonly gaps?: string; readonly renamed?: readonly string[]; readonly old?: readonly string[];
  readonly current?: readonly string[]; readonly deprecated?: string; readonly secret?: boolean;
  readonly defaults?: History<OptionValue>; readonly file?: number; readonly read?: readonly number[];
  readonly library?: string; readonly via?: string; readonly mutable?: boolean;
  readonly mins?: History<number | null>; readonly maxes?: History<number | null>;
  readonly choicesHistory?: History<readonly OptionValue[] | null>;
}

export interface RawOptions {
  readonly sites: readonly string[];
  readonly groups: Readonly<Record<string, Readonly<Record<string, RawOption>>>>;
}

/** The rows of the JSON, their tables resolved. */
export function buildFacts(raw: RawExceptions, rawOptions: RawOptions): Facts {
  const nova = new Map<string, ExceptionFacts>();
  for (const [name, row] of Object.entries(raw.nova)) {
    nova.set(name, new ExceptionRow(row, raw, { name, module: 'nova.exception', library: 'nova' }));
  }
  const foreign = new Map<string, ExceptionFacts[]>();
  for (const row of raw.foreign) {
    const { name = '', module = '', library = '' } = row;
    const same = foreign.get(name) ?? [];
    same.push(new ExceptionRow(row, raw, { name, module, library }));
    foreign.set(name, same);
  }
  return {
    nova,
    foreign,
    createOutcome: pairs(raw.createOutcome),
    rebuildOutcome: pairs(raw.rebuildOutcome),
    options: optionsOf(rawOptions),
  };
}

interface ClassId {
  readonly name: string;
  readonly module: string;
  readonly library: string;
}

/** A row with its tables; what most readers never ask for is resolved when they do. */
class ExceptionRow implements ExceptionFacts {
  readonly name: string;
  readonly module: string;
  readonly library: string;
  readonly #row: RawException;
  readonly #tables: RawExceptions;

  constructor(row: RawException, tables: RawExceptions, { name, module, library }: ClassId) {
    this.name = name;
    this.module = module;
    this.library = library;
    this.#row = row;
    this.#tables = tables;
  }

  get parent() { return this.#row.parent; }
  get text() { return this.#row.text; }
  get texts() { return this.#row.texts ?? []; }
  get code() { return this.#row.code === undefined && this.#isNova ? 500 : this.#row.code ?? undefined; }
  get first() { return this.#row.first; }
  get last() { return this.#row.last ?? (this.#isNova ? 'master' : undefined); }
  get removedIn() { return this.#row.removed; }
  get gaps() { return this.#row.gaps; }
  get raised() { return inReleases(this.#row.raised, this.#tables.sites); }
  get made() { return inReleases(this.#row.made, this.#tables.sites); }
  get caught() {
    return inReleases(this.#row.caught, this.#isNova ? this.#tables.clauses : this.#tables.sites);
  }
  get http() { return this.#row.http ?? []; }
  get build() { return pairs(this.#row.build); }
  get rebuild() { return pairs(this.#row.rebuild); }
  get createPhases() { return inReleases(this.#row.create, this.#tables.phases); }
  get rebuildPhases() { return inReleases(this.#row.redo, this.#tables.phases); }
  get options() { return inReleases(this.#row.options, this.#tables.options); }
  get unusedInMaster() { return this.#row.unused ?? false; }
  get onlyChildrenRaised() { return this.#row.abstract ?? false; }

  get #isNova() { return this.library === 'nova'; }
}

function pairs<T>(rows: readonly (readonly [number, T])[] = []): InReleases<T>[] {
  return rows.map(([mask, value]) => ({ value, mask }));
}

function inReleases(flat: Masked = [], table: readonly string[]): InReleases[] {
  const rows: InReleases[] = [];
  for (let i = 0; i + 1 < flat.length; i += 2) {
    rows.push({ value: table[flat[i] ?? -1] ?? '', mask: flat[i + 1] ?? 0 });
  }
  return rows;
}

function optionsOf({ groups, sites }: RawOptions): Map<string, OptionFacts> {
  const options = new Map<string, OptionFacts>();
  for (const [group, members] of Object.entries(groups)) {
    for (const [name, row] of Object.entries(members)) {
      options.set(`${group}.${name}`, optionOf(group, name, row, sites));
    }
  }
  return options;
}

function optionOf(group: string, name: string, row: RawOption, sites: readonly string[]): OptionFacts {
  return {
    fullName: `${group}.${name}`,
    group,
    name,
    type: row.type,
    itemType: row.item,
    default: row.default,
    defaults: row.defaults ?? [],
    min: row.min,
    max: row.max,
    choices: row.choices,
    mins: row.mins ?? [],
    maxes: row.maxes ?? [],
    choicesEver: row.choicesHistory ?? [],
    mutable: row.mutable ?? false,
    regex: row.regex,
    first: row.first,
    orEarlier: row.orEarlier ?? false,
    last: row.last ?? (row.library === undefined ? 'master' : undefined),
    removedIn: row.removed,
    gaps: row.gaps,
    renamedTo: row.renamed ?? [],
    oldNames: row.current ?? [],
    oldNamesEver: row.old ?? [],
    deprecatedFrom: row.deprecated,
    secret: row.secret ?? false,
    file: row.file === undefined ? undefined : sites[row.file],
    readBy: (row.read ?? []).map((index) => sites[index] ?? ''),
    library: row.library ?? row.via,
  };
}
