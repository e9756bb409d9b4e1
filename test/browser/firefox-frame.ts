import { writeFileSync } from 'node:fs';
import type { ChromeScope } from './firefox-chrome-scope.ts';
import { type Evaluate, type Surface, surfaceOf } from './surface.ts';

/** Documents that WebDriver BiDi does not show: the toolbar popup, the sidebar and the background page. */
export type FrameName = 'popup' | 'sidebar' | 'background';

interface FrameRequest {
  readonly frame: FrameName;
  readonly extensionId: string;
  readonly base: string;
  /** Source that runs in the frame's process with all rights; `content` is its window, `done(json)` answers. */
  readonly script: string;
  /** What to give when the frame closes before it answers; undefined makes that an error. */
  readonly whenClosed?: string;
}

/** Runs in chrome scope: loads a frame script in the named frame and waits for its answer. */
async function askFrame({ frame, extensionId, base, script, whenClosed }: FrameRequest): Promise<string> {
  const open = (e: FirefoxBrowserElement) => e.closest<FirefoxPanel>('panel')?.state === 'open';
  const popup = () =>
    Array.from(document.querySelectorAll<FirefoxBrowserElement>('browser.webextension-popup-browser')).find(
      (e) => e.currentURI.spec.startsWith(base) && open(e),
    );
  const view = () =>
    Array.from(WebExtensionPolicy.getByID(extensionId)?.extension.views ?? []).find((v) => v.viewType === frame)
      ?.xulBrowser;
  const manager = (frame === 'popup' ? popup() : view())?.messageManager;
  if (!manager) throw new Error(`the ${frame} is not open`);
  const name = `linked-vault-test:${Math.random()}`;
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => {
      clearInterval(watch);
      manager.removeMessageListener(name, listen);
      finish();
    };
    const listen = ({ data }: { readonly data: FirefoxFrameAnswer }) =>
      settle(() => (data.error === undefined ? resolve(data.json ?? '') : reject(new Error(data.error))));
    const watch = setInterval(() => {
      if ((frame === 'popup' ? popup() : view())?.messageManager === manager) return;
      settle(() => (whenClosed === undefined ? reject(new Error(`the ${frame} closed`)) : resolve(whenClosed)));
    }, 50);
    manager.addMessageListener(name, listen);
    const source = `{ const answer = (data) => sendAsyncMessage(${JSON.stringify(name)}, data);
      const done = (json) => answer({ json }); try { ${script} } catch (e) { answer({ error: String(e) }); } }`;
    manager.loadFrameScript(`data:application/javascript;charset=utf-8,${encodeURIComponent(source)}`, false);
  });
}

/** Wraps a function so that it runs in the page's own scope, past its content security policy, and answers in JSON. */
const inPageScope = (fn: string, args: readonly unknown[]): string => `
  const sandbox = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
  Cu.exportFunction(done, sandbox, { defineAs: 'done' });
  Cu.evalInSandbox(${JSON.stringify(`
    Promise.resolve().then(() => (${fn})(...${JSON.stringify(args)})).then(
      (value) => done(JSON.stringify({ value })),
      (error) => done(JSON.stringify({ error: String(error) + '\\n' + (error && error.stack) })),
    );`)}, sandbox);`;

const clickScript = (x: number, y: number): string => `
  const at = (type, buttons) => content.synthesizeMouseEvent(
    type, ${x}, ${y},
    { button: 0, buttons, clickCount: type === 'mousemove' ? 0 : 1 }, { isDOMEventSynthesized: false });
  at('mousemove', 0); at('mousedown', 1); at('mouseup', 0);
  done('');`;

interface KeyStroke {
  readonly key: string;
  readonly modifiers: readonly string[];
}

/** Real key events, with their default actions, through the text input processor. */
const keyScript = (strokes: readonly KeyStroke[]): string => `
  const tip = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
  if (!tip.beginInputTransactionForTests(content)) throw new Error('no text input');
  const code = (key) => (key.length === 1 ? key.toUpperCase().charCodeAt(0) : 0);
  const event = (key) => new content.KeyboardEvent('', { key, keyCode: code(key) });
  for (const { key, modifiers } of ${JSON.stringify(strokes)}) {
    for (const modifier of modifiers) tip.keydown(event(modifier));
    tip.keydown(event(key)); tip.keyup(event(key));
    for (const modifier of modifiers) tip.keyup(event(modifier));
  }
  done('');`;

/** Runs in chrome scope: a PNG of the popup or the sidebar as base64. */
async function draw(frame: FrameName, extensionId: string, base: string): Promise<string> {
  const popups = Array.from(document.querySelectorAll<FirefoxBrowserElement>('browser.webextension-popup-browser'));
  const views = Array.from(WebExtensionPolicy.getByID(extensionId)?.extension.views ?? []);
  const shown =
    frame === 'popup'
      ? popups.find((e) => e.currentURI.spec.startsWith(base))
      : views.find(({ viewType }) => viewType === frame)?.xulBrowser;
  if (shown === undefined) throw new Error(`the ${frame} is not open`);
  const image = await shown.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white');
  const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas') as HTMLCanvasElement;
  canvas.width = image.width;
  canvas.height = image.height;
  canvas.getContext('2d')?.drawImage(image, 0, 0);
  return canvas.toDataURL('image/png').replace(/^[^,]*,/, '');
}

export interface FrameOf {
  readonly scope: ChromeScope;
  readonly extensionId: string;
  readonly base: string;
}

export function frameEvaluate({ scope, extensionId, base }: FrameOf, frame: FrameName): Evaluate {
  return async (fn, ...args) => {
    const json = await scope.run(askFrame, { frame, extensionId, base, script: inPageScope(String(fn), args) });
    const { value, error } = JSON.parse(json) as { value?: unknown; error?: string };
    if (error !== undefined) throw new Error(error);
    return value as never;
  };
}

/** The open toolbar popup, or sidebar. A click or a key that closes it is no error. */
export function frameSurface(of: FrameOf, frame: 'popup' | 'sidebar'): Surface {
  const { scope, extensionId, base } = of;
  const input = async (script: string) => {
    await scope.run(askFrame, { frame, extensionId, base, script, whenClosed: '' });
  };
  return surfaceOf({
    evaluate: frameEvaluate(of, frame),
    clickAt: (x, y) => input(clickScript(x, y)),
    typeText: (text) => input(keyScript(Array.from(text, (key) => ({ key, modifiers: [] })))),
    pressKey: (key, modifiers) => input(keyScript([{ key, modifiers }])),
    screenshot: async (path) =>
      writeFileSync(path, Buffer.from(await scope.run(draw, frame, extensionId, base), 'base64')),
  });
}
