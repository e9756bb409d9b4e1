import { makeTenant } from '../../src/demo/demo-data.ts';
import type { OrganizationSummary } from '../../src/domain/credential.ts';
import { asId } from '../../src/domain/ids.ts';
import type { IndexedPassword } from '../../src/domain/search/indexed-password.ts';

export interface Scale {
  readonly passwords: number;
  readonly organizations: number;
}

export interface ScaleRecords {
  readonly organizations: readonly OrganizationSummary[];
  readonly passwords: readonly IndexedPassword[];
}

/** The largest organization holds this part of a small account, and 3,000 at most. */
const largestOf = ({ passwords }: Scale): number => Math.min(3000, Math.floor(passwords * 0.15));

export const tenantSizeOf = (scale: Scale) => ({ ...scale, largest: largestOf(scale) });

/** The demo tenant of this size, as the index keeps it. The same size gives the same records. */
export function scaleRecords(scale: Scale): ScaleRecords {
  const tenant = makeTenant('us', tenantSizeOf(scale), 'harbor');
  return {
    organizations: [...tenant.organizations.values()].map(({ id, name, shortName, status, parentId }) => ({
      id: asId(id),
      name,
      shortName,
      statusName: status.name,
      parentId: parentId === null ? null : asId(parentId),
    })),
    passwords: [...tenant.passwords.values()].slice(0, scale.passwords).map((record) => ({
      id: asId(record.id),
      organizationId: asId(record.organizationId),
      name: record.name,
      username: record.username,
      url: record.url,
      categoryName: record.category?.name ?? null,
      assetName: record.embeddedIn?.name ?? null,
      folderId: record.folderId,
      restricted: record.restricted,
      archived: record.archived,
      vaulted: record.vaultId !== null,
      otpEnabled: record.otpEnabled,
      passwordUpdatedAt: record.passwordUpdatedAt,
      updatedAt: record.updatedAt,
    })),
  };
}
