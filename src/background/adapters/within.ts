/** What a browser call gives, or null after `ms`: some never settle, for instance towards a page in the back/forward cache. */
export function within<Value>(ms: number, call: Promise<Value>): Promise<Value | null> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(null), ms);
    call.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
