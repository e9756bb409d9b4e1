import type { Call } from './call.ts';
import { notFound, recordNotFound, unauthorizedResource } from './replies.ts';

/** An id that is not there, or that is another tenant's: the real service does not tell which. */
export function unknownRecord({ options, submitted }: Call): Response {
  switch (options.unknownRecord) {
    case '401':
      return unauthorizedResource(options.errors, submitted);
    case '404-json':
      return recordNotFound(404, options.errors, submitted);
    case '400-json':
      return recordNotFound(400, options.errors, submitted);
    case '404-html':
      return notFound();
  }
}

/** A password below an organization that is not its own. */
export const wrongOrganization = ({ options, submitted }: Call): Response =>
  options.wrongOrganization === '401'
    ? unauthorizedResource(options.errors, submitted)
    : recordNotFound(404, options.errors, submitted);
