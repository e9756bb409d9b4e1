import { pagePlace, withChoice } from '../../domain/field-choice.ts';
import { picksFrom } from '../../domain/field-pick.ts';
import type { PortFacts } from '../../domain/fill.ts';
import { rightsOn } from '../gate.ts';
import type { FieldPort, Ports } from '../ports.ts';
import { existingEntry } from '../saved-entry.ts';

/**
 * Keeps the field that a person pointed at. Whoever was not asked is not answered; the question was put with Edit, and
 * Edit is asked once more, since the vault may have been locked or unlocked by another in between.
 */
async function keepField(ports: Ports, facts: PortFacts, steps: readonly string[], extensionId: string): Promise<void> {
  const pick = facts.tabId === null ? null : await ports.session.fieldPick(facts.tabId);
  if (pick === null || ports.now() >= pick.expiresAt || !picksFrom(pick, facts, extensionId)) return;
  await ports.session.removeFieldPick(pick.tabId);
  const role = await ports.door.role();
  const session = await existingEntry(ports, 'session', pick.sessionEntryId);
  const page = pagePlace(facts.url ?? '');
  if (role === null || !session.ok || page === null) return;
  const rights = await rightsOn(ports.store, role, session.value);
  if (!rights.ok || !rights.value.edit) return;
  const fieldChoices = withChoice(session.value.fieldChoices, { ...page, role: pick.role, steps, text: pick.text });
  const kept = await ports.store.put('entry', session.value.id, {
    ...session.value,
    rev: session.value.rev + 1,
    fieldChoices,
  });
  if (kept.ok) await ports.pages.showChosen(pick.tabId);
}

const saidWithinMs = 5_000;

/** Serves the port of the script that waited for a field: one message, no answer. */
export async function serveFieldPort(ports: Ports, port: FieldPort, extensionId: string): Promise<void> {
  const said = await port.next(saidWithinMs);
  if (said !== null) await keepField(ports, port.facts, said.steps, extensionId);
  port.close();
}
