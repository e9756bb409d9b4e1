import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openDesk } from '../test/e2e/desk.ts';
import { person } from '../test/e2e/person.ts';
import { ensureBrowsers } from './install-browsers.ts';
import { conditionShots, emptyShot } from './screenshots/condition-shots.ts';
import { firstShots, lastShots, optionsShots } from './screenshots/options-shots.ts';
import { packShots } from './screenshots/pack-shots.ts';
import { lockedShot, popupShots } from './screenshots/popup-shots.ts';
import type { Stage } from './screenshots/shot.ts';
import { takeShot } from './screenshots/take-shot.ts';
import { buildExtension } from './tour/build-extension.ts';

/** `npm run screenshots [-- FOLDER]`: every state of options page and popup, light and dark, by the production build on the demo IT Glue. */

const folder = process.argv[2] ?? join('docs', 'screenshots');

const shots = [
  ...firstShots,
  emptyShot,
  ...optionsShots,
  ...popupShots,
  ...conditionShots,
  lockedShot,
  ...lastShots,
  ...packShots,
];

async function takeAll(stage: Stage): Promise<void> {
  for (const { name, take } of shots) {
    await takeShot(await take(stage), folder, name);
    console.log(name);
  }
}

const browsers = await ensureBrowsers(['chromium']);
const desk = await openDesk('chromium', {
  extension: await buildExtension('chromium'),
  executable: browsers.chromium,
});
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
try {
  await takeAll({ desk, page: person(desk.options) });
} finally {
  await desk.close();
}
