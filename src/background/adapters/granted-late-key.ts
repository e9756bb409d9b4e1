/** In session memory: the permission to answer HTTP authentication came while the browser was running. */
export const grantedLateKey = 'http-auth-granted-late';
