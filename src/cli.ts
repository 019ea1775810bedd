// The command `nova-lens`. In: process.argv. Out: one command's text on standard output, sentences on
// standard error, the exit status. Each command is loaded when it is asked for.

import path from 'node:path';
import { version } from '../package.json';
import { parseCommand } from './cli/args';
import type { Command } from './cli/args';
import { startQuickly } from './cli/compiled';
import { chooseLanguage, speakChosen } from './cli/language';
import { endQuietlyOnClosedPipe, written } from './cli/output';
import { helpOn, problems } from './cli/words';

type LoadedCommand = Exclude<Command, { readonly name: 'help' | 'version' | 'misuse' }>;

async function run(command: Command): Promise<number> {
  if (command.name === 'misuse') {
    tell(command.problem);
    return 2;
  }
  if (command.name !== 'help' && command.name !== 'version') return runLoaded(command);
  process.stdout.write(command.name === 'help' ? helpOn(command.about) : `nova-lens ${version}\n`);
  return 0;
}

async function runLoaded(command: LoadedCommand): Promise<number> {
  switch (command.name) {
    case 'report': {
      const { runReport } = await import('./cli/report');
      return runReport(command, tell);
    }
    case 'coverage': {
      const { runCoverage } = await import('./cli/coverage');
      return runCoverage(command, tell);
    }
    case 'follow': {
      const { runFollow } = await import('./cli/follow');
      return runFollow(command, tell);
    }
    case 'cut': {
      const { runCut } = await import('./cli/cut');
      return runCut(command, tell);
    }
    case 'unfold': {
      const { runUnfold } = await import('./cli/unfold');
      return runUnfold(command, tell);
    }
    case 'rules': {
      const { runRules } = await import('./cli/rules');
      return runRules(command, tell);
    }
    case 'explain': {
      const { runExplain } = await import('./cli/explain');
      return runExplain(command, tell);
    }
  }
}

function tell(problem: string): void {
  process.stderr.write(`nova-lens: ${problem}\n`);
}

async function main(): Promise<void> {
  startQuickly(path.join(__dirname, 'lazy'));
  endQuietlyOnClosedPipe(process.stdout);
  endQuietlyOnClosedPipe(process.stderr);
  try {
    const language = chooseLanguage(process.argv.slice(2), process.env);
    await speakChosen(language);
    const { words, unknown } = language;
    process.exitCode = await run(unknown === undefined ? parseCommand(words)
      : { name: 'misuse', problem: problems.unknownLanguage(unknown) });
  } catch (error) {
    tell(problems.bug(error instanceof Error ? (error.stack ?? error.message) : String(error)));
    process.exitCode = 2;
  }
  await Promise.all([written(process.stdout), written(process.stderr)]);
  // node would put all memory in order first: that takes longer than a small log
  process.exit();
}

void main();
