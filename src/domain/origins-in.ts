import { webOrigin } from './host.ts';

/** Every web address in IT Glue's free-text url field, as origins. Without a scheme https is meant. */
export function originsIn(url: string | null): readonly string[] {
  const parts = (url ?? '').split(/[\s,;]+/).filter((part) => part !== '');
  return parts.flatMap((part) => webOrigin(/^[a-z][a-z0-9+.-]*:\/\//i.test(part) ? part : `https://${part}`) ?? []);
}
