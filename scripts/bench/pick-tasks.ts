/** What a technician is after, and where. */
export interface PickTask {
  /** The client. */
  readonly who: string;
  /** The password's name. */
  readonly what: string;
  /** What is typed for it, as far as it needs be. */
  readonly typed: string;
  /** The page in front; absent: none that says anything. */
  readonly page?: string;
  /** The window is pinned to the client. */
  readonly pinned?: boolean;
  readonly usedDaysAgo?: number;
}

/** Fifty things of a technician's day, in the demo data: a page to be filled, a client worked for, or neither. */
export const pickTasks: readonly PickTask[] = [
  {
    who: 'Windmill Orthopaedics Inc.',
    what: 'WOI-FW27 FortiGate admin',
    page: 'https://10.21.204.187:8443/login',
    typed: 'fw',
  },
  { who: 'Fernhill Fitness', what: 'FF-ESX24 ESXi root', page: 'https://10.22.22.21/ui', typed: 'esx' },
  { who: 'Maple Grove Hardware', what: 'MGH-NAS15 Synology DSM', page: 'https://10.22.93.82:5001/', typed: 'nas' },
  { who: 'Upland Montessori School Inc.', what: 'UMSI-PRN14 copier', page: 'https://10.22.82.62/', typed: 'copier' },
  {
    who: 'Gruber Tool & Die LLC',
    what: 'VPN - d.okafor',
    page: 'https://vpn.gruber-tool-die.example:4443/',
    typed: 'okafor',
  },
  {
    who: 'Fernhill Roofing Ltd',
    what: 'Point of sale - integration',
    page: 'https://secure.fernhill-roofing.example/login',
    typed: 'point of sale',
  },
  {
    who: 'Windmill Title Company Ltd',
    what: 'Booking - admin',
    page: 'https://my.windmill-title-company.example/',
    typed: 'booking',
  },
  {
    who: 'Heron Creek Plastics',
    what: 'Payroll - support',
    page: 'https://secure.heron-creek-plastics.example/login',
    typed: 'payroll',
  },
  { who: 'Kingfisher Dental', what: 'KD-FW09 SonicWall', page: 'https://10.22.45.219:4443/', typed: 'sonic' },
  {
    who: 'Willowdale Electric Inc.',
    what: 'Microsoft 365 Global Admin',
    page: 'https://admin.cloud-office.example/',
    typed: 'willowdale el',
  },
  {
    who: 'Silver Lake Surveyors',
    what: 'Backup portal',
    page: 'https://backup-cloud.example/login',
    typed: 'silver lake',
  },
  {
    who: 'Heron Creek Plastics',
    what: 'Vendor support portal',
    page: 'https://support.vendor.example/',
    typed: 'heron',
  },
  {
    who: 'Rademacher & Eriksdottir Partners',
    what: 'M365 - a.hughes@rademacher-eriksdottir-partners.example',
    page: 'https://login.cloud-office.example/',
    pinned: true,
    typed: 'hughes',
  },
  {
    who: 'Tamarack Construction Group',
    what: 'M365 - d.okafor@tamarack-construction.example',
    page: 'https://login.cloud-office.example/',
    pinned: true,
    typed: 'okafor',
  },
  {
    who: 'Beacon Hill Transit Group',
    what: 'M365 - l.bianchi@beacon-hill-transit.example',
    page: 'https://login.cloud-office.example/',
    pinned: true,
    typed: 'bianchi',
  },
  {
    who: 'Kingfisher Eye Care LLC',
    what: 'M365 - f.klein@kingfisher-eye-care.example',
    page: 'https://login.cloud-office.example/',
    pinned: true,
    usedDaysAgo: 3,
    typed: 'klein',
  },
  { who: 'Dunmore & Bellweather Law Office', what: 'DBLO-FW14 SonicWall', pinned: true, typed: 'fw' },
  { who: 'Bramble Lane Engineering Co-op', what: 'BLECO-AP08 access point', pinned: true, typed: 'ap08' },
  { who: 'Whitecliff Veterinary Hospital Group', what: 'Practice suite - admin', pinned: true, typed: 'practice' },
  { who: 'Pinecrest Machine Works Co-op', what: 'PMWCO-SRV22 iDRAC', pinned: true, typed: 'srv22' },
  { who: 'Ironbridge Montessori School Group', what: 'IMSG-SW38 switch web interface', pinned: true, typed: 'sw38' },
  { who: 'Gruber Hotel Co-op', what: 'GHCO-NAS13 Synology DSM', pinned: true, typed: 'nas' },
  { who: 'Szabó & Thibault Partners', what: 'Practice suite - support', pinned: true, typed: 'practice support' },
  { who: 'Ivanko & Marchetti Partners', what: 'Veeam console encryption', pinned: true, typed: 'veeam' },
  { who: 'Fitzalan & Jessop Accountants', what: 'Point of sale - admin', pinned: true, typed: 'pos' },
  { who: 'Coppergate Roofing LLC', what: 'Payroll - support', pinned: true, typed: 'payroll' },
  { who: 'Summit Manor Care Inc.', what: 'SMCI-NAS02 Synology DSM', pinned: true, typed: 'synology' },
  { who: 'Beacon Hill Transit Group', what: 'Domain admin', pinned: true, typed: 'da' },
  { who: 'Maple Grove School District', what: 'MGSD-SQL30 sa', pinned: true, typed: 'sql' },
  { who: 'Dovecote Dental Group', what: 'Fleet tracking - integration', pinned: true, typed: 'fleet' },
  { who: 'Alderbrook Logistics Ltd', what: 'Website hosting panel', pinned: true, typed: 'hosting' },
  {
    who: 'Prairie View Architects LLC',
    what: 'DNS registrar - prairie-view-architects.example',
    pinned: true,
    typed: 'dns',
  },
  { who: 'Meridian Regional Health', what: 'MRH-UPS28 UPS web interface', pinned: true, typed: 'ups28' },
  { who: 'Meridian Regional Health', what: 'MRH-SW39 switch web interface', pinned: true, typed: 'sw39' },
  { who: 'Juniper Flats Marine Supply', what: 'JFMS-FW09 FortiGate admin', typed: 'jfms fw' },
  { who: 'Hawthorn Senior Living Inc.', what: 'HSLI-SRV13 iDRAC', typed: 'hsli srv13' },
  { who: 'Silver Lake Surveyors', what: 'SLS-AP31 access point', typed: 'sls ap31' },
  { who: 'Zimmer & Zimmer Attorneys', what: 'ZZA-ESX34 ESXi root', typed: 'zza esx' },
  { who: 'Fernhill Family Practice Inc.', what: 'FFPI-NAS16 Synology DSM', typed: 'ffpi nas' },
  { who: 'Riverbend Woodworks Inc.', what: 'RWI-FW23 SonicWall', typed: 'rwi fw' },
  { who: 'Zimmer Pediatrics Inc.', what: 'ZPI-FW12 FortiGate admin', typed: 'zpi fw' },
  { who: 'The Clearview Foundation', what: 'TCF-FW22 FortiGate admin', typed: 'tcf fw' },
  { who: 'The Rosewood Foundation', what: 'TRF-FW30 FortiGate admin', typed: 'rosewood fw' },
  { who: 'Mossbank Community Bank LLC', what: 'MCBL-FW05 SonicWall', usedDaysAgo: 1, typed: 'mossbank fw' },
  { who: 'Oakfield Transit', what: 'OT-SW40 switch web interface', typed: 'ot-sw40' },
  { who: 'Clearview Museum LLC', what: 'CML-AP06 access point', typed: 'cml ap' },
  { who: 'Ironbridge Insurance Inc.', what: 'IRON-CAM38 camera recorder', typed: 'iron-cam38' },
  { who: 'Szabó Electric Inc.', what: 'ERP - support', usedDaysAgo: 2, typed: 'szabo erp' },
  { who: 'Quarry Street Museum Group', what: 'Vendor support portal', usedDaysAgo: 5, typed: 'quarry vendor' },
  { who: 'Tamarack Construction LLC', what: 'Practice suite - admin', usedDaysAgo: 20, typed: 'tamarack practice' },
];
