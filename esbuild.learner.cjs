// Loaded before the command line (node --require). In: NOVA_LENS_COMPILED, a folder in dist/lazy/. Out: in
// it, for each chunk that was loaded, the code that V8 had made of it when the command ended, what was
// compiled on first use included. What an earlier command left there is kept and added to.

const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const vm = require('node:vm');

const folder = process.env.NOVA_LENS_COMPILED;
const load = Module._extensions['.js'];
const scripts = new Map();

Module._extensions['.js'] = (module, file) => {
  if (path.dirname(file) !== path.dirname(folder)) return load(module, file);
  const bin = path.join(folder, `${path.basename(file)}.bin`);
  const cachedData = fs.existsSync(bin) ? fs.readFileSync(bin) : undefined;
  // all of it as src/cli/compiled.ts does it: code keeps its columns
  const text = Module.wrap(fs.readFileSync(file, 'utf8'));
  const columnOffset = -Module.wrap('').indexOf('\n');
  const script = new vm.Script(text, { filename: file, cachedData, columnOffset });
  scripts.set(bin, script);
  const require = (id) => module.require(id);
  return script.runInThisContext()
    .call(module.exports, module.exports, require, module, file, path.dirname(file));
};

process.on('exit', () => {
  for (const [bin, script] of scripts) fs.writeFileSync(bin, script.createCachedData());
});
