// The same for the extension host of a browser: a web worker is the desk.

import { beginWebWorker } from '../web/site';
import { WebDesk } from '../web/webDesk';
import type { TakeAnswer } from '../web/webDesk';
import type { DeskChannel } from './deskChannel';

/** @param died told when the worker has ended by itself */
export async function openChannel(take: TakeAnswer, died: (error: Error) => void): Promise<DeskChannel> {
  const desk = new WebDesk(await beginWebWorker(), take, died);
  return { post: (question) => desk.post(question), hold: () => undefined, end: () => desk.end() };
}
