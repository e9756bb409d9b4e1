import type { PolicyKey } from '../domain/policy.ts';
import { text } from '../texts/text.ts';
import type { TextKey } from '../texts/text-key.ts';

/** What stands beside every control that a policy holds. */
export const setByAdministrator = (): string => text('policySetByAdministrator');

interface PolicyText {
  /** What the key holds, as a line of a list. */
  readonly rule: TextKey;
  /** What happened where it refused something. */
  readonly refusal: TextKey;
}

/** A sentence for every key of a policy: one without does not compile. */
const texts: Readonly<Record<PolicyKey, PolicyText>> = {
  region: {
    rule: 'policyRegionRule',
    refusal: 'policyRegionRefusal',
  },
  allowedOrganizations: {
    rule: 'policyAllowedOrganizationsRule',
    refusal: 'policyAllowedOrganizationsRefusal',
  },
  allowedCategories: {
    rule: 'policyAllowedCategoriesRule',
    refusal: 'policyAllowedCategoriesRefusal',
  },
  disableAlwaysPrompt: {
    rule: 'policyDisableAlwaysPromptRule',
    refusal: 'policyDisableAlwaysPromptRefusal',
  },
  disableReveal: {
    rule: 'policyDisableRevealRule',
    refusal: 'policyDisableRevealRefusal',
  },
  disableCopy: {
    rule: 'policyDisableCopyRule',
    refusal: 'policyDisableCopyRefusal',
  },
  disableHttp: {
    rule: 'policyDisableHttpRule',
    refusal: 'policyDisableHttpRefusal',
  },
  disableExport: { rule: 'policyDisableExportRule', refusal: 'policyDisableExportRefusal' },
  lockIdleMinutesMax: {
    rule: 'policyLockIdleMinutesMaxRule',
    refusal: 'policyLockIdleMinutesMaxRefusal',
  },
  lockCapHoursMax: {
    rule: 'policyLockCapHoursMaxRule',
    refusal: 'policyLockCapHoursMaxRefusal',
  },
  kdfMemoryKibMin: {
    rule: 'policyKdfMemoryKibMinRule',
    refusal: 'policyKdfMemoryKibMinRefusal',
  },
  kdfPassesMin: {
    rule: 'policyKdfPassesMinRule',
    refusal: 'policyKdfPassesMinRefusal',
  },
  packSigningKey: { rule: 'policyPackSigningKeyRule', refusal: 'policyPackSigningKeyRefusal' },
  requiredKeys: { rule: 'policyRequiredKeysRule', refusal: 'policyRequiredKeysRefusal' },
};

export const policyRule = (key: PolicyKey): string => text(texts[key].rule);

export const policyRefusal = (key: PolicyKey): string => text(texts[key].refusal);
