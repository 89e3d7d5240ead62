/** Features that exist once for each category, brand or channel: "brandShare:Thornlast". */
const OF_EACH: Readonly<Record<string, string>> = {
  brandShare: 'Share of',
  categoryShare: 'Share of',
  channelShare: 'Share of orders by',
};

/** Where the words of an id alone would say too little. */
const NAMES: Readonly<Record<string, string>> = {
  brandHerfindahl: 'Concentration on few brands',
  categoryHerfindahl: 'Concentration on few categories',
  recencyDays: 'Days since the last order',
  tenureDays: 'Days since the first order',
};

/** What a feature is called: its label where one is known, else its id in words; a column of a table keeps its name. */
export function featureName(
  id: string,
  features: readonly { id: string; label: string }[] = [],
): string {
  const label = features.find((feature) => feature.id === id)?.label ?? NAMES[id];
  if (label !== undefined) return label;
  const [kind = '', ...rest] = id.split(':');
  const of = OF_EACH[kind];
  if (of !== undefined && rest.length > 0) return `${of} ${rest.join(':')}`;
  const weekday = /^([a-z]+day)Share$/.exec(id)?.[1];
  if (weekday !== undefined) return `Share of orders on ${capital(weekday)}`;
  if (!/^[a-z]+([A-Z][a-z]+)+$/.test(id)) return id;
  return capital(id.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`));
}

/** A reason as a sentence. */
export function withStop(reason: string): string {
  return /[.!?]$/.test(reason) ? reason : `${reason}.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
