import type { ContentFile } from './content/content-file.ts';
import { GenerateError } from './generate-error.ts';
import type { Engine } from './warehouse/engine.ts';

const EMAIL_SHAPE = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;

/** Words that could be an order number and no plain figure: with a letter or a #, or in Amazon's 3-7-7 digits. */
const ORDER_SHAPE =
  /\b\d{3}-\d{7}-\d{7}\b|#\d{3,}\b|\b(?=[A-Za-z-]*\d)(?=[\d-]*[A-Za-z])[A-Za-z\d]+(?:-[A-Za-z\d]+)*\b/g;

/**
 * The last look before anything is written: no customer's e-mail address and no order number may stand in a
 * machine-made file. What was found is not repeated in the message.
 *
 * @throws GenerateError `privacy/customer-in-content`
 */
export async function assertNoCustomerIn(files: ContentFile[], engine: Engine): Promise<void> {
  const texts = files.map(({ text }) => text);
  if (await anyIn(engine, shapes(texts, EMAIL_SHAPE), 'SELECT email AS value FROM customers')) {
    throw leak('an e-mail address of a customer');
  }
  const numbers = `SELECT lower(ltrim(substr(order_key, strpos(order_key, ':') + 1), '#')) AS value FROM orders`;
  if (await anyIn(engine, shapes(texts, ORDER_SHAPE), numbers)) throw leak('an order number');
}

function shapes(texts: string[], shape: RegExp): string[] {
  const found = texts.flatMap((text) => text.match(shape) ?? []);
  return [...new Set(found.map((word) => word.replace(/^#/, '').toLowerCase()))];
}

async function anyIn(engine: Engine, words: string[], values: string): Promise<boolean> {
  if (words.length === 0) return false;
  const found = await engine.rows(
    `SELECT 1 FROM (${values}) JOIN (SELECT unnest(json_transform($1, '["VARCHAR"]')) AS word) ON word = value LIMIT 1`,
    [JSON.stringify(words)],
  );
  return found.length > 0;
}

function leak(what: string): GenerateError {
  return new GenerateError(
    'privacy/customer-in-content',
    `Cannot write content: ${what} stands in a text that everybody would see; expected none`,
    'Look through the names of campaigns, variants, KPIs, Portraits, categories, brands and channels in the exports, and take it out there',
  );
}
