import type { Call } from './call.ts';
import { listOrganizations, showOrganization } from './organization-routes.ts';
import { listOrganizationPasswords, listPasswords, showOrganizationPassword, showPassword } from './password-routes.ts';
import { notFound } from './replies.ts';
import { listCategories, listFolders, showCategory, showFolder } from './small-routes.ts';

type Route = (call: Call, first: string, second: string) => Response;

/** `:id` stands for one part of the path. There is no top-level list of folders, as in reality. */
const routes: readonly (readonly [path: string, route: Route])[] = [
  ['/organizations', listOrganizations],
  ['/organizations/:id', showOrganization],
  ['/organizations/:id/relationships/passwords', listOrganizationPasswords],
  ['/organizations/:id/relationships/passwords/:id', showOrganizationPassword],
  ['/organizations/:id/relationships/password_folders', listFolders],
  ['/organizations/:id/relationships/password_folders/:id', showFolder],
  ['/passwords', listPasswords],
  ['/passwords/:id', showPassword],
  ['/password_categories', listCategories],
  ['/password_categories/:id', showCategory],
];

const patterns = routes.map(([path, route]) => ({
  pattern: new RegExp(`^${path.replaceAll(':id', '([^/]+)')}/?$`),
  route,
}));

/** Answers a GET whose key was accepted; every other path is the 404 page. */
export function answerRoute(call: Call): Response {
  for (const { pattern, route } of patterns) {
    const found = pattern.exec(call.path);
    if (found !== null) return route(call, found[1] ?? '', found[2] ?? '');
  }
  return notFound();
}
