import { existsSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { AUDIENCES, type Audience } from '#core/audiences/audience.ts';
import type { PortalConfig } from '#core/schemas/portal-config.ts';
import { readExports } from '#generate/exports/read-exports.ts';
import { GenerateError } from '#generate/generate-error.ts';
import { localSecret } from '#generate/local-secret.ts';
import type { Progress } from '#generate/progress.ts';
import { applyAsOf, resolveAsOf } from '#generate/warehouse/as-of.ts';
import {
  readAudienceContacts,
  readAudienceSizes,
  type AudienceContact,
  type AudienceSize,
} from '#generate/warehouse/audiences/audience-lists.ts';
import { createAudienceMembers } from '#generate/warehouse/audiences/audience-members.ts';
import { readPackingTags, type PackingTag } from '#generate/warehouse/audiences/packing-tags.ts';
import { openEngine } from '#generate/warehouse/engine.ts';
import { expireContacts } from '#generate/warehouse/expire-contacts.ts';
import { leaveOutPeople } from '#generate/warehouse/leave-out-people.ts';
import { withState } from '#generate/with-state.ts';
import { formulaSafeCsv } from './formula-safe-csv.ts';
import { privateFolder, writePrivateFile } from './write-private-file.ts';

export interface AudiencesRequest {
  exportsDirectory: string;
  stateDirectory: string;
  /** Folders that are shown or published: nothing is written into them. */
  publicDirectories: readonly string[];
  config: PortalConfig;
  asOf?: string | undefined;
  progress: Progress;
}

export interface MadeAudiences {
  asOf: string;
  audiences: (Audience & Omit<AudienceSize, 'audience'>)[];
  /** How many orders of the last days have a tag. */
  taggedOrders: number;
}

/**
 * Reads the exports again and writes one list an audience and the packing tags into the state folder, which alone may
 * name a person.
 *
 * @throws GenerateError `state/public`, and what reading exports throws
 */
export async function makeAudiences(request: AudiencesRequest): Promise<MadeAudiences> {
  const state = resolve(request.stateDirectory);
  refusePublicState(state, request.publicDirectories);
  return withState(state, () => readAndWrite(request, state));
}

async function readAndWrite(request: AudiencesRequest, state: string): Promise<MadeAudiences> {
  const { exportsDirectory: directory, config, progress } = request;
  const engine = await openEngine();
  try {
    const secret = localSecret(state);
    await readExports({ directory, config, secret, engine, progress });
    await leaveOutPeople(engine, state, secret);
    const asOf = await resolveAsOf(engine, request.asOf);
    await applyAsOf(engine, asOf, config.timeZone);
    await expireContacts(engine, asOf, config.privacy.retentionDays);
    progress.step('Looking for audiences');
    await createAudienceMembers(engine, asOf);
    const contacts = await readAudienceContacts(engine);
    const sizes = new Map((await readAudienceSizes(engine)).map((one) => [one.audience, one]));
    const tags = await readPackingTags(engine, asOf, assignmentsIn(state, progress));
    progress.step('Writing lists');
    const lists = privateFolder(join(state, 'audiences'));
    for (const { id } of AUDIENCES) {
      const members = contacts.filter(({ audience }) => audience === id);
      writePrivateFile(join(lists, `${id}.csv`), listCsv(members));
    }
    writePrivateFile(join(state, 'packing-tags.csv'), packingTagsCsv(tags));
    return {
      asOf,
      audiences: AUDIENCES.map((audience) => {
        const { people = 0, reachable = 0, value = '0' } = sizes.get(audience.id) ?? {};
        return { ...audience, people, reachable, value };
      }),
      taggedOrders: tags.length,
    };
  } finally {
    engine.close();
  }
}

function listCsv(contacts: readonly AudienceContact[]): string {
  return formulaSafeCsv(
    ['email', 'phone', 'reason'],
    contacts.map(({ email, phone, reason }) => [email, phone, reason]),
  );
}

function packingTagsCsv(tags: readonly PackingTag[]): string {
  const yesOrNo = (answer: boolean | null): string =>
    answer === null ? '' : answer ? 'yes' : 'no';
  return formulaSafeCsv(
    ['order', 'persona', 'first_order', 'gift'],
    tags.map(({ order, persona, firstOrder, gift }) => [
      order,
      persona,
      yesOrNo(firstOrder),
      yesOrNo(gift),
    ]),
  );
}

function assignmentsIn(state: string, progress: Progress): string | null {
  const file = join(state, 'assignments.csv');
  if (existsSync(file)) return file;
  progress.warn(
    'No customer has a Portrait yet, so the packing tags name none: run "npm run generate" first',
  );
  return null;
}

function refusePublicState(state: string, publicDirectories: readonly string[]): void {
  const open = publicDirectories.find((folder) => {
    const way = relative(resolve(folder), state);
    return way === '' || !(way === '..' || way.startsWith(`..${sep}`));
  });
  if (open === undefined) return;
  throw new GenerateError(
    'state/public',
    `Cannot write lists of customers into "${state}": it lies in "${open}", which is shown to others; expected a folder outside it`,
    'Leave out --state, or name a folder that nobody else reads',
  );
}
