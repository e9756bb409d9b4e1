import { blankPassword } from './blank-password.ts';
import { type Client, type Draft, passwordKinds } from './password-kinds.ts';
import { passwordValue, recoveryKey } from './password-value.ts';
import type { FolderRecord, OrganizationRecord, PasswordRecord } from './records.ts';
import { passwordCategories } from './small-lists.ts';
import { someTime } from './some-time.ts';

const totalWeight = passwordKinds.reduce((sum, [weight]) => sum + weight, 0);

function draft(client: Client): Draft {
  let left = client.random.next() * totalWeight;
  const kind = passwordKinds.find(([weight]) => {
    left -= weight;
    return left < 0;
  });
  return (kind ?? passwordKinds[0] ?? unreachable())[1](client);
}

function unreachable(): never {
  throw new Error('The table of password kinds is empty.');
}

const noteOf = ({ random }: Client): string | null =>
  random.chance(0.06)
    ? random.pick(['Rotated after the audit.', 'Do not change: used by the scanner.', '<p>See the runbook.</p>'])
    : null;

/** One generated password of an organization. `folder` takes those of persons. */
export function generatedPassword(
  id: string,
  organization: OrganizationRecord,
  client: Client,
  folder: FolderRecord | undefined,
): PasswordRecord {
  const { random } = client;
  const { name, username, url, category, embeddedIn, otpEnabled, restricted, bitLocker, personFolder } = draft(client);
  const value = bitLocker === true ? recoveryKey(random) : passwordValue(random);
  return {
    ...blankPassword(id, organization.id, name, value, someTime(random)),
    username,
    url,
    category: category === null ? null : passwordCategories[category],
    embeddedIn: embeddedIn === undefined ? null : { id: 2_000_000 + random.between(1, 899_999), ...embeddedIn },
    otpEnabled: otpEnabled ?? false,
    restricted: restricted ?? false,
    folderId: personFolder === true ? (folder?.id ?? null) : null,
    notes: noteOf(client),
    myGlue: random.chance(0.03),
    archived: random.chance(0.03),
  };
}
