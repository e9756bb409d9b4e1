import type { SeededRandom } from './seeded-random.ts';

const places = [
  'Alderbrook',
  'Ashgrove',
  'Beacon Hill',
  'Birchwood',
  'Blackthorn',
  'Bramble Lane',
  'Brightwater',
  'Cedar Ridge',
  'Clearview',
  'Coppergate',
  'Crestline',
  'Dovecote',
  'Eastbrook',
  'Elmhurst',
  'Fairhaven',
  'Fernhill',
  'Foxglove',
  'Glenmoor',
  'Granite Bay',
  'Harborview',
  'Hawthorn',
  'Heron Creek',
  'Highgate',
  'Ironbridge',
  'Juniper Flats',
  'Kestrel',
  'Kingfisher',
  'Lakeshore',
  'Larkspur',
  'Lindenhof',
  'Longmeadow',
  'Maple Grove',
  'Millpond',
  'Mossbank',
  'Northgate',
  'Oakfield',
  'Old Quay',
  'Orchard Park',
  'Pinecrest',
  'Prairie View',
  'Quarry Street',
  'Redwood',
  'Riverbend',
  'Rosewood',
  'Saltmarsh',
  'Sandpiper',
  'Silver Lake',
  'Stonebridge',
  'Summit',
  'Sunnyside',
  'Tamarack',
  'Thornbury',
  'Tidewater',
  'Upland',
  'Valley Forge Road',
  'Westbourne',
  'Whitecliff',
  'Willowdale',
  'Windmill',
  'Yarrow',
] as const;
const families = [
  'Abara',
  'Bellweather',
  'Castellan',
  'Dunmore',
  'Eriksdottir',
  'Fitzalan',
  'Gruber',
  'Haverford',
  'Ivanko',
  'Jessop',
  'Kowal',
  'Lindqvist',
  'Marchetti',
  'Nakagawa',
  'O’Rourke',
  'Pellegrin',
  'Quill',
  'Rademacher',
  'Szabó',
  'Thibault',
  'Ulrich',
  'Vasquez-Moore',
  'Wojcik',
  'Zimmer',
] as const;
const trades = [
  'Animal Clinic',
  'Architects',
  'Auto Body',
  'Bakery',
  'Brewing Company',
  'Chiropractic',
  'Community Bank',
  'Construction',
  'Credit Union',
  'Dental',
  'Electric',
  'Engineering',
  'Eye Care',
  'Family Practice',
  'Farms',
  'Fitness',
  'Freight',
  'Funeral Home',
  'Hardware',
  'Heating & Cooling',
  'Hotel',
  'Housing Association',
  'Insurance',
  'Landscaping',
  'Logistics',
  'Machine Works',
  'Manor Care',
  'Marine Supply',
  'Montessori School',
  'Museum',
  'Orthopaedics',
  'Packaging',
  'Paper Mill',
  'Pediatrics',
  'Pharmacy',
  'Plastics',
  'Plumbing Supply',
  'Printing',
  'Public Library',
  'Realty',
  'Roofing',
  'Senior Living',
  'Steel',
  'Surveyors',
  'Telecom',
  'Title Company',
  'Tool & Die',
  'Transit',
  'Veterinary Hospital',
  'Water District',
  'Winery',
  'Woodworks',
] as const;
const practices = ['Accountants', 'Attorneys', 'Consulting', 'Law Office', 'Partners', 'Wealth Management'] as const;
const forms = ['', '', '', ' Inc.', ' LLC', ' Ltd', ' Co-op', ' Group'] as const;

type Pattern = (random: SeededRandom) => string;

/** How often a client is called in which way. */
const patterns: readonly (readonly [upTo: number, pattern: Pattern])[] = [
  [0.58, ({ pick }) => `${pick(places)} ${pick(trades)}${pick(forms)}`],
  [0.72, ({ pick }) => `${pick(families)} ${pick(trades)}${pick(forms)}`],
  [0.88, ({ pick }) => `${pick(families)} & ${pick(families)} ${pick(practices)}`],
  [0.93, ({ pick }) => `City of ${pick(places)}`],
  [0.97, ({ pick }) => `${pick(places)} School District`],
  [1, ({ pick }) => `The ${pick(places)} Foundation`],
];

function someName(random: SeededRandom): string {
  const drawn = random.next();
  const pattern = patterns.find(([upTo]) => drawn < upTo)?.[1];
  return pattern === undefined ? random.pick(places) : pattern(random);
}

/** A client's name that was not given before; `taken` remembers it. */
export function clientName(random: SeededRandom, taken: Set<string>): string {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const name = someName(random);
    if (!taken.has(name)) {
      taken.add(name);
      return name;
    }
  }
  const name = `${someName(random)} – ${random.pick(places)} ${taken.size}`;
  taken.add(name);
  return name;
}

/** Lower-case words joined by dashes, as a domain wants it. */
export const slug = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[\u0300-\u036f’'.]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** The letters by which technicians call a client: `Cedar Ridge Dental LLC` is `CRDL`. */
export const initials = (name: string): string =>
  slug(name)
    .split('-')
    .map((word) => word[0] ?? '')
    .join('')
    .slice(0, 5)
    .toUpperCase();
