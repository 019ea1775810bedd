// A view that asks for a message and listens only afterwards hears of what has changed in between.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { upToDate } from '../../src/editor/upToDate';

function listed() {
  const listeners: ((event: undefined) => unknown)[] = [];
  const state = { message: 'Searching: 3 lines so far', heard: 0, listeners };
  const subscribe = (listener: (event: undefined) => unknown) => state.listeners.push(listener);
  const { message, onDidChange } = upToDate(() => state.message, subscribe);
  const listen = () => onDidChange?.(() => { state.heard += 1; });
  return { state, message, listen };
}

test('what has changed before anybody listened is told at once, what changes later as ever', () => {
  const { state, message, listen } = listed();
  assert.equal(message(), 'Searching: 3 lines so far');
  state.message = '12 lines';
  listen();
  assert.equal(state.heard, 1);
  assert.equal(message(), '12 lines');
  state.listeners[0]?.(undefined);
  assert.equal(state.heard, 2);
});

test('nothing is told where nothing has changed, or nobody has asked yet', () => {
  const { state, message, listen } = listed();
  listen();
  assert.equal(state.heard, 0);
  message();
  listen();
  assert.equal(state.heard, 0);
});
