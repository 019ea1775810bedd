// An option of nova.conf ↔ the failures of the open logs behind which it may stand: what is explained of
// their exceptions, or advised, names it.

import type { Place } from '../../core/model';
import { optionsOfRemedy } from '../../core/render/remedy';
import { exceptionNamed } from '../explanations';
import type { Logs } from '../logs';
import type { Advisor } from './advisor';

/** Options that matter to an exception, as `group.name`. */
export async function optionsBehind(type: string): Promise<readonly string[]> {
  const explanation = await exceptionNamed(type);
  const explained = explanation?.options.map(({ name }) => name) ?? [];
  return [...new Set([...optionsOfRemedy(type), ...explained])];
}

/** The lines of such failures, log by log. */
export async function failuresBehind(
  option: string, advisor: Advisor, logs: Logs,
): Promise<readonly Place[]> {
  const known = new Map<string, readonly string[]>();
  const places: Place[] = [];
  for (const finding of logs.lookup.analysis.findings) {
    const { check, args: { type }, at } = finding;
    if ((check !== 'failed-operation' && check !== 'unknown-fault') || typeof type !== 'string') continue;
    const options = known.get(type) ?? await optionsBehind(type);
    known.set(type, options);
    const advised = advisor.adviceFor(finding)?.settings.some(({ was }) => was.name === option) ?? false;
    if (advised || options.includes(option)) places.push(at);
  }
  return places;
}
