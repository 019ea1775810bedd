// What a person writes to look for → what is searched: a text, or an /expression/, and words that leave fewer
// lines. Pure.

export interface Query {
  readonly text?: string;
  readonly expression?: RegExp;
  readonly instance?: string;
  readonly level?: string;
}

export type ParsedQuery =
  | { readonly query: Query; readonly problem?: undefined }
  | { readonly problem: 'empty' | 'expression'; readonly reason: string };

const levels = /(?:^| )level:(TRACE|DEBUG|INFO|AUDIT|WARNING|ERROR|CRITICAL)(?= |$)/i;
const instances = /(?:^| )instance:([0-9a-f-]{4,36})(?= |$)/i;

export function parseQuery(typed: string): ParsedQuery {
  const level = levels.exec(typed)?.[1]?.toUpperCase();
  const instance = instances.exec(typed)?.[1]?.toLowerCase();
  const rest = typed.replace(levels, '').replace(instances, '').trim();
  const fewer = { ...(level ? { level } : {}), ...(instance ? { instance } : {}) };
  const written = /^\/(.+)\/(i?)$/.exec(rest);
  if (written?.[1] !== undefined) {
    try {
      return { query: { ...fewer, expression: new RegExp(written[1], written[2]) } };
    } catch (error) {
      return { problem: 'expression', reason: error instanceof Error ? error.message : String(error) };
    }
  }
  if (rest !== '') return { query: { ...fewer, text: rest } };
  if (level === undefined && instance === undefined) return { problem: 'empty', reason: '' };
  return { query: fewer };
}
