import { existsSync, rmSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import {
  AUDIENCE_IDS,
  CALLED_AUDIENCES,
  describeAudiences,
  type Audience,
  type AudienceId,
} from '#core/audiences/audience.ts';
import { careLine } from '#core/audiences/care-line.ts';
import { nearestWord } from '#core/format/nearest-word.ts';
import type { PortalConfig } from '#core/schemas/portal-config.ts';
import { applyChanges, type StateFile } from '#generate/content/apply-content.ts';
import { readExports } from '#generate/exports/read-exports.ts';
import { GenerateError } from '#generate/generate-error.ts';
import { localSecret } from '#generate/local-secret.ts';
import type { Progress } from '#generate/progress.ts';
import { applyAsOf, resolveAsOf } from '#generate/warehouse/as-of.ts';
import {
  createAudienceLists,
  logContacts,
  readAudienceContacts,
  readAudienceSizes,
  type AudienceContact,
  type AudienceSize,
} from '#generate/warehouse/audiences/audience-lists.ts';
import { createAudienceMembers } from '#generate/warehouse/audiences/audience-members.ts';
import {
  CONTACT_LOG_FILE,
  contactLogText,
  loadContactLog,
} from '#generate/warehouse/audiences/contact-log.ts';
import { loadKnownPersonas } from '#generate/warehouse/audiences/known-personas.ts';
import { readPackingTags, type PackingTag } from '#generate/warehouse/audiences/packing-tags.ts';
import { readUnavailableAudiences } from '#generate/warehouse/audiences/unavailable-audiences.ts';
import { openEngine } from '#generate/warehouse/engine.ts';
import { expireContacts } from '#generate/warehouse/expire-contacts.ts';
import { leaveOutPeople } from '#generate/warehouse/leave-out-people.ts';
import { withState } from '#generate/with-state.ts';
import { callSheetCsv, callSheetHtml, type PortraitOf } from './call-sheet.ts';
import { formulaSafeCsv } from './formula-safe-csv.ts';
import { listFiles } from './list-files.ts';
import { privateFolder } from './private-folder.ts';
import { presentSheets } from './sheet-files.ts';

export interface AudiencesRequest {
  exportsDirectory: string;
  stateDirectory: string;
  /** Folders that are shown or published: nothing is written into them. */
  publicDirectories: readonly string[];
  config: PortalConfig;
  asOf?: string | undefined;
  /** Makes the lists of this audience only; default: all, and the packing tags. */
  audience?: string | undefined;
  /** Counts, and writes nothing: no list, no log. */
  dryRun?: boolean;
  /** What a customer's Portrait is called beside them; default: the id. */
  portraitOf?: PortraitOf;
  progress: Progress;
}

export interface MadeAudiences {
  asOf: string;
  audiences: (Audience & Omit<AudienceSize, 'audience'> & { unavailable: string | null })[];
  /** How many orders of the last days have a tag; null: no tags were made. */
  taggedOrders: number | null;
  /** Call sheets with answers in them, relative to the state folder: to be dropped into exports/. */
  filledSheets: string[];
}

/** Folders inside the state folder. */
export const LISTS_FOLDER = 'audiences';
const SHEETS_FOLDER = 'call-sheets';

const NOBODY = {
  people: 0,
  listed: 0,
  refused: 0,
  unreachable: 0,
  early: 0,
  overLimit: 0,
  value: '0',
  payers: 0,
};

/**
 * Reads the exports again and writes the lists of each audience, call sheets, the packing tags and the log of contacts
 * into the state folder, which alone may name a person: all of them or none.
 *
 * @throws GenerateError `state/public`, `call/unknown-audience`, `state/damaged-contact-log`, and what reading exports
 * throws
 */
export async function makeAudiences(request: AudiencesRequest): Promise<MadeAudiences> {
  const state = resolve(request.stateDirectory);
  refusePublicState(state, request.publicDirectories);
  const written = writtenAudiences(request);
  return withState(state, () => readAndWrite(request, state, written));
}

async function readAndWrite(
  request: AudiencesRequest,
  state: string,
  written: readonly Audience[],
): Promise<MadeAudiences> {
  const { exportsDirectory: directory, config, progress } = request;
  const engine = await openEngine();
  try {
    const secret = localSecret(state);
    await readExports({ directory, config, secret, engine, progress });
    await leaveOutPeople(engine, state, secret);
    const asOf = await resolveAsOf(engine, request.asOf, [], config.timeZone);
    await applyAsOf(engine, asOf, config.timeZone);
    await expireContacts(engine, asOf, config.privacy.retentionDays);
    progress.step('Looking for audiences');
    await createAudienceMembers(engine, asOf, config.audiences);
    await loadContactLog(engine, state);
    await loadKnownPersonas(engine, assignmentsIn(state, progress));
    await createAudienceLists(engine, written);
    const contacts = await readAudienceContacts(engine);
    const unavailable = await readUnavailableAudiences(engine);
    const sizes = new Map((await readAudienceSizes(engine)).map((one) => [one.audience, one]));
    const tags =
      request.audience === undefined
        ? await readPackingTags(engine, asOf, config.packingTags)
        : null;
    await logContacts(engine, config.privacy.retentionDays);
    const plan = planFiles(request, {
      state,
      asOf,
      written,
      unavailable,
      contacts,
      tags,
      log: await contactLogText(engine),
    });
    if (request.dryRun !== true) {
      progress.step('Writing lists');
      writeAll(state, plan);
    }
    return {
      asOf,
      audiences: written.map((audience) => ({
        ...audience,
        ...(sizes.get(audience.id) ?? NOBODY),
        unavailable: unavailable.get(audience.id) ?? null,
      })),
      taggedOrders: tags?.length ?? null,
      filledSheets: plan.filledSheets,
    };
  } finally {
    engine.close();
  }
}

interface FilePlan {
  files: StateFile[];
  /** Absolute paths of call sheets that nobody wrote on, and of lists that the exports can no longer give. */
  outdated: string[];
  filledSheets: string[];
}

function planFiles(
  { config, portraitOf = (id) => id }: AudiencesRequest,
  found: {
    state: string;
    asOf: string;
    written: readonly Audience[];
    /** Audiences that the exports cannot give: an empty list would look as if nobody belonged to them. */
    unavailable: ReadonlyMap<AudienceId, string>;
    contacts: readonly AudienceContact[];
    tags: readonly PackingTag[] | null;
    log: string;
  },
): FilePlan {
  const { state, asOf, written, unavailable, contacts, tags, log } = found;
  const membersOf = (id: AudienceId): AudienceContact[] =>
    contacts.filter(({ audience }) => audience === id);
  const sheets = written
    .filter(({ id }) => CALLED_AUDIENCES.includes(id))
    .map((audience) => ({ audience, asOf, contacts: membersOf(audience.id), portraitOf }))
    .filter((sheet) => sheet.contacts.length > 0)
    .flatMap((sheet) => [
      { name: `${sheet.audience.id}-${asOf}.csv`, text: callSheetCsv(sheet) },
      { name: `${sheet.audience.id}-${asOf}.html`, text: callSheetHtml(sheet, config) },
    ]);
  const folder = join(state, SHEETS_FOLDER);
  const { outdated, filled } = presentSheets(
    folder,
    written.map(({ id }) => id),
    sheets.map(({ name }) => name),
  );
  const lists = written.flatMap((audience) =>
    listFiles(audience, membersOf(audience.id)).map(({ path, text }) => ({
      path: join(state, LISTS_FOLDER, path),
      text,
      isGiven: !unavailable.has(audience.id),
    })),
  );
  const files = [
    ...lists.filter(({ isGiven }) => isGiven).map(({ path, text }) => ({ path, text })),
    ...sheets
      .filter(({ name }) => !filled.includes(name))
      .map(({ name, text }) => ({ path: join(folder, name), text })),
    ...(tags === null
      ? []
      : [{ path: join(state, 'packing-tags.csv'), text: packingTagsCsv(tags, portraitOf) }]),
    { path: join(state, CONTACT_LOG_FILE), text: log },
  ];
  return {
    files: files.map((file) => ({ ...file, mode: 0o600 })),
    outdated: [
      ...outdated.map((name) => join(folder, name)),
      ...lists.flatMap(({ path, isGiven }) => (!isGiven && existsSync(path) ? [path] : [])),
    ],
    filledSheets: filled.map((name) => join(SHEETS_FOLDER, name)),
  };
}

function writeAll(state: string, { files, outdated }: FilePlan): void {
  const folders = [
    '',
    LISTS_FOLDER,
    `${LISTS_FOLDER}/klaviyo`,
    `${LISTS_FOLDER}/mailchimp`,
    SHEETS_FOLDER,
  ];
  for (const folder of folders) privateFolder(join(state, folder));
  applyChanges(state, [], files);
  for (const path of outdated) rmSync(path);
}

/** Beside its id, which a pick list can be joined by, a Portrait has the name that its poster at the bench shows. */
function packingTagsCsv(tags: readonly PackingTag[], portraitOf: PortraitOf): string {
  const yesOrNo = (answer: boolean | null): string =>
    answer === null ? '' : answer ? 'yes' : 'no';
  return formulaSafeCsv(
    ['order', 'persona', 'portrait', 'first_order', 'gift', 'after_complaint', 'care'],
    tags.map((tag) => [
      tag.order,
      tag.persona,
      tag.persona === null ? null : portraitOf(tag.persona, tag),
      yesOrNo(tag.firstOrder),
      yesOrNo(tag.gift),
      yesOrNo(tag.afterComplaint),
      careLine(tag),
    ]),
  );
}

function writtenAudiences({ config, audience }: AudiencesRequest): Audience[] {
  const all = describeAudiences(config.audiences, config.locale);
  if (audience === undefined) return all;
  const one = all.find(({ id }) => id === audience);
  if (one !== undefined) return [one];
  const near = nearestWord(audience, AUDIENCE_IDS);
  throw new GenerateError(
    'call/unknown-audience',
    `Cannot make the list of "${audience}": there is no such audience; expected ${AUDIENCE_IDS.join(', ')}`,
    near === null ? 'docs/audiences.md says who is on each' : `Did you mean "${near}"?`,
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
