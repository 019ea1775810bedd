// In: a folder with the full facts of Nova's source (exceptions, causes, config-options, log-messages). Out:
// src/knowledge/facts/{exceptions,options,statements}.json, what ships of them, and names.ts, names as types.
// Run: node test/support/trimFacts.mjs FOLDER

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { serializeStatements, trimStatements } from './trimStatements.mjs';

/** Releases whose code was read for raise and catch sites; a set of them is kept as the sum of these bits. */
const bits = { 14: 1, 22: 2, master: 4 };

/** Keeps each string once and hands out its index. */
function stringTable() {
  const list = [];
  const index = new Map();
  return {
    list,
    add(text) {
      if (!index.has(text)) index.set(text, list.push(text) - 1);
      return index.get(text);
    },
  };
}

/** { release: [value, …] } → [index, mask, index, mask, …]; undefined when there is none. */
function masked(byRelease, table) {
  const masks = new Map();
  for (const [release, values] of Object.entries(byRelease ?? {})) {
    for (const value of values) {
      const index = table.add(value);
      masks.set(index, (masks.get(index) ?? 0) | bits[release]);
    }
  }
  return masks.size > 0 ? [...masks].flat() : undefined;
}

/** { release: value } → [[mask, value], …], equal values joined; undefined when there is none. */
function joined(byRelease) {
  const rows = new Map();
  for (const [release, value] of Object.entries(byRelease ?? {})) {
    const key = JSON.stringify(value);
    rows.set(key, (rows.get(key) ?? 0) | bits[release]);
  }
  return rows.size > 0 ? [...rows].map(([key, mask]) => [mask, JSON.parse(key)]) : undefined;
}

const dropUndefined = (value) =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined));

/** Class name → { create: { release: [phase, …] }, rebuild: …, options: { release: ["name part", …] } }. */
function causesByClass(causes) {
  const byClass = new Map();
  const entry = (name) => {
    const found = byClass.get(name) ?? { create: {}, rebuild: {}, options: {} };
    byClass.set(name, found);
    return found;
  };
  const add = (lists, release, value) => {
    lists[release] ??= [];
    if (!lists[release].includes(value)) lists[release].push(value);
  };
  for (const kind of ['create', 'rebuild']) {
    for (const link of causes.links[kind]) {
      for (const [release, found] of Object.entries(link.by_release)) {
        add(entry(link.exception)[kind], release, basicPhase(link.phase));
        for (const { option, part } of found.options ?? []) {
          add(entry(link.exception).options, release, `${option} ${part}`);
        }
      }
    }
    for (const [release, functions] of Object.entries(causes.reachable[kind])) {
      for (const { phase, raises, cleanup } of functions) {
        if (cleanup) continue;
        for (const name of raises ?? []) add(entry(name)[kind], release, basicPhase(phase));
      }
    }
  }
  return byClass;
}

/** The written links cut phases finer than the mechanical walk; both are brought to one set of names. */
function basicPhase(phase) {
  if (phase.startsWith('api')) return 'api';
  if (phase.startsWith('claim') || phase.startsWith('evacuate: claim')) return 'claim';
  if (phase.includes('group policy')) return 'group policy';
  if (phase.startsWith('conductor') || phase === 'quota recheck') {
    return phase.includes('schedule') && !phase.includes('reschedule') ? 'schedule' : 'conductor';
  }
  if (phase === 'network (nova-network)') return 'network (async)';
  if (phase.startsWith('network (async)')) return 'network (async)';
  if (phase.startsWith('block device')) return 'block device';
  if (phase === 'spawn: encryptor' || phase === 'spawn: vGPU') return 'spawn: other';
  if (phase === 'clean up / rebuild') return 'clean up';
  if (phase === 'rebuild') return 'compute';
  return phase;
}

