import type { Place } from './place.ts';
import type { TextKind } from './readable-text.ts';
import type { Scanner } from './scanner.ts';

const LOCAL_PART = /[^\s"'<>()[\]{},;:@\\]{1,64}$/u;
const DOMAIN = /^(?:[\p{L}\p{N}_-]+\.)+\p{L}{2,24}/u;
const ANY_DOMAIN = /^[^\s"'<>()[\]{},;:@\\]{3,253}/u;
/** "ann [at] example.com". */
const SPELLED =
  /([^\s"'<>()[\]{},;:@\\]{1,64}) ?[([{] ?at ?[)\]}] ?([^\s"'<>()[\]{},;:@\\]{3,253})/giu;
/** "logo@2x.png" is a picture. */
const FILE_NAME = /\.(?:avif|css|gif|html?|jpe?g|js|json|m?ts|png|svg|webp|woff2?)$/i;

/** Every e-mail address of whoever, and a customer's in whatever form; addresses of the staff and allowed ones are none. */
export function* findEmails(
  text: string,
  kind: TextKind,
  { known, allowed }: Scanner,
): Generator<Place> {
  for (const match of text.matchAll(SPELLED)) {
    const [whole, local = '', domain = ''] = match;
    if (endings(local, domain).some((one) => known.has('email', one))) {
      yield { at: match.index, text: whole };
    }
  }
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    // "\\@" is how Markdown writes it.
    const end = text[at - 1] === '\\' ? at - 1 : at;
    const local = LOCAL_PART.exec(text.slice(Math.max(0, end - 64), end))?.[0] ?? '';
    if (local === '') continue;
    const after = text.slice(at + 1, at + 255);
    const domain = DOMAIN.exec(after)?.[0] ?? '';
    const address = `${local}@${domain}`.toLowerCase().normalize('NFC');
    if (allowed.emails.has(address)) continue;
    // Licences name their authors in code.
    const isShape = domain !== '' && !FILE_NAME.test(domain) && kind !== 'code';
    const isStaff = allowed.emails.has(`@${domain.toLowerCase()}`);
    const isCustomers = (): boolean =>
      endings(local, ANY_DOMAIN.exec(after)?.[0] ?? '').some((one) => known.has('email', one));
    if ((isShape && !isStaff) || isCustomers()) yield { at, text: address };
  }
}

/** An address with whatever marks stand around it: "(=ann@example.com.)". */
function endings(local: string, domain: string): string[] {
  const address = `${local}@${domain}`.toLowerCase().normalize('NFC');
  return [address, address.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')];
}
