// The words on moves between hosts and on what happened beside the operations. In: ids and arguments. Out:
// short texts; a translation is a table with the same keys in zh/.

import { translated } from '../../knowledge/language';
import { fillSlots, type WordArgs } from './editorWords';

export const moveWords = translated('moves', {
  fromTo: 'from {source} to {destination}',
  fromHost: 'from {source}',
  toHost: 'to {destination}',
  source: 'Source',
  destination: 'Destination',
  sideUnknown: 'Source or destination',
  memoryLeft: '{percent} % of the memory left after {elapsed}',
  copied: '{rate} a second',
  endsAfter: 'Nova ends the copying after {limit}',
  endsAfterAtLeast: 'Nova ends the copying after {limit} or more, the disks count too',
  endsAfterDefault: 'by default Nova ends the copying after {limit}; the value in force is not known',
  endedAfter: 'the time Nova allows was over after {limit}',
  beside: 'Beside the operations',
  occurLifecycle: 'the hypervisor says that the guest is {state}; no operation in these logs explains it',
  occurLifecycleIn: 'the hypervisor says that the guest is {state}',
  occurSyncSkipped: 'the power state was not compared, the task {state} was under way',
  occurStateDiffers: 'the power state in the database differed from the hypervisor and was set right',
  occurStopped: 'the guest was found switched off without a request to Nova; Nova stops the instance',
  occurUnexpected: 'the guest is in a state that Nova did not ask for: {message}',
  occurMoved: 'the instance has moved to another host in the meantime',
  occurEvacuated: 'this host removes the instance, which was evacuated from it',
  occurRestart: 'nova-compute started again in the middle of a task: {message}',
  occurEvent: 'an external event came in',
});

export type MoveWord = keyof typeof moveWords;

/** A word with its arguments filled in. */
export function sayMove(word: MoveWord, args: WordArgs = {}): string {
  return fillSlots(moveWords[word], args);
}
