import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { ok } from '../../src/domain/result.ts';
import {
  apiKey,
  bodiesOf,
  credential,
  holding,
  open,
  organization,
  refuse,
  type,
  unlocked,
  world,
} from './options-world.tsx';

const lines = () => screen.getByLabelText('Organizations and their domains') as HTMLTextAreaElement;
const typeLines = (text: string) => type('Organizations and their domains', text);

let kept: Record<string, string> = {};

beforeEach(() => {
  kept = { org2: 'globex.com' };
  holding({});
  const rows = [
    organization('org1', 'Northwind', 'NWT'),
    organization('org2', 'Globex', 'GLX'),
    organization('org3', 'Acme', 'AC1'),
    organization('org4', 'Acme', 'AC2'),
  ];
  world.answers['organizations.list'] = () => ok({ rows, complete: true, fetchedAt: Date.now() });
  world.answers['primaryDomains.list'] = () =>
    ok({ domains: kept, suggestions: { org1: { domain: 'northwind.onmicrosoft.com', users: 3 } } });
  world.answers['primaryDomains.set'] = ({ changes }) => {
    for (const { organizationId, domain } of changes)
      if (domain === null) delete kept[organizationId];
      else kept = { ...kept, [organizationId]: domain };
    return ok({ domains: kept });
  };
});

const openPage = async (more = ''): Promise<void> => {
  open(`#/keys/${apiKey.id}/domains${more}`);
  await screen.findByLabelText('Organizations and their domains');
};

describe('the page of primary domains', () => {
  it('shows what keeping pasted lines would do, and a sentence for each that does not fit', async () => {
    await openPage();
    typeLines(
      'Northwind;https://northwind.com\nNorthwind\tnorthwind.com\nGlobex;globex.de\nAcme;acme.com\nNobody;x.com\nx',
    );
    await screen.findByText('2 lines fit. 4 do not, and stay as they are.');
    expect(screen.getByText(/^Line 1 \(“Northwind”\): This is not a domain alone\. Give just the domain/)).toBeTruthy();
    expect(screen.getByText(/^Line 4 \(“Acme”\): Several organizations are called so\. Write/)).toBeTruthy();
    expect(screen.getByText(/^Line 5 \(“Nobody”\): The API key sees no organization of this name/)).toBeTruthy();
    expect(screen.getByText(/^Line 6 \(“x”\): It holds no domain\. Write the organization, a semicolon/)).toBeTruthy();
    expect(screen.getByText('instead of globex.com')).toBeTruthy();
    expect(bodiesOf('primaryDomains.set')).toEqual([]);
  });

  it('keeps what fits, leaves what does not in its place, and takes it back', async () => {
    await openPage();
    typeLines('Northwind;northwind.com\nNobody;x.com\nGlobex;globex.de');
    fireEvent.click(await screen.findByText('Keep 2 domains'));
    await screen.findByText('2 domains are kept.');
    expect(lines().value).toBe('Nobody;x.com');
    expect(kept).toEqual({ org1: 'northwind.com', org2: 'globex.de' });
    fireEvent.click(screen.getByText('Undo'));
    await waitFor(() => expect(kept).toEqual({ org2: 'globex.com' }));
  });

  it('loses nothing that was typed when it is refused', async () => {
    world.answers['primaryDomains.set'] = () => refuse<'storage-failed'>({ code: 'storage-failed' });
    await openPage();
    typeLines('Northwind;northwind.com');
    fireEvent.click(await screen.findByText('Keep one domain'));
    await screen.findByText(/could not be written|storage|disk/i);
    expect(lines().value).toBe('Northwind;northwind.com');
  });

  it('shows letters of other scripts as what the browser makes of them', async () => {
    await openPage();
    typeLines('Northwind;pаypal.com');
    await screen.findByText('xn--pypal-4ve.com');
    expect(screen.getByText(/international form/)).toBeTruthy();
  });

  it('offers what user names suggest, and keeps none of it by itself', async () => {
    await openPage();
    fireEvent.click(await screen.findByText('Put one suggestion into the lines'));
    await waitFor(() => expect(lines().value).toBe('Northwind;northwind.onmicrosoft.com'));
    expect(bodiesOf('primaryDomains.set')).toEqual([]);
    expect(screen.queryByText('Put one suggestion into the lines')).toBeNull();
  });

  it('finds an organization by what is typed, and changes or removes its domain', async () => {
    await openPage();
    await screen.findByText('4 organizations, 1 with a primary domain.');
    type('Search organizations and domains', 'globex.c');
    await waitFor(() => expect(screen.queryByText('Northwind')).toBeNull());
    fireEvent.click(screen.getByLabelText('Change the domain of Globex'));
    await waitFor(() => expect(lines().value).toBe('Globex;globex.com'));
    expect(document.activeElement).toBe(lines());
    fireEvent.click(screen.getByLabelText('Remove the domain of Globex'));
    await screen.findByText('Globex has no primary domain any more.');
    expect(kept).toEqual({});
  });

  it('begins with the organization that it was opened for, by its number where its name says too little', async () => {
    await openPage('/org4');
    expect(lines().value).toBe('org4;');
    expect((screen.getByLabelText('Search organizations and domains') as HTMLInputElement).value).toBe('Acme');
  });

  it('shows a domain that is kept for an organization which the key sees no more', async () => {
    kept = { gone: 'gone.com' };
    await openPage();
    await screen.findByText('gone.com');
  });

  it('is an administrator’s', async () => {
    open(`#/keys/${apiKey.id}/domains`, unlocked('technician'));
    await screen.findByText(/administrator/);
    expect(screen.queryByLabelText('Organizations and their domains')).toBeNull();
    expect(bodiesOf('primaryDomains.list')).toEqual([]);
  });
});

describe('a Host whose primary domain is missing', () => {
  const missing = async (role: 'administrator' | 'technician'): Promise<void> => {
    holding({ entries: [credential()] });
    open('#/session/new', unlocked(role));
  };

  it('leads an administrator to where it is named', async () => {
    await missing('administrator');
    await screen.findByLabelText('Host');
    type('Host', 'https://mail.{organization.primaryDomain}/');
    await screen.findByText(/No primary domain is kept for this organization.*An administrator names it/);
    expect(screen.getByText('Name the primary domain').getAttribute('href')).toBe(`#/keys/${apiKey.id}/domains/org1`);
  });

  it('shows where it leads once it is named', async () => {
    holding({ entries: [credential({ organizationPrimaryDomain: 'northwind.com' })] });
    open('#/session/new');
    await screen.findByLabelText('Host');
    type('Host', 'https://mail.{organization.primaryDomain}/');
    expect((await screen.findByText('https://mail.northwind.com')).tagName).toBe('CODE');
    expect(screen.queryByText('Name the primary domain')).toBeNull();
  });
});
