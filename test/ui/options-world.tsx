import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, vi } from 'vitest';
import type { ApiKeySummary } from '../../src/domain/api-key.ts';
import type { OrganizationSummary, PasswordSummary } from '../../src/domain/credential.ts';
import type { OrganizationCredential } from '../../src/domain/entry.ts';
import type { Failure, FailureCode, FailureOf } from '../../src/domain/failure.ts';
import { asId } from '../../src/domain/ids.ts';
import { noMarks } from '../../src/domain/marks.ts';
import type { Permissions, Role } from '../../src/domain/permission.ts';
import { fail, ok, type Result } from '../../src/domain/result.ts';
import type {
  CommandName,
  Commands,
  CredentialEntryView,
  EntryList,
  RemoteEntryView,
  RequestOf,
  ResponseOf,
  SessionEntryView,
  VaultStatus,
} from '../../src/messaging/contract.ts';
import { forgetAllDrafts } from '../../src/options/draft-keeper.ts';
import { OptionsPage } from '../../src/options/options-page.tsx';

type Answers = {
  [Name in CommandName]?: (body: RequestOf<Name>) => ResponseOf<Name> | Promise<ResponseOf<Name>>;
};

/** What stands in for worker and browser: answers by command, and everything that was asked, in order. */
export const world = {
  answers: {} as Answers,
  log: [] as string[],
  asked: [] as { readonly command: CommandName; readonly body: unknown }[],
  grant: (): Promise<boolean> => Promise.resolve(true),
};

vi.mock('../../src/messaging/client.ts', () => ({
  ask: async <Name extends CommandName>(command: Name, body: RequestOf<Name>): Promise<Result<unknown>> => {
    world.log.push(command);
    world.asked.push({ command, body });
    const answer = world.answers[command];
    return answer === undefined ? fail({ code: 'interrupted' }) : answer(body);
  },
}));

vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: { getURL: (path: string) => `chrome-extension://id/${path}` },
    permissions: {
      request: ({ origins }: { readonly origins: readonly string[] }) => {
        world.log.push(`permissions.request ${origins.join(' ')}`);
        return world.grant();
      },
    },
  },
}));

export const unlocked = (role: Role = 'administrator'): VaultStatus => ({
  state: 'unlocked',
  role,
  lockAt: Date.now() + 900_000,
  unlockWaitSeconds: 0,
  hasTechnician: false,
});

export const locked: VaultStatus = {
  state: 'locked',
  role: null,
  lockAt: null,
  unlockWaitSeconds: 0,
  hasTechnician: false,
};

export const absent: VaultStatus = { ...locked, state: 'absent' };

export const refuse = <Code extends FailureCode>(failure: FailureOf<Code>) => fail(failure as Failure);

const all: Permissions = { view: true, viewPassword: true, edit: true };

export const apiKey: ApiKeySummary = {
  id: asId('key1'),
  name: 'Helpdesk key',
  region: 'eu',
  addedAt: Date.now() - 86_400_000,
  replacedAt: null,
  lastSuccessAt: Date.now() - 60_000,
};

/** Of one organization. */
export type OneView = OrganizationCredential & Pick<CredentialEntryView, 'rights'>;

export const credential = (change: Partial<OneView> = {}): OneView => ({
  kind: 'credential',
  code: null,
  copyCode: false,
  organizationShortName: null,
  id: asId('cred1'),
  rev: 3,
  name: 'Northwind firewall',
  deletedAt: null,
  apiKeyId: apiKey.id,
  organizationId: asId('org1'),
  organizationName: 'Northwind',
  selection: { mode: 'password', passwordId: asId('pw1'), passwordName: 'Firewall admin', username: 'admin' },
  permissions: { view: true, viewPassword: false, edit: false },
  rights: all,
  ...change,
});

export const session = (change: Partial<SessionEntryView> = {}): SessionEntryView => ({
  kind: 'session',
  id: asId('sess1'),
  rev: 2,
  name: 'Firewall',
  deletedAt: null,
  startUrl: 'https://fw.example/login',
  origin: 'https://fw.example',
  signInOrigins: [],
  credentialEntryId: asId('cred1'),
  allowHttp: false,
  autoSubmit: false,
  sameOriginFrames: false,
  fieldChoices: [],
  hostTemplate: null,
  rememberedPasswords: [],
  httpAuth: false,
  rights: all,
  missingSites: [],
  missingHttpAuth: null,
  ...change,
});

export const remote = (change: Partial<RemoteEntryView> = {}): RemoteEntryView => ({
  kind: 'remote',
  id: asId('dc'),
  rev: 2,
  name: 'DC 01',
  deletedAt: null,
  protocol: 'rdp',
  host: 'dc01.northwind.example',
  port: null,
  credentialEntryId: asId('cred1'),
  rights: all,
  ...change,
});

export const organization = (
  id: string,
  name: string,
  shortName: string,
  statusName = 'Active',
): OrganizationSummary => ({
  id: asId(id),
  name,
  shortName,
  statusName,
  parentId: null,
});

export const password = (id: string, name: string, change: Partial<PasswordSummary> = {}): PasswordSummary => ({
  id: asId(id),
  organizationId: asId('org1'),
  organizationName: 'Northwind',
  name,
  username: 'admin',
  url: null,
  categoryName: 'Network',
  assetName: null,
  restricted: false,
  archived: false,
  vaulted: false,
  otpEnabled: false,
  passwordUpdatedAt: null,
  updatedAt: null,
  ...change,
});

/** The vault's content, as `entries.list` and `apiKey.list` answer it. */
export function holding(list: Partial<EntryList>, keys: readonly ApiKeySummary[] = [apiKey]): void {
  world.answers['entries.list'] = () =>
    ok({ entries: [], deleted: [], damaged: [], marks: noMarks, folders: [], deletedFolders: [], ...list });
  world.answers['apiKey.list'] = () => ok(keys);
}

export const bodiesOf = <Name extends CommandName>(name: Name): readonly Commands[Name]['request'][] =>
  world.asked.filter(({ command }) => command === name).map(({ body }) => body as Commands[Name]['request']);

/** Opens the options page at a hash with a vault in some state. */
export function open(hash = '#/', status: VaultStatus = unlocked()) {
  location.hash = hash;
  world.answers['vault.status'] = () => ok(status);
  return render(<OptionsPage />);
}

/** Types over what the field of that label holds. */
export const type = (label: string, text: string): boolean =>
  fireEvent.input(screen.getByLabelText(label), { target: { value: text } });

beforeEach(() => {
  world.answers = {};
  world.log = [];
  world.asked = [];
  world.grant = () => Promise.resolve(true);
  forgetAllDrafts();
});

afterEach(cleanup);
