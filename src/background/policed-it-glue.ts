import type { OrganizationId } from '../domain/ids.ts';
import { categoryAllowed, organizationAllowed, type Policy, type PolicyKey, regionAllowed } from '../domain/policy.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { IndexSource } from './index/index-ports.ts';
import type { PolicySource } from './policy-port.ts';
import type { ItGlue, ItGlueAccess } from './ports.ts';

const refused = (key: PolicyKey) => fail({ code: 'policy-forbids', rule: key });

const recordRefusal = (
  policy: Policy,
  record: { readonly organizationId: OrganizationId; readonly categoryName: string | null },
): PolicyKey | null => {
  if (!organizationAllowed(policy, record.organizationId)) return 'allowedOrganizations';
  return categoryAllowed(policy, record.categoryName) ? null : 'allowedCategories';
};

/** The policy, where it lets this API key's region be asked at all. */
async function policyFor(source: PolicySource, { region }: ItGlueAccess): Promise<Result<Policy>> {
  const { policy } = await source.read();
  return regionAllowed(policy, region) ? ok(policy) : refused('region');
}

/** Asks what belongs to one organization, if the policy allows that organization. */
async function within<Value>(
  source: PolicySource,
  access: ItGlueAccess,
  id: OrganizationId,
  ask: (policy: Policy) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const policy = await policyFor(source, access);
  if (!policy.ok) return policy;
  return organizationAllowed(policy.value, id) ? ask(policy.value) : refused('allowedOrganizations');
}

/**
 * IT Glue as far as the policy goes: another region and an organization that is not allowed are never asked for, and a
 * record of another organization or category than allowed goes no further than here.
 */
export function policedItGlue(itGlue: ItGlue, source: PolicySource): ItGlue {
  return {
    async organizations(access) {
      const policy = await policyFor(source, access);
      if (!policy.ok) return policy;
      const list = await itGlue.organizations(access);
      if (!list.ok) return list;
      return ok({ ...list.value, rows: list.value.rows.filter(({ id }) => organizationAllowed(policy.value, id)) });
    },
    organization: (access, id) => within(source, access, id, () => itGlue.organization(access, id)),
    passwords: (access, id) =>
      within(source, access, id, async (policy) => {
        const list = await itGlue.passwords(access, id);
        if (!list.ok) return list;
        return ok({ ...list.value, rows: list.value.rows.filter((row) => recordRefusal(policy, row) === null) });
      }),
    folders: (access, id) => within(source, access, id, () => itGlue.folders(access, id)),
    async passwordSummary(access, id) {
      const policy = await policyFor(source, access);
      if (!policy.ok) return policy;
      const summary = await itGlue.passwordSummary(access, id);
      const key = summary.ok ? recordRefusal(policy.value, summary.value) : null;
      return key === null ? summary : refused(key);
    },
    async password(access, id) {
      const policy = await policyFor(source, access);
      if (!policy.ok) return policy;
      const credential = await itGlue.password(access, id);
      const key = credential.ok ? recordRefusal(policy.value, credential.value.summary) : null;
      return key === null ? credential : refused(key);
    },
    async probe(access) {
      const policy = await policyFor(source, access);
      if (policy.ok) return itGlue.probe(access);
      const steps = {
        reachable: 'unknown',
        keyAccepted: 'unknown',
        metadata: 'unknown',
        passwordValues: 'unknown',
      } as const;
      return { steps, failure: policy.failure, organizations: null };
    },
  };
}

/** The index's way to IT Glue, under the same policy. Which organizations it asks for the sync decides. */
export function policedIndexSource(source: IndexSource, policySource: PolicySource): IndexSource {
  const police =
    <Row, Rest extends readonly unknown[]>(
      ask: (access: ItGlueAccess, ...rest: Rest) => Promise<Row>,
    ): ((
      access: ItGlueAccess,
      ...rest: Rest
    ) => Promise<Row | { ok: false; failure: ReturnType<typeof refused>; tooMuch: false }>) =>
    async (access, ...rest) => {
      const policy = await policyFor(policySource, access);
      return policy.ok ? ask(access, ...rest) : ({ ok: false, failure: policy.failure, tooMuch: false } as never);
    };
  return { organizations: police(source.organizations), passwords: police(source.passwords) } as IndexSource;
}
