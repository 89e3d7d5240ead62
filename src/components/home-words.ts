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
export function homeWords({ customers, portraits, hints, learnings }: HomeContents): HomeWords {
  const isOnlyHints = portraits > 0 && hints === portraits;
  return {
    title: customers === null ? 'Who is in the box today?' : `${customers} people, and ${known()}`,
    standfirst: `Behind every order stands somebody. ${whoTheyAre()}`,
  };

  function known(): string {
    if (learnings > 0) return 'what they taught us';
    if (isOnlyHints) return 'first hints of who they are';
    return portraits > 0 ? 'who they are' : 'we are getting to know them';
  }

  function whoTheyAre(): string {
    if (isOnlyHints) {
      return 'These are first hints of the kinds of customers we have: nothing yet to pack, call and design for.';
    }
    return portraits > 0
      ? 'These are the kinds of customers we pack, call and design for.'
      : 'As soon as there are enough orders, this page shows who they are.';
  }
}
