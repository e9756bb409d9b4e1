import { readFileSync } from 'node:fs';

export type Browser = 'chrome' | 'firefox';

type Manifest = Record<string, unknown> & {
  readonly permissions: readonly string[];
  readonly icons: Readonly<Record<string, string>>;
  readonly background: { readonly service_worker: string };
};

const read = (): Manifest => JSON.parse(readFileSync(new URL('../manifest.json', import.meta.url), 'utf8')) as Manifest;

/** The popup's page, told by its mark that it stays open beside the page. */
const panelPage = 'src/popup/index.html#panel';

/** The one manifest, as each browser wants it. */
export function manifestFor(browser: Browser): Record<string, unknown> {
  const base = read();
  if (browser === 'chrome') {
    return {
      ...base,
      minimum_chrome_version: '120',
      permissions: [...base.permissions, 'offscreen', 'sidePanel'],
      side_panel: { default_path: panelPage },
      externally_connectable: { ids: [] },
      storage: { managed_schema: 'managed-policy-schema.json' },
    };
  }
  return {
    ...base,
    sidebar_action: {
      default_panel: panelPage,
      default_title: 'Linked Vault',
      default_icon: base.icons,
      open_at_install: false,
    },
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
