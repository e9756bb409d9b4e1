import type { FieldChoice } from '../domain/field-choice.ts';
import type { FieldRole } from '../domain/fill.ts';
import type { EntryId } from '../domain/ids.ts';
import type { SessionEntryView } from './contract-data.ts';

/** Commands on the fields that a person chooses by hand for a session. */
export interface FieldCommands {
  /** Waits in the page for a person to point at a field; what is chosen is kept with the session. */
  'page.chooseField': {
    request: {
      readonly entryId: EntryId;
      readonly tabId: number;
      readonly role: FieldRole;
      /** What is to be written into a field of role `extra`; null for every other role. */
      readonly text: string | null;
    };
    /** Milliseconds since 1970. */
    response: { readonly until: number };
  };
  'sessionEntry.forgetField': {
    request: {
      readonly entryId: EntryId;
      readonly origin: string;
      readonly path: string;
      readonly role: FieldRole;
    };
    response: SessionEntryView;
  };
  /** Undo of that; what was chosen for the same place meanwhile stays. */
  'sessionEntry.restoreField': {
    request: { readonly entryId: EntryId; readonly choice: FieldChoice };
    response: SessionEntryView;
  };
}
