import { describe, expect, it } from 'vitest';
import { usableEmail } from '#generate/exports/load/identities.ts';
import { openEngine } from '#generate/warehouse/engine.ts';

/** What becomes of the addresses, in their order. */
async function usable(addresses: string[]): Promise<unknown[]> {
  const engine = await openEngine();
  try {
    const found: unknown[] = [];
    for (const address of addresses) {
      const [row] = await engine.rows(
        `SELECT ${usableEmail('cell')} AS email FROM (SELECT $1::VARCHAR AS cell)`,
        [address],
      );
      found.push(row?.['email']);
    }
    return found;
  } finally {
    engine.close();
  }
}

describe('usableEmail()', () => {
  it('tells one person by one address, however it is written', async () => {
    const written = [
      'ann@example.com',
      'Ann@Example.com',
      ' ann@example.com ',
      "'ann@example.com",
      'ann@EXAMPLE.com',
      'mailto:ann@example.com',
      'Mailto:Ann@example.com?subject=Order',
      '<ann@example.com>',
      '<mailto:ann@example.com>',
    ];
    expect(await usable(written)).toEqual(written.map(() => 'ann@example.com'));
  });

  it('composes letters, so that two ways to write one letter are one address', async () => {
    expect(await usable(['zoe\u0308@example.com', 'zo\u00eb@example.com'])).toEqual([
      'zo\u00eb@example.com',
      'zo\u00eb@example.com',
    ]);
  });

  it('takes no address that a marketplace gives out, in small letters or capitals', async () => {
    const aliases = [
      'x1@marketplace.amazon.com',
      'X1@Marketplace.Amazon.com',
      'x1@members.ebay.com',
      ' x1@relay.walmart.com',
      'mailto:x1@relay.walmart.com',
    ];
    expect(await usable(aliases)).toEqual(aliases.map(() => null));
  });

  it('takes nothing that is no address', async () => {
    const none = [
      'ann',
      'ann@example',
      '@example.com',
      'ann@@example.com',
      'a n@example.com',
      '',
      'mailto:',
      '<>',
    ];
    expect(await usable(none)).toEqual(none.map(() => null));
  });
});
