import type { Adapter } from '../adapter.ts';

/** persona-statistics.csv: figures about customer groups that another tool computed (docs/exports.md). */
export const genericPersonaStatistics: Adapter = {
  id: 'generic-persona-statistics',
  label: 'persona-statistics.csv',
  table: 'persona_statistics',
  columns: {
    persona: { headers: ['persona'], type: 'text', required: true },
    trait: { headers: ['trait'], type: 'text', required: true },
    value: { headers: ['value'], type: 'number', required: true },
    unit: { headers: ['unit'], type: 'text', required: true },
    n: { headers: ['n'], type: 'integer' },
    tool: { headers: ['tool'], type: 'text' },
  },
  select: {
    persona: '"persona"',
    trait: '"trait"',
    value: '"value"',
    unit: '"unit"',
    n: '"n"',
    tool: '"tool"',
  },
};
