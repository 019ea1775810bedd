// In: media/icon.svg. Out: media/icon.png, 256 by 256, as a marketplace wants it. Run: node media/draw.mjs

import fs from 'node:fs';
import path from 'node:path';
import { openBrowser } from '../test/harness/browser.mjs';

const here = import.meta.dirname;
const size = 256;
const svg = fs.readFileSync(path.join(here, 'icon.svg'), 'utf8');
const { page, close } = await openBrowser({ width: size, height: size });
await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
await page.screenshot({ path: path.join(here, 'icon.png'), omitBackground: true });
await close();
