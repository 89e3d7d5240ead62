import { describe, expect, test } from 'vitest';
import { VoiceSchema } from '#core/schemas/voice.ts';

const VOICE = { name: 'Ada', does: 'Packs', quote: 'Somebody is in it.', story: 'Told.\n' };

describe('VoiceSchema', () => {
  test('asks for a name, what they do, a quote and a story, and for nothing else', () => {
    expect(VoiceSchema.parse(VOICE)).toEqual({
      ...{ name: 'Ada', does: 'Packs', quote: 'Somebody is in it.', story: 'Told.' },
      ...{ personas: [], insights: [], kpis: [] },
    });
    expect(VoiceSchema.safeParse({}).success).toBe(false);
  });

  test.each([
    ['a field it does not know', { nickname: 'Ada' }],
    ['an empty quote', { quote: ' \n' }],
    ['a quote that no wall could hold', { quote: 'a'.repeat(181) }],
    ['a name of more than 60 letters', { name: 'a'.repeat(61) }],
    ['a role that the portal does not have', { role: 'pakcing' }],
    ['a photo that is no file name', { photo: 7 }],
    ['an approval without a day', { approved: { by: 'Ada' } }],
  ])('refuses %s', (_, changed) => {
    expect(VoiceSchema.safeParse({ ...VOICE, ...changed }).success).toBe(false);
  });
});
