/** The broadcast channel on which the worker tells pages of ours that the vault was locked or unlocked, and nothing else of it. */
export const vaultNewsChannel = 'vault-news';
