// Who asks at the desk of large logs: one worker, which stays for a while without a log, and after which
// another one comes that knows as much, should it die.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import type { DeskNews } from '../../src/disk/desk/calls';
import type { openChannel } from '../../src/disk/desk/deskChannel';
import { DeskClient } from '../../src/disk/desk/deskClient';
import { Desks } from '../../src/disk/desk/deskWorker';
import { generateLarge } from '../samples/large';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nova-lens-client-'));
after(() => fs.rmSync(folder, { recursive: true, force: true }));
const text = [...generateLarge(1_000_000)].join('');

function written(name: string): string {
  const file = path.join(folder, name);
  fs.writeFileSync(file, text);
  return file;
}

/** Workers that can be made to die; what they do is done here. */
class Workers {
  begun = 0;
  ended = 0;
  die: (error: Error) => void = () => undefined;

  readonly open: typeof openChannel = (take, died) => {
    this.begun += 1;
    let isDead = false;
    const desks = new Desks((answer) => {
      if (!isDead) take(answer);
    });
    this.die = (error) => {
      isDead = true;
      died(error);
    };
    const end = (): void => {
      this.ended += 1;
    };
    return Promise.resolve({ post: (question) => void desks.take(question), hold: () => undefined, end });
  };
}

test('a worker stays for a while when the last log is closed, and ends then', async () => {
  const file = written('stays.log');
  const workers = new Workers();
  const client = new DeskClient(300, workers.open);
  await client.prepare();
  for (let times = 0; times < 2; times++) {
    const log = client.log(() => undefined);
    assert.ok(await log.ask('open', file, file, undefined));
    await log.ask('close');
  }
  assert.deepEqual([workers.begun, workers.ended], [1, 0]);
  await wait(600);
  assert.equal(workers.ended, 1);
  const log = client.log(() => undefined);
  assert.ok(await log.ask('open', file, file, undefined));
  await wait(600);
  assert.deepEqual([workers.begun, workers.ended], [2, 1], 'it does not go while a log is open');
  await log.ask('close');
  client.dispose();
});

test('when a worker dies the next one opens its logs and follows them', async () => {
  const file = written('dies.log');
  const workers = new Workers();
  const client = new DeskClient(60_000, workers.open);
  const news: DeskNews[] = [];
  const log = client.log((one) => void news.push(one));
  const about = await log.ask('open', file, file, undefined);
  const [one] = await log.ask('instances', 0, 1);
  const [before] = await log.ask('wake', [one?.id ?? '']);
  const asked = log.ask('linesOfRequest', 'req-of-none');
  // the question is on its way
  for (let turns = 0; turns < 9; turns++) await Promise.resolve();
  workers.die(new Error('out of memory'));
  await assert.rejects(asked, /out of memory/);
  assert.deepEqual(await log.ask('instances', 0, 1), [one]);
  assert.equal(workers.begun, 2);
  const told = news.find((each) => each.kind === 'grown');
  assert.deepEqual(told?.about, about);
  assert.deepEqual(told?.woken, [before]);
  const last = text.split('\n').findLast((line) => line.includes(`[instance: ${one?.id}]`));
  fs.appendFileSync(file, `${last}\n`);
  for (const end = Date.now() + 10_000; Date.now() < end && news.filter(isGrown).length < 2;) await wait(10);
  assert.equal(news.findLast(isGrown)?.woken[0]?.id, one?.id);
  await log.ask('close');
  client.dispose();
});

test('a log that makes every worker die is not opened for ever', async () => {
  const file = written('kills.log');
  const workers = new Workers();
  const client = new DeskClient(60_000, workers.open);
  const log = client.log(() => undefined);
  await log.ask('open', file, file, undefined);
  for (let deaths = 0; deaths < 10; deaths++) {
    workers.die(new Error('again'));
    await wait(20);
  }
  assert.equal(workers.begun, 4);
  client.dispose();
});

function isGrown(news: DeskNews): news is Extract<DeskNews, { kind: 'grown' }> {
  return news.kind === 'grown';
}
