import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest. Begun last, one of them would keep a core idle at the end. */
const longest = [
  'background/faults/faults-by-journeys',
  'background/index/bad-input',
  'background/index/meanwhile',
  'background/index/sync',
  'e2e/journeys',
  'e2e/remote',
  'e2e/accessibility',
  'attacks/http-auth',
  'e2e/nothing-lost',
  'attacks/races',
  'e2e/languages',
  'e2e/packs',
  'attacks/fuzz',
];

/** Begins with what takes longest, as measured once; the rest as ever. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = longest.findIndex((name) => moduleId.includes(`/test/${name}.test.`));
      return at < 0 ? longest.length : at;
    };
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => place(a) - place(b));
  }
}
