import { guidedTour } from './tour/guided-tour.ts';
import { hasDisplay } from './tour/has-display.ts';
import { liveDemo } from './tour/live-demo.ts';
import { type StartOptions, startOptions, usage } from './tour/start-options.ts';

/** `npm start [-- OPTIONS]`: the demo in a browser, or the guided tour. */

async function start(options: StartOptions): Promise<number> {
  if (options.tour) return (await guidedTour(options)) ? 0 : 1;
  if (hasDisplay()) return liveDemo(options.browser).then(() => 0);
  console.log('There is no display here: the guided tour runs by itself instead.');
  return (await guidedTour(options)) ? 0 : 1;
}

async function main(args: readonly string[]): Promise<number> {
  const options = startOptions(args);
  if (typeof options === 'string') {
    console.error(options);
    return 2;
  }
  if (options.help) {
    console.log(usage);
    return 0;
  }
  return start(options).catch((reason: unknown) => {
    console.error(reason instanceof Error ? reason.message : String(reason));
    return 1;
  });
}

process.exitCode = await main(process.argv.slice(2));
