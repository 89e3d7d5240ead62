import { filled, type Words } from '#core/language/words.ts';

/** How the home page opens. */
export interface HomeWords {
  title: string;
  standfirst: string;
}

/** What there is to be said, in numbers. */
export interface HomeContents {
  /** How many there are, as people read it; null before the first run of generate. */
  customers: string | null;
  portraits: number;
  /** Those of the Portraits that are only hints. */
  hints: number;
  learnings: number;
}

/** The words above the fold, by what there is: they promise no learnings, and no kinds of customers, that nobody found. */
export function homeWords(
  { customers, portraits, hints, learnings }: HomeContents,
  { home }: Pick<Words, 'home'>,
): HomeWords {
  const isOnlyHints = portraits > 0 && hints === portraits;
  return {
    title: customers === null ? home.titleBefore : filled(title(), { customers }),
    standfirst: `${home.opening} ${whoTheyAre()}`,
  };

  function title(): string {
    if (learnings > 0) return home.titleLearned;
    if (isOnlyHints) return home.titleHints;
    return portraits > 0 ? home.titlePortraits : home.titleNobody;
  }

  function whoTheyAre(): string {
    if (isOnlyHints) return home.onlyHints;
    return portraits > 0 ? home.portraits : home.nobody;
  }
}
