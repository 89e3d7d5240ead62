import { nearestWord } from '#core/format/nearest-word.ts';
import { PERSONA_FACTS } from '#core/personas/fact-definitions.ts';
import type { CoreCustomerSettings } from '#core/schemas/core-customer-settings.ts';
import type { Fact } from '#core/schemas/fact.ts';
import { SCHEMA_VERSION } from '#core/schemas/identifiers.ts';
import type { Persona } from '#core/schemas/persona.ts';
import type { PortalConfig } from '#core/schemas/portal-config.ts';
import { workingName } from '#core/personas/working-name.ts';
import type { GenerateContext } from '../generate-context.ts';
import { GenerateError } from '../generate-error.ts';
import {
  createCoreCustomers,
  measureCoreCustomers,
  readCoreOverlap,
  takeAllForCore,
  takeNobodyForCore,
  type FeatureCondition,
} from '../warehouse/features/core-customers.ts';
import {
  ORDER_FEATURES,
  shareFeature,
  type FeatureDefinition,
} from '../warehouse/features/feature-definitions.ts';
import { withAnswers } from './appended-personas.ts';
import { isUneditedDraft } from './draft-mdx.ts';
import { measurePersonas, passportOf } from './measured-personas.ts';
import { featureUnit, refuseImpossibleLimits, unmetRule } from './unmet-rule.ts';
import { writtenShare } from './written-share.ts';

/**
 * The Portrait of the core customer where it is neither found nor brought by another tool: by the config's rule, or
 * written by hand. A written one is given the facts of all customers, so that its statements can be compared with
 * something; it has no size. Null when another Portrait leads, or nobody does.
 *
 * @param others Portraits of this run, and ids that Portraits had before
 * @throws GenerateError `core-customer/unknown` when nothing has the id, `core-customer/taken` when a rule would take
 * over another Portrait's, `core-customer/unknown-feature` for a condition on something that is no feature,
 * `core-customer/impossible-limit` for a limit that no share can have, `core-customer/no-values` and
 * `core-customer/nobody` when no customer meets the rule
 */
export async function coreCustomerPersona(
  context: GenerateContext,
  others: { personas: readonly Persona[]; earlier: readonly string[] },
): Promise<Persona | null> {
  await takeNobodyForCore(context.engine);
  const settings = context.config.coreCustomer;
  if (settings === undefined) return null;
  const isOther = others.personas.some(({ id }) => id === settings.persona);
  if (settings.rule) {
    if (isOther || others.earlier.includes(settings.persona)) throw taken(settings.persona);
    return byRule(context, settings, settings.rule, others.personas.length > 0);
  }
  if (isOther) return null;
  if (others.earlier.includes(settings.persona)) {
    context.progress.warn(
      `The core customer "${settings.persona}" was not found any more; name another Portrait in portal.config.ts`,
    );
    return null;
  }
  if (!isWrittenByHand(context, settings.persona)) throw unknown(settings.persona, others.personas);
  return writtenByHand(context, settings.persona);
}

/** Whether somebody has written or changed the text; a draft is the program's. */
function isWrittenByHand({ present }: GenerateContext, id: string): boolean {
  const text = present.read(`personas/${id}.mdx`);
  return text !== null && !isUneditedDraft(text);
}

async function byRule(
  context: GenerateContext,
  settings: CoreCustomerSettings,
  rule: NonNullable<CoreCustomerSettings['rule']>,
  isAllTold: boolean,
): Promise<Persona> {
  const { engine, config } = context;
  const id = settings.persona;
  const conditions = rule.map((condition): FeatureCondition => ({
    ...condition,
    definition: featureOf(condition.feature, config),
  }));
  refuseImpossibleLimits(conditions);
  await createCoreCustomers(engine, conditions);
  const { people, beyond, short } = await readCoreOverlap(engine);
  if (people === 0) {
    const unmet = await unmetRule(context, conditions);
    if (unmet) throw unmet;
    context.progress.warn(
      'No order is of a customer whom anybody knows, so that nobody can meet the rule of coreCustomer yet',
    );
  }
  const { floor } = config.privacy;
  const isTelling = (people: number): boolean => people > 0 && people < floor;
  // The double hyphen is in no id, so nothing else is called so.
  const rest = `${id}--others`;
  return measureCoreCustomers(engine, { core: id, others: rest }, async () => {
    const measured = await measurePersonas(context, [id, rest], isAllTold);
    const persona = (one: string): Persona => ({
      ...headOf(context, one, settings.name),
      origin: 'rule',
      rule: conditions.map(({ definition, atLeast, atMost }) => ({
        label: definition.label,
        unit: featureUnit(definition.id),
        ...(atLeast === undefined ? {} : { atLeast }),
        ...(atMost === undefined ? {} : { atMost }),
      })),
      ...(measured.get(one) ?? nothingMeasured(context)),
    });
    // Everybody else is measured only so that nothing can be told of them by subtraction.
    const [core] = await withAnswers(context, [persona(id), persona(rest)]);
    if (core === undefined) throw new RangeError('The core customer was not measured');
    return isTelling(beyond) || isTelling(short)
      ? hiddenPersona(core, `It would tell of fewer than ${floor} people, beside other Portraits`)
      : { ...core, facts: core.facts.map((fact) => ofRule(fact)) };
  });
}

