import type { ContainerLook } from '../domain/container-look.ts';

/** Places with cookies of their own. */
export interface Isolation {
  /**
   * The id of the container that is known, made anew where a person has removed it; null: the browser has no containers,
   * or has not granted them.
   */
  container(known: string | null, look: ContainerLook): Promise<string | null>;
  /** Opens a tab in a container, behind the one in front. */
  openInContainer(url: string, containerId: string): Promise<number>;
  /** Opens a tab in a private window; null: the browser does not allow the extension there. */
  openPrivately(url: string): Promise<number | null>;
  /** Removes containers with all their cookies and tabs; how many there were. */
  removeContainers(ids: readonly string[]): Promise<number>;
}
