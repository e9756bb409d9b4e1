/** What was read of the disk, in memory: for what is asked for at every key that is pressed, while only this worker writes there. */
export interface HeldPart<Value> {
  /** What is held under this key, or what `read` gives; that is held from then on, unless it failed or was let go meanwhile. */
  read(key: string, read: () => Promise<Value>): Promise<Value>;
  /** Lets go of everything once a change of the disk has ended, however it did. */
  after<Change>(change: Promise<Change>): Promise<Change>;
}

export function heldPart<Value>(): HeldPart<Value> {
  let held = new Map<string, Promise<Value>>();
  return {
    read(key, read) {
      const now = held;
      const reading = now.get(key) ?? read();
      now.set(key, reading);
      reading.catch(() => now.delete(key));
      return reading;
    },
    after: (change) =>
      change.finally(() => {
        held = new Map();
      }),
  };
}
