import { nearestWord } from '#core/format/nearest-word.ts';
import type { Issue } from '#core/schemas/issue.ts';
import { VoiceSchema } from '#core/schemas/voice.ts';
import { OWNER_FOLDERS, type ContentCatalogue } from '#markdown/content-catalogue.ts';
import { readYaml } from './read-yaml.ts';

/**
 * What a voice names and the content does not have, each with its line: Portraits, learnings, KPIs and its photo. A file
 * whose form is wrong has its own issues and none here.
 */
export function checkVoice(file: string, text: string, catalogue: ContentCatalogue): Issue[] {
  const yaml = readYaml(text);
  const voice = VoiceSchema.safeParse(yaml.value);
  if (!voice.success) return [];
  const { photo } = voice.data;
  const issueAt = (
    place: (string | number)[],
    found: string,
    what: string,
    known: Iterable<string>,
  ): Issue => {
    const near = nearestWord(found, known);
    return {
      file,
      line: yaml.lineOf(place),
      column: place.join('.'),
      found: `"${found}"`,
      expected: `${what}${near === null ? '' : `, perhaps "${near}"`}`,
    };
  };
  return [
    ...OWNER_FOLDERS.flatMap((folder) =>
      voice.data[folder].flatMap((id, at) =>
        catalogue.entries[folder].has(id)
          ? []
          : [issueAt([folder, at], id, `an entry of content/${folder}`, catalogue.entries[folder])],
      ),
    ),
    ...(photo === undefined || catalogue.photos.voices.has(photo)
      ? []
      : [
          issueAt(
            ['photo'],
            photo,
            'a picture in content/voices (jpg, png, webp or avif)',
            catalogue.photos.voices,
          ),
        ]),
  ];
}
