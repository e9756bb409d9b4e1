import { vaultNewsChannel } from '../../domain/vault-news-channel.ts';

const channel = new BroadcastChannel(vaultNewsChannel);

/** Has every open page of ours ask again how the vault stands. Only our own origin hears it, and it says nothing itself. */
export const tellPages = (): void => channel.postMessage(null);