/** All that ships of exceptions.json and causes.json. */
function trimExceptions(facts, causes) {
  const sites = stringTable();
  const phases = stringTable();
  const clauses = stringTable();
  const options = stringTable();
  const byClass = causesByClass(causes);
  const nova = {};
  for (const [name, e] of Object.entries(facts.exceptions)) {
    const cause = byClass.get(name);
    nova[name] = dropUndefined({
      parent: e.parent,
      text: e.msg_inherited ? undefined : e.msg_fmt ?? undefined,
      code: e.code === 500 ? undefined : e.code,
      first: e.first,
      last: e.last === 'master' ? undefined : e.last,
      removed: e.removed_in,
      gaps: e.releases,
      stable: e.first_tag,
      texts: e.msg_history?.filter(([, text]) => text !== null),
      codes: e.code_history,
      parents: e.parent_history,
      raised: masked(e.raised, sites),
      made: masked(e.constructed, sites),
      caught: masked(e.caught_compute_manager, clauses),
      http: e.api_http && Object.keys(e.api_http).map(Number),
      build: joined(e.build_outcome),
      rebuild: joined(e.rebuild_outcome),
      unused: e.unused_in_master || undefined,
      abstract: e.base_class_only || undefined,
      create: cause && masked(cause.create, phases),
      redo: cause && masked(cause.rebuild, phases),
      options: cause && masked(cause.options, options),
    });
  }
  return {
    note: 'Generated by test/support/trimFacts.mjs from the source of OpenStack Nova (Apache-2.0). Do not edit.',
    createOutcome: joined(facts.default_build_outcome),
    rebuildOutcome: joined(facts.default_rebuild_outcome),
    sites: sites.list,
    phases: phases.list,
    clauses: clauses.list,
    options: options.list,
    nova,
    foreign: foreignClasses(facts, byClass, { sites, phases, options }),
  };
}

/** Classes of libraries: those with templates, then those that Nova only catches. */
function foreignClasses(facts, byClass, tables) {
  const rows = [];
  const seen = new Set();
  const caught = new Map();
  const add = (row) => {
    seen.add(`${row.module.split('.')[0]}.${row.name}`);
    const cause = facts.exceptions[row.name] ? undefined : byClass.get(row.name);
    rows.push(dropUndefined({
      ...row,
      build: foreignOutcome(caught.get(`${row.module.split('.')[0]}.${row.name}`)),
      create: cause && masked(cause.create, tables.phases),
      redo: cause && masked(cause.rebuild, tables.phases),
      options: cause && masked(cause.options, tables.options),
    }));
  };
  for (const [dotted, byRelease] of Object.entries(facts.foreign_caught)) {
    const key = `${dotted.split('.')[0]}.${dotted.split('.').at(-1)}`;
    const merged = caught.get(key) ?? {};
    for (const [release, functions] of Object.entries(byRelease)) {
      merged[release] = [...new Set([...(merged[release] ?? []), ...functions])];
    }
    caught.set(key, merged);
  }
  for (const f of facts.foreign_classes) {
    const by = caught.get(`${f.module.split('.')[0]}.${f.name}`);
    add({ name: f.name, library: f.library, module: f.module, parent: f.parent, text: f.msg ?? undefined,
      first: f.first_tag, last: f.last_tag, caught: masked(by, tables.sites) });
  }
  for (const dotted of Object.keys(facts.foreign_caught)) {
    const [root, name] = [dotted.split('.')[0], dotted.split('.').at(-1)];
    if (seen.has(`${root}.${name}`)) continue;
    add({ name, library: root, module: dotted.split('.').slice(0, -1).join('.'),
      caught: masked(caught.get(`${root}.${name}`), tables.sites) });
  }
  return rows;
}

/** Library classes that _build_and_run_instance names stand in the clause that aborts the build. */
function foreignOutcome(caughtByRelease) {
  const builder = 'compute.manager:ComputeManager._build_and_run_instance';
  const naming = Object.entries(caughtByRelease ?? {}).filter(([, functions]) => functions.includes(builder));
  return joined(Object.fromEntries(naming.map(([release]) => [release, { claim: 'abort', spawn: 'abort' }])));
}

/** Defaults that are computed stand in the facts as `=expression`: what they come to is not known. */
function known(value) {
  return typeof value === 'string' && value.startsWith('=') ? undefined : value ?? undefined;
}

