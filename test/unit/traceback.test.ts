// Python's tracebacks, whole and damaged → what was raised, where, and what it came from.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linesOfList } from '../../src/core/faults/listedTraceback';
import { TracebackReader } from '../../src/core/faults/traceback';

function chain(text: string, certain = false): readonly string[] {
  const reader = new TracebackReader();
  text.split('\n').forEach((line, at) => reader.push(line, at, certain));
  return reader.chain().map((raised) => `${raised.type}@${raised.at} ${raised.frames.map((f) => f.function).join('>')}`
    + `${raised.message ? ` | ${raised.message.replaceAll('\n', '/')}` : ''}`);
}

test('a plain traceback has one exception with its frames', () => {
  assert.deepEqual(chain(`Traceback (most recent call last):
  File "/nova/compute/manager.py", line 10, in _prep_block_device
    wait_func=self._await)
  File "/nova/virt/block_device.py", line 20, in attach
    raise exception.VolumeNotCreated()
VolumeNotCreated: Volume v1 did not finish`),
  ['VolumeNotCreated@5 _prep_block_device>attach | Volume v1 did not finish']);
});

test('chained exceptions come nearest first', () => {
  assert.deepEqual(chain(`Traceback (most recent call last):
  File "a.py", line 1, in inner
    x()
    ^^^
libvirt.libvirtError: internal error
The above exception was the direct cause of the following exception:
Traceback (most recent call last):
  File "b.py", line 2, in outer
    y()
nova.exception.InternalError: failed
During handling of the above exception, another exception occurred:
Traceback (most recent call last):
  File "c.py", line 3, in build
    z()
nova.exception.BuildAbortException: aborted`), [
    'nova.exception.BuildAbortException@14 build | aborted',
    'nova.exception.InternalError@9 outer | failed',
    'libvirt.libvirtError@4 inner | internal error',
  ]);
});

test('the message may go on over lines', () => {
  assert.deepEqual(chain(`Traceback (most recent call last):
  File "a.py", line 1, in execute
    cmd=x)
ProcessExecutionError: Unexpected error while running command.
Command: ssh host
Exit code: 255`), ['ProcessExecutionError@3 execute | Unexpected error while running command./Command: ssh host/Exit code: 255']);
});

test('lost indentation does not turn code into an exception', () => {
  assert.deepEqual(chain(`Traceback (most recent call last):
File "/nova/compute/manager.py", line 6643, in _error_out_instance_on_exception
raise error.inner_exception
File "/nova/compute/manager.py", line 7, in f
payload)
ResizeError: Resize error: no ssh`), ['ResizeError@5 _error_out_instance_on_exception>f | Resize error: no ssh']);
});

test('a tail of a traceback still ends in its exception', () => {
  assert.deepEqual(chain(`    raise libvirtError('virDomainCreateWithFlags() failed')
libvirt.libvirtError: internal error: process exited`, true),
  ['libvirt.libvirtError@1  | internal error: process exited']);
});

test('the same class through RPC is one exception, at its innermost line', () => {
  assert.deepEqual(chain(`Traceback (most recent call last):
  File "conductor.py", line 1, in schedule
    x()
nova.exception_Remote.NoValidHost_Remote: No valid host was found.
Traceback (most recent call last):
  File "scheduler.py", line 2, in select_destinations
    raise exception.NoValidHost(reason="")
nova.exception.NoValidHost: No valid host was found.`),
  ['nova.exception.NoValidHost@7 schedule>select_destinations | No valid host was found.']);
});

test('blank lines between all lines change nothing', () => {
  assert.deepEqual(chain(`Traceback (most recent call last):

  File "a.py", line 1, in f

    x()

KeyError: 'a'`), ['KeyError@6 f | \'a\'']);
});

test('prose is no traceback', () => {
  assert.deepEqual(chain('Error: something went wrong\nNote: see below'), []);
});

test('a traceback logged as a list of strings is read', () => {
  const text = 'Error from last host: c1 (node c1): [u\'Traceback (most recent call last):\\n\', '
    + 'u\'  File "m.py", line 2, in build\\n    go()\\n\', u"RescheduledException: it\'s gone\\n"]';
  const lines = linesOfList(text) ?? [];
  assert.deepEqual(lines.map((line) => text[line.offset]), ['T', ' ', ' ', 'R', '"']);
  assert.deepEqual(chain(lines.map((line) => line.text).join('\n')), ['RescheduledException@3 build | it\'s gone']);
  assert.equal(linesOfList('Traceback (most recent call last):'), undefined);
});

test('very deep stacks keep their ends', () => {
  const frames = Array.from({ length: 5000 }, (_, i) => `  File "a.py", line ${i}, in f${i}\n    x()`).join('\n');
  const [only] = chain(`Traceback (most recent call last):\n${frames}\nRecursionError: maximum recursion depth`);
  assert.match(only ?? '', /f0>.*f4999 \| maximum/);
  assert.ok((only ?? '').length < 1000);
});

