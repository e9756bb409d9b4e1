/** Whether a window can be opened here. Only Linux runs without a display and says so in its environment. */
export const hasDisplay = (
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: string = process.platform,
): boolean => platform !== 'linux' || Boolean(env.DISPLAY) || Boolean(env.WAYLAND_DISPLAY);
