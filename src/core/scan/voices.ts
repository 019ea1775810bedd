// Who speaks in a log whose prefixes name hosts, services and processes. A voice is a host and a service:
// what lies between its lines is counted for it alone. A stream is a process of a voice: a line of it without
// a head goes on with its last head, whoever wrote in between; that head is recalled when such a line comes.

import { sAboveLine, sAboveMillisecond, sAboveSecond, sLines, sMode, modeIndex, sSkipped } from './layout';
import {
  longestTail, markedAfresh, markedTold, sAllAfresh, longestVoicePrefix, mostStreams, mostVoices, sStream,
  sStreamCount, stAt, stEnd, stLine, stPassed, stProcess, stRow, streams, streamSize, streamSlotCount,
  streamSlots, stVoice, sTailLength, sVoice, sVoiceCount, vAboveLine, vAboveMillisecond, vAboveSecond,
  vHostAt, vHostLength, vMarks, voices, voiceSize, voiceSlotCount, voiceSlots, vPrefix, vPrefixLength,
  vServiceAt, vServiceLength, vSkipped,
} from './prefixLayout';
import { recallIndexed } from './indexRows';
import {
  clearBytes, copyBytes, equalBytes, load16, load32, load8, multiply, store16, store32,
} from './machine';
import {
  carriedProcess, hostAt, hostEnd, isSameTail, keepTail, serviceAt, serviceEnd,
} from './prefix';
import { countRow, recallRow } from './rowWriter';

/** The number of the voice of the line, -1: it has not spoken before. */
export let voice: i32 = -1;
/** The address of its stream, 0: it has not. */
export let stream: i32 = 0;

export function forgetVoices(): void {
  clearBytes(voiceSlots, voiceSlotCount << 1);
  store32(sAllAfresh, 0);
  store32(sVoiceCount, 0);
  store32(sVoice, -1);
  forgetStreams();
}

function forgetStreams(): void {
  clearBytes(streamSlots, streamSlotCount << 1);
  store32(sStreamCount, 0);
  store32(sStream, 0);
  store32(sTailLength, 0);
}

/** Finds the voice and the stream of a line, whose prefix was read. */
export function findSpeaker(): void {
  if (isSameTail) {
    voice = load32(sVoice);
    stream = load32(sStream);
    return;
  }
  voice = load16(voiceSlots + (slotOfVoice() << 1)) - 1;
  stream = voice < 0 ? 0 : streamIn(slotOfStream());
}

/** The line has a head: it is its speaker's last one from here on.
 *  @returns false: there are more voices than there is room for. */
export function takeTurn(begin: i32, bodyAt: i32): boolean {
  if (isSameTail && isTold()) return true;
  if (voice < 0) voice = newVoice(begin, bodyAt);
  if (voice < 0) return false;
  if (stream === 0) stream = newStream();
  // to the stages it may be one that is known under another name
  if (!isTold()) allBeginAfresh();
  keepTail(bodyAt, longestTail);
  changeVoice();
  store32(sStream, stream);
  return true;
}

/** The slot that has the voice of the line, or that it would have. */
function slotOfVoice(): i32 {
  const hostLength = hostEnd - hostAt;
  const serviceLength = serviceEnd - serviceAt;
  let hash: i32 = hostLength * 31 + serviceLength;
  if (hostAt !== 0) hash = hashOfName(hash, hostAt, hostLength);
  if (serviceAt !== 0) hash = hashOfName(hash, serviceAt, serviceLength);
  let slot = (hash ^ (hash >>> 10) ^ (hash >>> 20)) & (voiceSlotCount - 1);
  let known = load16(voiceSlots + (slot << 1));
  while (known !== 0 && !isVoice(voices + (known - 1) * voiceSize)) {
    slot = (slot + 1) & (voiceSlotCount - 1);
    known = load16(voiceSlots + (slot << 1));
  }
  return slot;
}

function hashOfName(before: i32, at: i32, length: i32): i32 {
  let hash = before;
  for (let i: i32 = 0; i < length; i++) hash = multiply(hash ^ load8(at + i), 0x1000193);
  return hash;
}

function isVoice(entry: i32): boolean {
  const hostLength = hostAt === 0 ? 0 : hostEnd - hostAt;
  const serviceLength = serviceAt === 0 ? 0 : serviceEnd - serviceAt;
  if (load32(entry + vHostLength) !== hostLength) return false;
  if (load32(entry + vServiceLength) !== serviceLength) return false;
  const text = entry + vPrefix;
  return (hostLength === 0 || equalBytes(text + load32(entry + vHostAt), hostAt, hostLength))
    && (serviceLength === 0 || equalBytes(text + load32(entry + vServiceAt), serviceAt, serviceLength));
}

