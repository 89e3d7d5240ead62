import type { ContentFile } from './content/content-file.ts';
import type { Engine } from './warehouse/engine.ts';

const EMAIL_SHAPE = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;

/**
 * The last look before anything is written: no e-mail address of a customer may stand in a machine-made file.
 *
 * @throws Error when one does: a bug of the portal, which must stop the run
 */
export async function assertNoCustomerIn(files: ContentFile[], engine: Engine): Promise<void> {
  const found = new Map<string, string>();
  for (const file of files) {
    for (const [address] of file.text.matchAll(EMAIL_SHAPE)) {
      found.set(address.toLowerCase(), file.path);
    }
  }
  if (found.size === 0) return;
  const [leak] = await engine.rows<{ email: string }>(
    `SELECT email FROM customers WHERE list_contains(json_transform(?, '["VARCHAR"]'), email) LIMIT 1`,
    [JSON.stringify([...found.keys()])],
  );
  if (leak) {
    throw new Error(
      `An e-mail address of a customer was about to be written to ${found.get(leak.email)}`,
    );
  }
}
