/** What technicians type; every prefix is one key. Some find much, some little, some only after a guess, some nothing. */
export const typedSearches: readonly string[] = [
  'northwind portal',
  'contoso admin',
  'fabrikam fw',
  'nwd fw',
  'fortigtae',
  'm365 global',
  'administrator',
  '192.168.1.1',
  'bitlocker',
  'printer',
  'kub reynolds vcenter',
  'org:north cat:fire',
  'user:admin host:10.2',
  'qqqqqq',
];
