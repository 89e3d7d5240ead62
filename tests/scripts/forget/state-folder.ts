import { mkdirSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';

export const SECRET = 'f'.repeat(64);

/** Key of a customer in this folder. */
export function keyOf(identity: string): string {
  return createHash('sha256').update(`${SECRET}:${identity}`).digest('hex');
}

const ANN = keyOf('email:ann@example.com');
const BO = keyOf('email:bo@example.org');
const CY = keyOf('email:cy@example.org');

/** Ann and her phone; Bo and Cy, who share one. Ann also bought without an e-mail: a customer of her phone alone. */
export const STATE: Record<string, string> = {
  secret: `${SECRET}\n`,
  'vault.csv': `key,email,phone\n${ANN},ann@example.com,+15550170001\n${BO},bo@example.org,+15550170002\n${CY},cy@example.org,+15550170002\n${keyOf('phone:+15550170001')},,+15550170001\n`,
  'assignments.csv': `key,persona,distance\n${ANN},denim,0.5\n${BO},denim,0.25\n${keyOf('phone:+15550170001')},hiker,1\n`,
  'audiences/new.csv':
    'email,phone,reason\nann@example.com,+15550170001,first purchase\nbo@example.org,+15550170002,"likes ""A, B"""\n',
  'audiences/hero.csv': 'email,phone,reason\nbo@example.org,+15550170002,3 orders\n',
  'packing-tags.csv': 'order,persona,first_order,gift\n1001,denim,yes,no\n',
};

/** The same after Ann was forgotten, without forgotten.csv. */
export const WITHOUT_ANN: Record<string, string> = {
  secret: `${SECRET}\n`,
  'vault.csv': `key,email,phone\n${BO},bo@example.org,+15550170002\n${CY},cy@example.org,+15550170002\n`,
  'assignments.csv': `key,persona,distance\n${BO},denim,0.25\n`,
  'audiences/new.csv': 'email,phone,reason\nbo@example.org,+15550170002,"likes ""A, B"""\n',
  'audiences/hero.csv': 'email,phone,reason\nbo@example.org,+15550170002,3 orders\n',
  'packing-tags.csv': 'order,persona,first_order,gift\n',
};

export function writeState(folder: string): string {
  for (const [path, text] of Object.entries(STATE)) {
    mkdirSync(join(folder, path, '..'), { recursive: true, mode: 0o700 });
    writeFileSync(join(folder, path), text, { mode: 0o600 });
  }
  return folder;
}