/** All that ships of config-options.json. */
function trimOptions(facts) {
  const sites = stringTable();
  const groups = {};
  const put = (fullName, row) => {
    const dot = fullName.lastIndexOf('.');
    const group = (groups[fullName.slice(0, dot)] ??= {});
    group[fullName.slice(dot + 1)] ??= dropUndefined(row);
  };
  for (const [name, o] of Object.entries(facts.options)) {
    put(name, {
      type: o.type, item: o.item_type, default: known(o.default), sample: o.sample_default,
      min: o.min, max: o.max, choices: o.choices, regex: o.regex,
      first: o.first, orEarlier: o.first_note ? true : undefined, last: o.last === 'master' ? undefined : o.last,
      removed: o.removed_in, gaps: o.releases, stable: o.first_tag,
      renamed: o.renamed_to, old: o.deprecated_names_ever, current: o.deprecated_names,
      deprecated: o.deprecated_for_removal_from, secret: o.secret, required: o.required, mutable: o.mutable,
      defaults: o.default_history, mins: o.min_history, maxes: o.max_history,
      choicesHistory: o.choices_history,
      types: o.type_history, via: o.via, file: sites.add(o.file),
      read: o.read_by?.slice(0, 6).map((site) => sites.add(site)),
    });
  }
  for (const [name, o] of Object.entries(facts.kilo_to_mitaka_only)) {
    put(name, { default: known(o.default), first: o.first, last: o.last, renamed: o.renamed_to,
      file: sites.add(o.file) });
  }
  for (const [name, o] of Object.entries(facts.library_options)) {
    put(name, { type: o.type, default: known(o.default), min: o.min, max: o.max, choices: known(o.choices),
      deprecated: o.deprecated_for_removal ? 'yes' : undefined, library: o.library, file: sites.add(o.file) });
  }
  return {
    note: 'Generated by test/support/trimFacts.mjs from the source of OpenStack Nova (Apache-2.0). Do not edit.',
    sites: sites.list,
    groups,
  };
}

/** One entry a line, so that a change can be read. */
function serialize(value) {
  const lines = Object.entries(value).map(([key, field]) => {
    if (Array.isArray(field)) return `${JSON.stringify(key)}:${JSON.stringify(field)}`;
    if (typeof field !== 'object') return `${JSON.stringify(key)}:${JSON.stringify(field)}`;
    const rows = Object.entries(field).map(([k, v]) => `${JSON.stringify(k)}:${JSON.stringify(v)}`);
    return `${JSON.stringify(key)}:{\n${rows.join(',\n')}}`;
  });
  return `{${lines.join(',\n')}}\n`;
}

/** Names as union types, so that a row about a class or an option that no release had does not compile. */
function namesAsTypes(exceptions, options) {
  const union = (names) => {
    const lines = [];
    let line = ' ';
    for (const name of names) {
      const next = ` | '${name}'`;
      if (line.length + next.length > 108) {
        lines.push(line);
        line = ' ';
      }
      line += next;
    }
    return [...lines, line].join('\n');
  };
  const novaNames = Object.keys(exceptions.nova).sort();
  const count = new Map();
  for (const f of exceptions.foreign) count.set(f.name, (count.get(f.name) ?? 0) + 1);
  const foreignNames = new Set();
  for (const f of exceptions.foreign) {
    if (count.get(f.name) === 1 && !exceptions.nova[f.name]) foreignNames.add(f.name);
    foreignNames.add(`${f.module.split('.')[0]}.${f.name}`);
  }
  const optionNames = Object.entries(options.groups)
    .flatMap(([group, members]) => Object.keys(members).map((name) => `${group}.${name}`)).sort();
  return '// Generated by test/support/trimFacts.mjs; do not edit. The names that the facts know, as types.\n\n'
    + `/** Exception classes of nova/exception.py, any release. */\nexport type NovaExceptionName =\n${union(novaNames)};\n\n`
    + '/** Classes of libraries: by package and class; by class alone where that is unique. */\n'
    + `export type ForeignExceptionName =\n${union([...foreignNames].sort())};\n\n`
    + `/** Options, \`group.name\`, any release. */\nexport type OptionName =\n${union(optionNames)};\n`;
}

function main(folder) {
  const read = (name) => JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'));
  const out = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../src/knowledge/facts');
  const exceptions = trimExceptions(read('exceptions.json'), read('causes.json'));
  const options = trimOptions(read('config-options.json'));
  fs.mkdirSync(out, { recursive: true });
  fs.writeFileSync(path.join(out, 'exceptions.json'), serialize(exceptions));
  fs.writeFileSync(path.join(out, 'options.json'), serialize(options));
  fs.writeFileSync(path.join(out, 'names.ts'), namesAsTypes(exceptions, options));
  const statements = trimStatements(read('log-messages.json'));
  fs.writeFileSync(path.join(out, 'statements.json'), serializeStatements(statements));
}

if (process.argv[2]) main(process.argv[2]);
else {
  console.error('Say which folder holds the full facts: node test/support/trimFacts.mjs FOLDER');
  process.exitCode = 2;
}
