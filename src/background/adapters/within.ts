/** What a browser call gives, or null after `ms`: some never settle, for instance towards a page in the back/forward cache. */
export function within<Value>(ms: number, call: Promise<Value>): Promise<Value | null> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(null), ms);
    call.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** The longest that anything else of the browser may take: storage, permissions, a new tab or window. */
export const givenWithinMs = 15_000;

/** What a browser call gives. Throws when it is still silent after `ms`, for what cannot go on without it. */
export async function inTime<Value>(call: Promise<Value>, ms: number = givenWithinMs): Promise<Value> {
  const given = await within(
    ms,
    call.then((value) => ({ value })),
  );
  if (given === null) throw new Error('The browser did not answer.');
  return given.value;
}

/** The longest that a question to the browser about a tab or a button may take, in milliseconds. */
export const answerWithinMs = 2000;

/** What a browser call gives, or `otherwise` when it refuses or is still silent after `ms`. */
export async function answered<Value, Otherwise>(
  call: Promise<Value>,
  otherwise: Otherwise,
  ms: number = answerWithinMs,
): Promise<Value | Otherwise> {
  const given = call.then(
    (value) => ({ value }),
    () => ({ value: otherwise }),
  );
  const first = await within(ms, given);
  return first === null ? otherwise : first.value;
}
