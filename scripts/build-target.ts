/** What scripts are compiled to: the oldest browsers that `manifest-for.ts` lets install the extension. */
export const buildTarget = ['chrome120', 'firefox140'];
