// How questions reach the desk: a worker, or the same work in this thread where there is no file for one.

import fs from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { DeskAnswer, DeskQuestion } from './calls';

const worker = 'disk-desk-deskWorker.js';

export interface DeskChannel {
  readonly post: (question: DeskQuestion) => void;
  /** Whether the program goes on for it. */
  readonly hold: (isHeld: boolean) => void;
  readonly end: () => void;
}

/** @param died told when the worker has ended by itself */
export async function openChannel(
  take: (answer: DeskAnswer) => void, died: (error: Error) => void,
): Promise<DeskChannel> {
  const file = path.join(__dirname, worker);
  if (fs.existsSync(file)) return channelTo(new Worker(file), take, died);
  const { Desks } = await import('./deskWorker');
  const desks = new Desks(take);
  return { post: (question) => void desks.take(question), hold: () => undefined, end: () => undefined };
}

function channelTo(
  thread: Worker, take: (answer: DeskAnswer) => void, died: (error: Error) => void,
): DeskChannel {
  let isOver = false;
  const over = (error: Error): void => {
    if (!isOver) died(error);
    isOver = true;
  };
  thread.on('message', take);
  thread.on('error', over);
  thread.on('exit', () => over(new Error('the reader of large logs has ended')));
  return {
    post: (question) => thread.postMessage(question),
    hold: (isHeld) => (isHeld ? thread.ref() : thread.unref()),
    end() {
      isOver = true;
      void thread.terminate();
    },
  };
}
