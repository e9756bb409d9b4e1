import { readFileSync } from 'node:fs';
import type { Gateway } from '../src/domain/gateway.ts';

export type Browser = 'chrome' | 'firefox';

type Manifest = Record<string, unknown> & {
  readonly permissions: readonly string[];
  readonly optional_permissions: readonly string[];
  readonly icons: Readonly<Record<string, string>>;
  readonly background: { readonly service_worker: string };
  readonly content_security_policy: { readonly extension_pages: string };
};

const read = (): Manifest => JSON.parse(readFileSync(new URL('../manifest.json', import.meta.url), 'utf8')) as Manifest;

/** The popup's page, told by its mark that it stays open beside the page. */
const panelPage = 'src/popup/index.html#panel';

/** The manifest of a build for a gateway: its host is the only one that is asked, and IT Glue's are not. */
function throughGateway(base: Manifest, { origin }: Gateway): Manifest {
  const { extension_pages: pages } = base.content_security_policy;
  return {
    ...base,
    name: 'Linked Vault (gateway)',
    host_permissions: [`https://${new URL(origin).hostname}/*`],
    content_security_policy: { extension_pages: pages.replace(/connect-src [^;]*/, `connect-src ${origin}`) },
  };
}

/** The one manifest, as each browser wants it. `gateway` null: the build that asks IT Glue itself. */
export function manifestFor(browser: Browser, gateway: Gateway | null = null): Record<string, unknown> {
  const base = gateway === null ? read() : throughGateway(read(), gateway);
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
    // The first tells which field was right-clicked, the second makes containers; Firefox gives neither later on.
    permissions: [...base.permissions, 'menus', 'contextualIdentities'],
    // Without it no tab opens in a container.
    optional_permissions: [...base.optional_permissions, 'cookies'],
    sidebar_action: {
      default_panel: panelPage,
      default_title: 'Linked Vault',
      default_icon: base.icons,
      open_at_install: false,
    },
    background: { scripts: [base.background.service_worker], type: 'module' },
    browser_specific_settings: {
      gecko: {
        id: `linked-vault${gateway === null ? '' : '-gateway'}@linked-vault.example`,
        strict_min_version: '140.0',
        data_collection_permissions: { required: ['none'] },
      },
      gecko_android: { strict_min_version: '142.0' },
    },
  };
}
