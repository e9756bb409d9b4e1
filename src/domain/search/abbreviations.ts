/** What technicians type for what names spell out, both ways: any of a line finds any other of it. */
const groups: readonly (readonly string[])[] = [
  ['fw', 'firewall'],
  ['sw', 'switch'],
  ['ap', 'access point', 'accesspoint'],
  ['rtr', 'router'],
  ['dc', 'domain controller'],
  ['ad', 'active directory'],
  ['da', 'domain admin'],
  ['ga', 'global admin'],
  ['adm', 'admin'],
  ['m365', 'o365', 'ms365', 'microsoft 365', 'office 365'],
  ['aad', 'azure ad', 'entra'],
  ['ex', 'exchange'],
  ['sp', 'sharepoint'],
  ['gws', 'google workspace', 'g suite'],
  ['rds', 'remote desktop'],
  ['rdp', 'remote desktop'],
  ['vc', 'vcenter'],
  ['hv', 'hyper-v', 'hypervisor'],
  ['bkp', 'backup'],
  ['bdr', 'backup'],
  ['prt', 'printer'],
  ['mfp', 'printer', 'copier'],
  ['cam', 'camera'],
  ['nvr', 'recorder'],
  ['pbx', 'phone system', 'voip'],
  ['svc', 'service account'],
  ['la', 'local admin'],
  ['wifi', 'wi-fi', 'wireless', 'wlan'],
  ['db', 'database'],
  ['srv', 'server'],
  ['pw', 'password'],
  ['isp', 'internet provider'],
  ['ups', 'power supply'],
];

const formsOf = new Map<string, readonly string[]>();
for (const group of groups) {
  for (const word of group) {
    const others = group.filter((other) => other !== word && !other.includes(word));
    formsOf.set(word, [...new Set([...(formsOf.get(word) ?? []), ...others])]);
  }
}

/** The word itself, then other spellings of it. Both are folded. */
export const formsOfWord = (word: string): readonly string[] => [word, ...(formsOf.get(word) ?? [])];
