// In: nothing. Out: the browser and each VS Code that the tests use, installed where they are missing. A
// program of its own, so that other steps go on meanwhile.

import { ensureBrowser } from './browser.mjs';
import { floor, installCodeServer, newest } from './codeServer.mjs';
import { Trouble } from './install.mjs';

for (const install of [ensureBrowser, () => installCodeServer(newest), () => installCodeServer(floor)]) {
  try {
    install();
  } catch (error) {
    // the step that needs it tries once more, and fails or is skipped
    console.error(error instanceof Trouble ? error.message : error);
    process.exitCode = 1;
  }
}
