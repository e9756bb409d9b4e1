/** A sign-in that works on one of the demo sites, and the IT Glue password that holds it. */
export interface DemoLogin {
  readonly organization: string;
  readonly name: string;
  readonly url: string;
  /** null: the site asks for a password only. */
  readonly username: string | null;
  readonly password: string;
  readonly category: string;
  /** The person whom the welcome page greets. */
  readonly person: string;
  readonly otpEnabled?: true;
}

export const northwind = 'Northwind Dental Group';
export const contoso = 'Contoso Legal LLP';
export const fabrikam = 'Fabrikam Manufacturing';

/** The passwords of the demo sites. Two share the portal's host on purpose: nothing may pick between them unasked. */
export const demoLogins: readonly DemoLogin[] = [
  {
    organization: northwind,
    name: 'Patient portal - front desk',
    url: 'https://portal.northwind.example/',
    username: 'frontdesk@northwind.example',
    password: 'Molar-Harbour-58-Teal',
    category: 'Application',
    person: 'Front Desk',
  },
  {
    organization: northwind,
    name: 'Patient portal - administrator',
    url: 'https://portal.northwind.example/admin',
    username: 'admin@northwind.example',
    password: 'Enamel!Bridge.7719',
    category: 'Application',
    person: 'Portal Administrator',
  },
  {
    organization: northwind,
    name: 'FW-NWD-01 firewall admin',
    url: 'https://firewall.northwind.example:8443',
    username: 'admin',
    password: 'Gr4nite#Wicket~Fern',
    category: 'Firewall',
    person: 'admin',
  },
  {
    organization: northwind,
    name: 'NAS-NWD-01 (X-ray archive)',
    url: 'http://nas.northwind.example',
    username: 'nasadmin',
    password: 'Radiant Film 2207',
    category: 'Server',
    person: 'nasadmin',
  },
  {
    organization: northwind,
    name: 'Door controller PIN page',
    url: 'https://vault-only.northwind.example',
    username: null,
    password: 'Latch-4471-Door',
    category: 'Device',
    person: 'keyholder',
  },
  {
    organization: northwind,
    name: 'Reception printer',
    url: 'http://192.168.20.5',
    username: 'admin',
    password: 'Toner&Tray_31',
    category: 'Device',
    person: 'admin',
  },
  {
    organization: northwind,
    name: 'Appointment scheduler',
    url: 'https://scheduler.northwind.example',
    username: 'hygiene@northwind.example',
    password: 'Quarter-Past-Nine-06',
    category: 'Application',
    person: 'Hygiene Team',
  },
  {
    organization: contoso,
    name: 'Contoso admin center',
    url: 'https://admin.contoso.example/',
    username: 'it.admin@contoso.example',
    password: 'Gavel_Ledger_Rain_90',
    category: 'Cloud',
    person: 'IT Administrator',
    otpEnabled: true,
  },
  {
    organization: contoso,
    name: 'Document management - partner',
    url: 'https://login.contoso.example/',
    username: 'partner@contoso.example',
    password: 'Brief"Quote\\Slash<12>',
    category: 'Cloud',
    person: 'Managing Partner',
  },
  {
    organization: fabrikam,
    name: 'Production planning',
    url: 'https://signin.fabrikam.example/',
    username: 'planner@fabrikam.example',
    password: 'Drehbank-Öl-Größe-7€',
    category: 'Application',
    person: 'Production Planner',
  },
];
