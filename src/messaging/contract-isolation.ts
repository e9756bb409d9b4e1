/** The commands of places with cookies of their own. */
export interface IsolationCommands {
  /** Removes the containers that were made for clients, with the cookies in them. */
  'containers.remove': { request: Record<never, never>; response: { readonly removed: number } };
}