function newVoice(begin: i32, bodyAt: i32): i32 {
  const number = load32(sVoiceCount);
  const length = bodyAt - begin;
  if (number >= mostVoices || length > longestVoicePrefix) return -1;
  store16(voiceSlots + (slotOfVoice() << 1), number + 1);
  store32(sVoiceCount, number + 1);
  const entry = voices + number * voiceSize;
  clearBytes(entry, voiceSize);
  store32(entry + vPrefixLength, length);
  store32(entry + vHostAt, hostAt - begin);
  store32(entry + vHostLength, hostAt === 0 ? 0 : hostEnd - hostAt);
  store32(entry + vServiceAt, serviceAt - begin);
  store32(entry + vServiceLength, serviceAt === 0 ? 0 : serviceEnd - serviceAt);
  copyBytes(entry + vPrefix, begin, length);
  return number;
}

/** What counts between lines of one voice is that voice's. */
function changeVoice(): void {
  if (load32(sVoice) === voice) return;
  putVoice();
  store32(sVoice, voice);
  getVoice();
}

export function putVoice(): void {
  const number = load32(sVoice);
  if (number < 0) return;
  const entry = voices + number * voiceSize;
  store32(entry + vSkipped, load32(sSkipped));
  store32(entry + vAboveLine, load32(sAboveLine));
  store32(entry + vAboveSecond, load32(sAboveSecond));
  store32(entry + vAboveMillisecond, load32(sAboveMillisecond));
}

/** Its words of state stand where all look for them. */
export function getVoice(): void {
  const number = load32(sVoice);
  if (number < 0) return;
  const entry = voices + number * voiceSize;
  store32(sSkipped, load32(entry + vSkipped));
  store32(sAboveLine, load32(entry + vAboveLine));
  store32(sAboveSecond, load32(entry + vAboveSecond));
  store32(sAboveMillisecond, load32(entry + vAboveMillisecond));
}

function isTold(): boolean {
  return (load32(voices + voice * voiceSize + vMarks) & markedTold) !== 0;
}

/** Every line of a voice is read until somebody has been told who it is, and the first one afresh.
 *  @returns whether the line may be passed over */
export function isKnownVoice(): boolean {
  const at = voices + voice * voiceSize + vMarks;
  const marks = load32(at);
  if ((marks & markedAfresh) !== 0) {
    store32(at, marks & ~markedAfresh);
    store32(sAllAfresh, 0);
  }
  return marks === markedTold;
}

/** A line came that only the tolerant reader can read; it may be of this voice. */
export function beginAfresh(number: i32): void {
  if (number < 0) return;
  const entry = voices + number * voiceSize;
  store32(entry + vMarks, load32(entry + vMarks) | markedAfresh);
  const isCurrent = number === load32(sVoice);
  if (isCurrent) putVoice();
  if (load32(entry + vSkipped) > 0) countRow(number, entry);
  store32(entry + vSkipped, 0);
  if (isCurrent) store32(sSkipped, 0);
}

/** It may be of any voice. */
export function allBeginAfresh(): void {
  if (load32(sAllAfresh) !== 0) return;
  store32(sAllAfresh, 1);
  const count = load32(sVoiceCount);
  for (let number: i32 = 0; number < count; number++) beginAfresh(number);
}

function slotOfStream(): i32 {
  const hash = multiply(carriedProcess ^ (voice << 20) ^ voice, 0x45d9f3b);
  let slot = (hash ^ (hash >>> 13)) & (streamSlotCount - 1);
  let entry = streamIn(slot);
  while (entry !== 0 && (load32(entry + stVoice) !== voice || load32(entry + stProcess) !== carriedProcess)) {
    slot = (slot + 1) & (streamSlotCount - 1);
    entry = streamIn(slot);
  }
  return slot;
}

function streamIn(slot: i32): i32 {
  const number = load16(streamSlots + (slot << 1));
  return number === 0 ? 0 : streams + (number - 1) * streamSize;
}

function newStream(): i32 {
  if (load32(sStreamCount) >= mostStreams) {
    recallAll();
    forgetStreams();
  }
  const number = load32(sStreamCount);
  store16(streamSlots + (slotOfStream() << 1), number + 1);
  store32(sStreamCount, number + 1);
  const entry = streams + number * streamSize;
  clearBytes(entry, streamSize);
  store32(entry + stVoice, voice);
  store32(entry + stProcess, carriedProcess);
  return entry;
}

/** The head of the line is its stream's last one. `row`: where an index has it, plus one. */
export function noteHead(begin: i32, end: i32, isRead: boolean, row: i32): void {
  store32(stream + stAt, begin);
  store32(stream + stEnd, end);
  store32(stream + stLine, load32(sLines));
  store32(stream + stPassed, isRead ? 0 : 1);
  store32(stream + stRow, row);
}

/** The head of a stream is read after all, for what comes below belongs to it. */
export function recall(entry: i32): void {
  if (entry === 0 || load32(entry + stPassed) === 0) return;
  store32(entry + stPassed, 0);
  if (load32(sMode) === modeIndex) recallIndexed(load32(entry + stRow));
  else recallRow(load32(entry + stAt), load32(entry + stEnd), load32(entry + stLine));
}

export function recallAll(): void {
  const count = load32(sStreamCount);
  for (let i: i32 = 0; i < count; i++) recall(streams + i * streamSize);
}
