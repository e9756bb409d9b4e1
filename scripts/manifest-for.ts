import { readFileSync } from 'node:fs';

export type Browser = 'chrome' | 'firefox';

type Manifest = Record<string, unknown> & {
  readonly permissions: readonly string[];
  readonly background: { readonly service_worker: string };
};

const read = (): Manifest => JSON.parse(readFileSync(new URL('../manifest.json', import.meta.url), 'utf8')) as Manifest;

/** The one manifest, as each browser wants it. */
export function manifestFor(browser: Browser): Record<string, unknown> {
  const base = read();
  if (browser === 'chrome') {
    return {
      ...base,
      minimum_chrome_version: '120',
      permissions: [...base.permissions, 'offscreen'],
      externally_connectable: { ids: [] },
      storage: { managed_schema: 'managed-policy-schema.json' },
    };
  }
  return {
    ...base,
    background: { scripts: [base.background.service_worker], type: 'module' },
    browser_specific_settings: {
      gecko: {
        id: 'linked-vault@linked-vault.example',
        strict_min_version: '140.0',
        data_collection_permissions: { required: ['none'] },
      },
      gecko_android: { strict_min_version: '142.0' },
    },
  };
}
