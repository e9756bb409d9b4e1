import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const kept = join('node_modules', '.cache', 'firefox-profiles');

/** What a browser that ran leaves behind of that run alone. */
const ofOneRun = /^(lock|\.parentlock|cache2|storage|sessionstore.*|minidumps|crashes|WebDriverBiDiServer\.json)$/;

/** The kept profile of this version of the browser: another version would not take its caches over. */
const templateFor = (executable: string): string => join(kept, String(Math.round(statSync(executable).mtimeMs)));

async function makeTemplate(template: string, startOnce: (profile: string) => Promise<void>): Promise<void> {
  mkdirSync(kept, { recursive: true });
  const made = mkdtempSync(join(kept, 'making-'));
  // What the first start used is written down when it ends, and only the second one takes it over whole.
  await startOnce(made);
  await startOnce(made);
  for (const name of readdirSync(made).filter((each) => ofOneRun.test(each)))
    rmSync(join(made, name), { recursive: true, force: true });
  try {
    renameSync(made, template);
  } catch {
    // Another test file has made it meanwhile, and that one is as good.
    rmSync(made, { recursive: true, force: true });
  }
}

/**
 * Makes an empty folder the profile of a Firefox that was used before, without any extension. What a first start works out
 * (more than three seconds of processor time) is there for the next one. `startOnce` starts the browser with the profile
 * that it is given, and ends it.
 */
export async function warmProfile(
  profile: string,
  executable: string,
  startOnce: (profile: string) => Promise<void>,
): Promise<void> {
  const template = templateFor(executable);
  if (!existsSync(template)) await makeTemplate(template, startOnce);
  cpSync(template, profile, { recursive: true });
}