test('quotes that a blog turned round are quotes', () => {
  assert.deepEqual(chain(`Traceback (most recent call last):
File \u201c/nova/compute/manager.py\u201d, line 10, in _build_resources
yield resources
File \u201c/nova/virt/libvirt/vif.py\u201d, line 20, in get_config
_(\u201cUnexpected widget=%s\u201d) % widget)
WidgetException: Unexpected widget=none`), ['WidgetException@5 _build_resources>get_config | Unexpected widget=none']);
});

test('of a chain without end both ends are kept', () => {
  for (const between of ['\nDuring handling of the above exception, another exception occurred:\n', '']) {
    const text = Array.from({ length: 1000 }, (_, number) => 'Traceback (most recent call last):\n'
      + `  File "a.py", line 1, in f${number}\n    x()\nnova.exception.E${number}Error: ${number}\n`).join(between);
    const raised = chain(text);
    const all = new Set(raised.map((one) => /E(\d+)Error/.exec(one)?.[1]));
    assert.ok(all.has('0') && all.has('999') && raised.length <= 64, `${raised.length}`);
  }
});

function comesByRpc(text: string): readonly boolean[] {
  const reader = new TracebackReader();
  text.split('\n').forEach((line, at) => reader.push(line, at, true));
  return reader.chain().map(({ remote }) => remote);
}

test('only what the messaging library raised was raised in another service', () => {
  const raised = (file: string, type: string): string =>
    ['Traceback (most recent call last):', `  File "${file}", line 7, in f`, '    raise x', `${type}: jammed`].join('\n');
  const inner = raised('/nova/scheduler/manager.py', 'WidgetError');
  assert.deepEqual(comesByRpc(`${raised('/oslo_messaging/_drivers/amqpdriver.py', 'WidgetError')}\n${inner}`), [true]);
  assert.deepEqual(comesByRpc(`${raised('/nova/openstack/common/rpc/amqp.py', 'WidgetError')}\n${inner}`), [true]);
  assert.deepEqual(comesByRpc(`${raised('/nova/conductor/manager.py', 'WidgetError_Remote')}\n${inner}`), [true]);
  assert.deepEqual(comesByRpc(`${inner}\n\n${inner}`), [false], 'a page that shows it twice');
  assert.deepEqual(comesByRpc(raised('/nova/compute/rpcapi.py', 'WidgetError')), [false]);
});

test('a class that a page moved by a blank is none of the code', () => {
  assert.deepEqual(chain(`Traceback (most recent call last):
  File "a.py", line 1, in turn
    widget.turn()
 WidgetJammed: no widget`), ['WidgetJammed@3 turn | no widget']);
  assert.deepEqual(chain(` Traceback (most recent call last):
   File "a.py", line 1, in turn
     else: widget.turn()
 WidgetJammed: no widget`), ['WidgetJammed@3 turn | no widget']);
});

test('below a frame that is in no file stands no code', () => {
  assert.deepEqual(chain(`Traceback (most recent call last):
File "/usr/lib/python2.6/site-packages/eventlet/convenience.py", line 38, in listen
sock.bind(addr)
File "<string>", line 1, in bind
error: [Errno 98] Address already in use`, true), ['error@4 listen>bind | [Errno 98] Address already in use']);
});

test('a class of a module itself may begin with an underscore', () => {
  assert.deepEqual(chain(`Traceback (most recent call last):
  File "/nova/virt/block_device.py", line 7, in _transform
    raise _InvalidType
_InvalidType`, true), ['_InvalidType@3 _transform']);
});

test('what QEMU said is told where all that libvirt puts above it was cut off', () => {
  const said = '2024-03-11T14:00:02.418000Z qemu-system-x86_64: cannot find the disk';
  assert.deepEqual(chain(said, true), [`libvirtError@0  | ${said}`]);
  assert.deepEqual(chain(said), []);
  assert.deepEqual(chain(`libvirtError: internal error\n${said}`, true), [`libvirtError@0  | internal error/${said}`]);
});

test('below a frame whose indentation and code were left out a class with a text is no code', () => {
  const flat = (last: string) => chain(`Traceback (most recent call last):
File "a.py", line 1, in outer
File "b.py", line 2, in inner
${last}`, true);
  assert.deepEqual(flat('OSError: [Errno 24] Too many open files'),
    ['OSError@3 outer>inner | [Errno 24] Too many open files']);
  assert.deepEqual(flat('else: WidgetError'), ['undefined@undefined outer>inner']);
});

test('a heading below a traceback of which only the first line is left is no class', () => {
  assert.deepEqual(chain('Traceback (most recent call last):\nSolution\n--------'), ['undefined@undefined ']);
  assert.deepEqual(chain('Traceback (most recent call last):\nUnauthorized: no token'), ['Unauthorized@1  | no token']);
});

test('below a blank line a message goes on only behind the prefix that oslo.log puts before each line', () => {
  const rest = ['', 'Then the host was taken out.'];
  const read = (certain: boolean) => {
    const reader = new TracebackReader();
    reader.push('libvirtError: domain is not running', 0, true);
    rest.forEach((line, at) => reader.push(line, at + 1, certain));
    return reader.chain()[0]?.message;
  };
  assert.equal(read(false), 'domain is not running');
  assert.equal(read(true), 'domain is not running\nThen the host was taken out.');
});
