import { counted } from '#core/format/counted.ts';
import type { RowReason } from '#core/schemas/data-quality.ts';
import type { PortalConfig } from '#core/schemas/portal-config.ts';
import type { FilePlan } from '../plan/file-plan.ts';
import type { FormEvidence } from './infer-form.ts';

/** One thing that a file does not state about its cells: what it was taken for, and why. */
export interface CellNote {
  /** "Decimal sign", "Order of day and month", "Time zone". */
  what: string;
  /** "," · "day before month" · "America/New_York". */
  taken: string;
  because: string;
}

const IN_CONFIG = 'platforms in portal.config.ts says so';
const ORDERS = { dmy: 'day before month', mdy: 'month before day' };

/**
 * What was inferred or assumed about a file's numbers and days, in words; empty where its cells are plain and say
 * themselves what they mean.
 *
 * @param evidence what its cells show; null where nothing had to be inferred
 * @param assumesZone its times state no zone, and neither does anything else
 */
export function describeForm(
  plan: FilePlan,
  evidence: FormEvidence | null,
  assumesZone: boolean,
  config: Pick<PortalConfig, 'timeZone'>,
): CellNote[] {
  return [
    ...(evidence === null ? [] : decimalNote(plan, evidence)),
    ...(evidence === null ? [] : dayNote(plan, evidence)),
    ...zoneNote(plan, assumesZone, config),
  ];
}

function decimalNote({ form, account }: FilePlan, evidence: FormEvidence): CellNote[] {
  const { comma, point, unclear, thousands } = evidence;
  if (comma + point + unclear + thousands === 0) return [];
  const seen = `${counted(comma, 'cell')} can only be read with a decimal comma, ${counted(point, 'cell')} only with a decimal point`;
  const ambiguous = `assumed: ${counted(unclear, 'cell')} such as "1,234" could mean two things, and no other shows which`;
  const whole = `${counted(thousands, 'amount')} such as "1.830" have a point before three digits, none has one before one or two, and none without a point is above 999`;
  const inferred = thousands > 0 ? whole : comma + point === 0 ? ambiguous : seen;
  return [
    {
      what: 'Decimal sign',
      taken: form.decimal === 'own' ? 'each cell its own' : form.decimal,
      because: account.decimal === undefined ? inferred : IN_CONFIG,
    },
  ];
}

function dayNote({ form, account, adapter }: FilePlan, evidence: FormEvidence): CellNote[] {
  const { dmy, mdy, numeric } = evidence;
  if (dmy + mdy + numeric === 0) return [];
  const seen = `${counted(dmy, 'day')} can only be read as day before month, ${counted(mdy, 'day')} only as month before day`;
  const because =
    account.dateOrder !== undefined
      ? IN_CONFIG
      : dmy !== mdy
        ? seen
        : `assumed: its days do not decide it, and ${adapter.id} writes them so`;
  return [{ what: 'Order of day and month', taken: ORDERS[form.dateOrder], because }];
}

function zoneNote(
  { timeZone, account, adapter, bindings }: FilePlan,
  assumesZone: boolean,
  config: Pick<PortalConfig, 'timeZone'>,
): CellNote[] {
  const what = 'Time zone';
  if (assumesZone) {
    const because = `assumed: its times state none, so they are the shop's; platforms: { '${adapter.id}': { timeZone: 'UTC' } } says otherwise`;
    return [{ what, taken: config.timeZone, because }];
  }
  const hasTimes = Object.entries(adapter.columns).some(
    ([name, { type }]) => type === 'timestamp' && bindings.get(name)?.from === 'header',
  );
  if (timeZone === null || !hasTimes) return [];
  const because =
    account.timeZone === undefined
      ? `${adapter.id} writes times without an offset in it`
      : `${IN_CONFIG} of times without an offset`;
  return [{ what, taken: timeZone, because }];
}

/**
 * What the report says of amounts of which nothing shows whether their point parts thousands: a factor of a thousand is
 * worth a word.
 *
 * @param amounts how many there are
 */
export function doubtfulPoints({ adapter, source }: FilePlan, amounts: number): RowReason[] {
  if (amounts === 0) return [];
  const setting =
    source === adapter.id
      ? `platforms: { '${source}': { decimal: ',' } }`
      : `decimal: ',' in source "${source}"`;
  const reason = `Amounts such as 250.000 are taken as 250, since nothing in the file shows that their point parts thousands; ${setting} in portal.config.ts says that it does`;
  return [{ code: 'note/decimal-sign', reason, rows: amounts }];
}
