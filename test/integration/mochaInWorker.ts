// Stands in for `import { suite, test } from 'mocha'` in the worker, where Mocha's browser build makes them
// globals.

type Define = (...args: readonly unknown[]) => unknown;

function define(name: string): Define {
  return (...args) => {
    const found: unknown = Reflect.get(globalThis, name);
    if (typeof found !== 'function') throw new Error(`Mocha has not defined ${name}`);
    const result: unknown = Reflect.apply(found, globalThis, args);
    return result;
  };
}

export const suite = define('suite');
export const test = define('test');
export const setup = define('setup');
export const teardown = define('teardown');
export const suiteSetup = define('suiteSetup');
export const suiteTeardown = define('suiteTeardown');
