import { parseArgs } from 'node:util';

export interface StartOptions {
  readonly browser: 'chromium' | 'firefox';
  readonly tour: boolean;
  readonly help: boolean;
  /** Folder of the tour's screenshots and report. It is emptied at the start. */
  readonly out: string;
}

export const usage = `Usage: npm start [-- OPTIONS]

Opens a browser with Linked Vault in it, in front of a made-up IT Glue and its sites, all on this machine.

  --browser NAME   chromium (default) or firefox
  --tour           a guided tour that runs by itself, with screenshots; the way it goes where there is no display
  --out FOLDER     where the tour writes them (default: demo-out; a folder that the tour made before is emptied)
  --help           this text`;

const known = {
  browser: { type: 'string', default: 'chromium' },
  tour: { type: 'boolean', default: false },
  out: { type: 'string', default: 'demo-out' },
  help: { type: 'boolean', default: false },
} as const;

/** What the person asked for, or one sentence about what is not right with it. */
export function startOptions(args: readonly string[]): StartOptions | string {
  try {
    const { values } = parseArgs({ args: [...args], options: known, strict: true });
    const { browser, ...rest } = values;
    if (browser !== 'chromium' && browser !== 'firefox')
      return `There is no browser "${browser}": say chromium or firefox.`;
    if (rest.out === '') return 'The option --out needs the name of a folder.';
    return { browser, ...rest };
  } catch (error) {
    const [sentence = 'These options are not known.'] = error instanceof Error ? error.message.split('. ') : [];
    return `${sentence.replace(/\.?$/, '')}: --help says which options there are.`;
  }
}
