import type { Tab } from './surface.ts';
import { until } from './until.ts';

/** Runs in an extension page: a button that a real click makes ask for the permission, and that says the answer. */
function addButton(): void {
  const { permissions } = (
    globalThis as unknown as {
      readonly chrome: { readonly permissions: { request(what: object): Promise<boolean> } };
    }
  ).chrome;
  const button = document.createElement('button');
  button.id = 'ask-for-http-auth';
  button.style.cssText = 'position: fixed; inset: 0 auto auto 0; z-index: 99';
  button.textContent = 'Ask';
  button.addEventListener('click', () => {
    const say = (answer: unknown) => {
      button.dataset.answer = String(answer);
    };
    permissions.request({ permissions: ['webRequest', 'webRequestAuthProvider'] }).then(say, say);
  });
  document.body.append(button);
}

/** Runs in an extension page: the answer, once it is there, and takes the button away. */
function takeAnswer(): string | null {
  const button = document.getElementById('ask-for-http-auth');
  const answer = button?.dataset.answer ?? null;
  if (answer !== null) button?.remove();
  return answer;
}

/**
 * Grants the optional permission to answer HTTP authentication, by a click as a person's. Neither browser has a prompt
 * for it. Chromium lets it count from its next start on.
 */
export async function grantHttpAuth(extensionPage: Tab): Promise<void> {
  await extensionPage.bringToFront();
  await extensionPage.evaluate(addButton);
  await extensionPage.click('#ask-for-http-auth');
  const answer = await until('the permission', () => extensionPage.evaluate(takeAnswer));
  if (answer !== 'true') throw new Error(`the permission was not granted: ${answer}`);
}

/** Takes the permission away, as the person can in the browser's own settings. */
export async function withdrawHttpAuth(extensionPage: Tab): Promise<void> {
  await extensionPage.evaluate(async () => {
    const { permissions } = (
      globalThis as unknown as {
        readonly chrome: { readonly permissions: { remove(what: object): Promise<boolean> } };
      }
    ).chrome;
    await permissions.remove({ permissions: ['webRequest', 'webRequestAuthProvider'] });
  });
}
