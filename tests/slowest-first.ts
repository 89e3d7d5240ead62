import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take half a minute and more, slowest first. */
const SLOW = [
  'generate/generate.process',
  'generate/planted-portraits.process',
  'generate/generate-killed.process',
  'generate/planted-customer-table.process',
  'generate/real-data.process',
  'scripts/cli/commands.process',
  'house/import-rules.process',
  // One that builds beside one that looks: two that build would wait for each other.
  'site/accessibility.site',
  'editor/editor.build',
  'site/screen.site',
  'site/kept-by-content.build',
  'site/design.build',
  'site/slides.site',
  'site/many-learnings.build',
  'site/posters.site',
  'scripts/build-share.build',
  'site/walk.site',
  'site/content-errors.build',
];

/** Starts what takes long before what is short, so that at the end no core waits for the other. */
export class SlowestFirst extends BaseSequencer {
  /** Of one group at a time; of equal ones the larger file first, as usual. */
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const found = SLOW.findIndex((name) => moduleId.includes(`/tests/${name}.`));
      return found === -1 ? SLOW.length : found;
    };
    const group = ({ project }: TestSpecification): number => project.config.sequence.groupOrder;
    const sorted = await super.sort(files);
    return sorted.sort((a, b) => group(a) - group(b) || place(a) - place(b));
  }
}
