// What a journey is. To add one: NAME.journey.ts beside this file, exporting `journey`; it is found by its
// name. Each has a window and a folder of its own, with the sample logs in it. Run: npm test -- ui [NAME].

import type { Stage } from './stage';

export interface Journey {
  /** A statement: what a person can do. */
  readonly title: string;
  /** Settings that differ from VS Code's, beside the quiet ones of the harness. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The display language of the window, where it is not English. */
  readonly language?: 'zh-cn';
  /** A reason, where something that it needs is not on this machine. */
  readonly skip?: string | undefined;
  readonly run: (stage: Stage) => Promise<void>;
}
