/**
 * What stands where people are to write, in a text that `npm run new` began: asked of them, and shown to nobody. Text
 * between lines of ```mdx is an example for whoever writes, and is shown to nobody either.
 */
export const TEMPLATE_FIELDS = {
  essence: 'Who they are, in one line',
  does: 'What they do, in one line',
  quote: 'What they would say first, in a sentence or two',
  story:
    'What they tell: a few sentences. Text and nothing else.\n\nAn empty line begins a new paragraph.',
} as const;

export const TEMPLATE_BODIES = {
  insights: `## What we wanted to know

## What we did

## What we learned

## What we change because of it
`,
  personas: `## Who they are

## How they buy

\`\`\`mdx
Examples, shown to nobody: take the lines of \`\`\` away as soon as this Portrait has figures (found by npm run generate,
or named by coreCustomer in portal.config.ts). docs/features.md lists what a figure is called.

<Claim when="ordersPerYear >= 9">
  They buy about once a month.
</Claim>

An order is worth <Fact is="averageOrderValue" /> on average.

<ForRole role="service">
  Ask by which day they need it.
</ForRole>
\`\`\`

## What they expect from us

## What we can do for them
`,
  kpis: `## What it tells us

## Who moves it, and how

## What is under way
`,
} as const;
export type TemplateFolder = keyof typeof TEMPLATE_BODIES;

/**
 * Whether a field still asks its writer – so that no page shows the question. Definition: it is the template's, spaces
 * aside.
 *
 * @example isTemplateField('Who they are, in one line') // => true
 */
export function isTemplateField(text: string): boolean {
  return Object.values<string>(TEMPLATE_FIELDS).includes(text.trim());
}

/**
 * Whether nobody has written into a text yet. Definition: it has no line that its template does not have; an
 * empty text counts as well.
 *
 * @example isTemplateBody('insights', '## What we did') // => true
 */
export function isTemplateBody(folder: TemplateFolder, body: string): boolean {
  const asked = new Set(linesOf(TEMPLATE_BODIES[folder]));
  return linesOf(body).every((line) => asked.has(line));
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