async function writtenByHand(context: GenerateContext, id: string): Promise<Persona> {
  const { engine } = context;
  await takeAllForCore(engine);
  const measured = await measureCoreCustomers(engine, { core: id, others: id }, () =>
    measurePersonas(context, [id]),
  );
  const { facts } = measured.get(id) ?? nothingMeasured(context);
  return {
    ...headOf(context, id),
    origin: 'written',
    customers: 0,
    facts: facts.map((fact) => ofEverybody(fact)),
    breakdowns: [],
    distinguishing: [],
  };
}

function headOf(
  { config, asOf }: GenerateContext,
  id: string,
  name?: string,
): Pick<Persona, 'schemaVersion' | 'dataset' | 'asOf' | 'id' | 'workingName'> {
  return {
    schemaVersion: SCHEMA_VERSION,
    dataset: config.dataset,
    asOf,
    id,
    workingName: name ?? workingName(id),
  };
}

/** Without a purchase of a known customer every figure says why there is none. */
function nothingMeasured(
  context: GenerateContext,
): Pick<Persona, 'facts' | 'breakdowns' | 'distinguishing' | 'customers'> {
  const reason = 'There are no orders of known customers';
  const facts = PERSONA_FACTS.map((definition): Fact => ({
    ...definition,
    ...passportOf(context),
    n: 0,
    status: 'unavailable',
    value: null,
    reason,
  }));
  return { facts, breakdowns: [], distinguishing: [], customers: 0 };
}

function ofRule(fact: Fact): Fact {
  return fact.id === 'customers'
    ? {
        ...fact,
        formula: 'Identified customers with a purchase who meet all conditions of the rule',
      }
    : fact;
}

/** Compared with themselves, all customers say nothing; and a description has no size. */
const SAYS_NOTHING = /^(?:customers|shareOf(?:Customers|Revenue)|\w+Times)$/;

function ofEverybody(fact: Fact): Fact {
  const { id, label, unit, n, period, asOf, sources } = fact;
  const formula = `${fact.formula}; of all customers, as nobody can tell who of them is meant`;
  if (!SAYS_NOTHING.test(id)) return { ...fact, formula };
  const reason = 'Written by hand: nobody counted who is like this';
  return {
    id,
    label,
    unit,
    n,
    period,
    asOf,
    sources,
    formula,
    status: 'unavailable',
    value: null,
    reason,
  };
}

function hiddenPersona(persona: Persona, reason: string): Persona {
  return {
    ...persona,
    appended: undefined,
    customers: 0,
    facts: persona.facts.map(({ id, label, unit, period, asOf, sources, formula }): Fact => ({
      ...{ id, label, unit, period, asOf, sources, formula },
      n: 0,
      status: 'suppressed',
      value: null,
      reason,
    })),
    breakdowns: [],
    distinguishing: [],
  };
}

function featureOf(id: string, config: PortalConfig): FeatureDefinition {
  const own = ORDER_FEATURES.find((feature) => feature.id === id);
  if (own) return own;
  const share = writtenShare(id, config);
  if (share) return shareFeature(share);
  const ids = ORDER_FEATURES.map((feature) => feature.id);
  const nearest = nearestWord(id, ids);
  throw new GenerateError(
    'core-customer/unknown-feature',
    `Cannot find the core customer: its rule names "${id}"; expected a feature of docs/features.md${nearest ? `, perhaps "${nearest}"` : ''}`,
    'Correct coreCustomer.rule in portal.config.ts; shares are written "categoryShare:Jeans", "brandShare:…" or "channelShare:…"',
  );
}

function taken(id: string): GenerateError {
  return new GenerateError(
    'core-customer/taken',
    `Cannot define Portrait "${id}" by a rule: a Portrait has this id already; expected an id of its own`,
    'Give coreCustomer.persona another id in portal.config.ts, or leave out its rule and let that Portrait lead',
  );
}

function unknown(id: string, personas: readonly Persona[]): GenerateError {
  const ids = personas.map((persona) => persona.id);
  const nearest = nearestWord(id, ids);
  const known = ids.length > 0 ? `; there are ${ids.join(', ')}` : '';
  return new GenerateError(
    'core-customer/unknown',
    `Cannot find the core customer: there is no Portrait "${id}"; expected the id of a Portrait${nearest ? `, perhaps "${nearest}"` : known}`,
    `Correct coreCustomer.persona in portal.config.ts, give it a rule, or write it down in content/personas/${id}.mdx`,
  );
}
