import type { HostProblem } from '../domain/failure.ts';

/** One sentence for each reason why a typed Host is not accepted. */
export const hostProblemText: Readonly<Record<HostProblem, string>> = {
  empty: 'No Host was typed.',
  'not-an-address': 'This is not a web address.',
  scheme: 'Only https and http addresses can be launched.',
  userinfo: 'The address holds a user name or a password, which would be visible to everybody.',
  'trailing-dot': 'The host name ends with a dot, which browsers treat as another site.',
  'ip-shorthand': 'The IP address is written in a short form, which the browser would turn into another address.',
  'http-not-allowed': 'This address is plain http: what is filled there can be read on the network.',
  'unknown-variable': 'The address holds a variable that does not exist.',
  'no-primary-domain':
    'IT Glue’s API gives organizations no primary domain, so {organization.primaryDomain} stands for nothing.',
  'variable-place': 'The variable is only a part of a name in the host.',
  'variable-domain': 'The variable would choose the site itself.',
  'variable-unlinked': 'The address holds a variable, but the session is linked to no credential entry.',
  'variable-value': 'The organization has no short name in IT Glue that can stand in this address.',
  'variable-changed': 'The address was made for another short name of the organization.',
  'variable-not-here': 'Variables stand only in the Host of a session.',
};

/** What to type instead. */
export const hostProblemStep: Readonly<Record<HostProblem, string>> = {
  empty: 'Type the address of the sign-in page, such as portal.example.com.',
  'not-an-address': 'Check for blanks and typing errors: portal.example.com or 10.0.0.1:8443 are addresses.',
  scheme: 'Type an address that begins with https://.',
  userinfo: 'Remove everything up to the @ sign.',
  'trailing-dot': 'Remove the dot at the end of the host name.',
  'ip-shorthand': 'Write the IP address with all four numbers, such as 127.0.0.1.',
  'http-not-allowed': 'Use https, or allow plain http for this entry.',
  'unknown-variable': 'The one there is: {organization.shortName}.',
  'no-primary-domain': 'Use {organization.shortName}, or a session for each client.',
  'variable-place': 'Set it between two dots: {organization.shortName}.example.com.',
  'variable-domain': 'Write the domain out and set the variable before it: {organization.shortName}.example.com.',
  'variable-unlinked': 'Choose a credential entry under Credentials; its organization gives the value.',
  'variable-value': 'Give it one of letters, digits and hyphens in IT Glue, then save the credential entry once more.',
  'variable-changed': 'Open the session in options and press Update.',
  'variable-not-here': 'Write this address out.',
};
