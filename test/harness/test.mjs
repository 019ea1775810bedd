// In: names of steps and, behind them, words that file names must contain (npm test -- unit lines); none: all
// steps. Out: what each step says, one line that sums up, one line `N passed, M failed, K skipped`; exit 1 on
// any failure.

import { ensureModules, Missing, Trouble } from './install.mjs';

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Runs one step; a throw is a failure of the step, and the next one still runs. */
async function runStep({ name, run }, words) {
  const started = performance.now();
  console.log(`\n── ${name}`);
  let result;
  try {
    result = await run(words);
  } catch (error) {
    console.error(error instanceof Trouble ? error.message : error);
    const isSkipped = error instanceof Missing && !process.env.CI;
    result = isSkipped
      ? { passed: 0, failed: 0, skipped: 1, reasons: [error.message] }
      : { passed: 0, failed: 1, skipped: 0 };
  }
  const { passed, failed, skipped, reasons = [] } = result;
  const counts = [`${passed} passed`, failed > 0 && `${failed} failed`, skipped > 0 && `${skipped} skipped`];
  console.log(`   ${name}: ${counts.filter(Boolean).join(', ')} in ${seconds(started)}`);
  return { name, passed, failed, skipped, reasons, time: seconds(started) };
}

function sumUp(results, started) {
  const ran = results.filter(({ passed, failed }) => passed + failed > 0)
    .map(({ name, failed, time }) => `${name} ${time}${failed > 0 ? ' FAILED' : ''}`);
  const why = (reasons) => reasons.length > 0 ? ` (${reasons.join('; ')})` : '';
  const skipped = results.filter((result) => result.skipped > 0)
    .map((result) => `${result.name} ${result.skipped}${why(result.reasons)}`);
  const or = (list) => list.join(', ') || 'nothing';
  console.log(`\nRan ${or(ran)}; skipped ${or(skipped)}; ${seconds(started)} in all.`);
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
  return sum('failed') === 0 && sum('passed') > 0;
}

async function main(args) {
  const started = performance.now();
  const installed = ensureModules();
  if (installed) console.log(`   ${installed} in ${seconds(started)}`);
  const { steps } = await import('./steps.mjs');
  const chosen = steps.filter(({ name }) => args.includes(name));
  const words = args.filter((arg) => !steps.some(({ name }) => name === arg));
  if (chosen.length === 0 && words.length > 0) {
    throw new Trouble(`No such step: ${words.join(' ')}. There are: ${steps.map(({ name }) => name).join(', ')}.`);
  }
  const usual = steps.filter(({ onDemand }) => !onDemand);
  return sumUp(await runAll(chosen.length > 0 ? chosen : usual, words), started);
}

/** One after another; what runs beside others has ended before the first that is timed. */
async function runAll(steps, words) {
  const results = [];
  for (const step of steps) {
    if (step.isTimed) await Promise.all(results);
    const result = runStep(step, words);
    results.push(result);
    if (!step.isBeside) await result;
  }
  return Promise.all(results);
}

try {
  process.exitCode = await main(process.argv.slice(2)) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Trouble ? error.message : error);
  console.log('0 passed, 1 failed, 0 skipped');
  process.exitCode = 1;
}
