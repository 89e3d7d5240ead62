import type { FilePlan } from '../plan/file-plan.ts';

/**
 * Whether a name in the header goes over lines, as questions of a form do. The engine's reader tells the kind of line
 * break by the first one, which then stands in quotes: where rows end in another, it finds none.
 */
export function breaksHeader({ bindings }: FilePlan): boolean {
  return [...bindings.values()].some((binding) => {
    if (binding.from === 'header') return /[\r\n]/.test(binding.header);
    return binding.from === 'rest' && binding.columns.some(({ header }) => /[\r\n]/.test(header));
  });
}
