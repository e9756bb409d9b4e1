import browser from 'webextension-polyfill';
import { language } from '../texts/language.ts';

/** What may be told of the browser: names of programs and numbers. */
export interface BrowserFacts {
  readonly version: string;
  readonly browser: string;
  readonly system: string;
  readonly language: string;
  readonly permissions: readonly string[];
  /** Sites that the browser grants access to: how many. */
  readonly sites: number;
}

/** The most particular name first: Edge also says that it is Chrome. */
const programs = [/Edg\/\d+/, /OPR\/\d+/, /Firefox\/\d+/, /Chrome\/\d+/] as const;

const programOf = (agent: string): string =>
  programs.flatMap((program) => program.exec(agent)?.[0] ?? [])[0]?.replace('Edg/', 'Edge/') ?? 'other';

const systems = ['Windows', 'Mac', 'CrOS', 'Android', 'Linux'] as const;

export async function browserFacts(): Promise<BrowserFacts> {
  const { permissions = [], origins = [] } = await browser.permissions.getAll();
  return {
    version: browser.runtime.getManifest().version,
    browser: programOf(navigator.userAgent),
    system: systems.find((name) => navigator.userAgent.includes(name)) ?? 'other',
    language: language(),
    permissions: [...permissions].sort(),
    sites: origins.length,
  };
}
