/** A call that the worker made, or (`end` = `start`) something that happened to it; milliseconds since 1970. */
export interface Span {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Runs in the worker, once: from now on its calls outside are noted. It changes nothing but the time they take. */
export function noteSpans(): void {
  type Method = (...args: unknown[]) => unknown;
  type Methods = Record<string, Method>;
  interface Port {
    readonly onMessage: { addListener(heard: (message: { type?: string }) => void): void };
  }
  interface Extension {
    readonly scripting: unknown;
    readonly storage: { readonly session: unknown };
    readonly tabs: unknown;
    readonly alarms: unknown;
    readonly action: unknown;
    readonly runtime: { readonly onConnect: { addListener(heard: (port: Port) => void): void } };
  }
  const scope = globalThis as unknown as { chrome: Extension; browser?: Extension; spans?: Span[]; fetch: Method };
  const spans: Span[] = [];
  scope.spans = spans;
  const now = () => performance.timeOrigin + performance.now();
  const happened = (name: string) => spans.push({ name, start: now(), end: now() });
  const wrap = (holder: unknown, method: string, name: string, ended?: (result: unknown, done: () => void) => void) => {
    const methods = holder as Methods;
    const original = methods[method];
    if (original === undefined) return;
    methods[method] = function (this: unknown, ...args) {
      const start = now();
      const done = () => void spans.push({ name, start, end: now() });
      const result = original.apply(this, args);
      if (ended !== undefined) ended(result, done);
      else Promise.resolve(result).then(done, done);
      return result;
    };
  };
  const both = new Set([scope.chrome, scope.browser ?? scope.chrome]);
  const shared = (of: (extension: Extension) => unknown) => new Set([...both].map(of));
  for (const one of shared((extension) => extension.scripting)) wrap(one, 'executeScript', 'executeScript');
  for (const one of shared(({ storage }) => storage.session))
    for (const method of ['get', 'set', 'remove']) wrap(one, method, 'storage.session');
  for (const one of shared(({ tabs }) => tabs)) for (const method of ['query', 'get']) wrap(one, method, 'tabs');
  for (const one of shared(({ alarms }) => alarms)) wrap(one, 'create', 'alarms');
  for (const one of shared(({ action }) => action))
    for (const method of ['setBadgeText', 'setTitle', 'setBadgeBackgroundColor']) wrap(one, method, 'action');
  const onSuccess = (request: unknown, done: () => void) =>
    (request as IDBRequest).addEventListener('success', done, { once: true });
  wrap(IDBFactory.prototype, 'open', 'IndexedDB open', onSuccess);
  for (const method of ['get', 'getAll']) wrap(IDBObjectStore.prototype, method, 'IndexedDB read', onSuccess);
  for (const method of ['importKey', 'decrypt']) wrap(SubtleCrypto.prototype, method, 'WebCrypto');
  wrap(scope, 'fetch', 'fetch');
  scope.chrome.runtime.onConnect.addListener((port) => {
    happened('port connected');
    port.onMessage.addListener(({ type }) => void happened(`port says ${type}`));
    wrap(port, 'postMessage', 'port told', (_result, done) => done());
  });
}

/** Runs in the worker: what was noted since the last time. */
export function takeSpans(): Span[] {
  return (globalThis as unknown as { spans?: Span[] }).spans?.splice(0) ?? [];
}
