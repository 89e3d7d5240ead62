/** A word of the benchmark's invented learnings, with the forms in which texts use it; the first is its base. */
export type Word = readonly string[];

const list = (words: string): string[] => words.trim().split(/\s+/);

/** Frequent first: texts draw them by Zipf's law. */
const NOUNS = list(`
  order customer box mail shop week price return size day box month group test phone answer question letter parcel
  gift season store basket voucher share purchase call page picture note label card table team bench desk list
  delivery carrier address item piece stock brand maker cut cloth seam zip button pocket collar sleeve waist
  length colour shade print pattern jacket coat shirt blouse sweater cardigan glove sock boot shoe sandal
  slipper hat cap belt bag pack tent pole peg lantern blanket cushion candle mug plate bowl towel curtain lamp rug
  frame basket ribbon wrapping paper tissue carton envelope stamp slip invoice receipt refund exchange repair patch
  thread needle loom mill dye fibre wool linen cotton denim leather suede canvas fleece feather lining hood
  rain snow winter summer autumn spring holiday birthday wedding school office garden kitchen bedroom bathroom
  mountain trail river lake forest beach city village suburb market fair festival window counter till mirror
  cabin ladder trolley pallet van truck depot warehouse aisle corner door gate stair roof wall floor ceiling
  survey reply reason habit promise mistake complaint wish worry surprise story idea plan rule limit chance
  budget cost margin discount campaign banner headline subject caption photograph film catalogue leaflet poster
  newsletter reminder welcome account password login basket wishlist search filter menu button screen tablet
  laptop printer scanner barcode ticket queue shift break lunch morning evening night weekend Monday
  neighbour parent grandparent teacher nurse student colleague manager buyer packer driver agent founder
  supplier partner visitor stranger friend family couple baby toddler teenager adult retiree hiker climber cyclist
  runner swimmer camper gardener cook baker painter reader traveller commuter collector planner saver
  weight height width depth shape edge surface texture warmth softness smell sound light shadow fold crease stain
  hole tear knot loop strap buckle clasp hook ring chain lace heel sole toe tongue cuff hem pleat dart yoke
  measure figure number total average median range gap trend curve peak dip jump drop rise half third quarter
`);

const VERBS = list(`
  order ask answer call pack return wait help open check change count offer fold wrap
  print label measure compare test watch follow mark reach carry deliver collect sort stack load unload scan
  weigh seal stamp post mail cancel refund repair replace exchange mend stitch trim dye wash dry iron
  brush polish clean store move lift turn pull push drop pick gather join visit browse search filter
  click scroll type tap save earn cost charge discount raise lower double halve shorten lengthen widen
  narrow soften warm cool cover line pad fill empty remove add mix match fit suit stretch fade last
  learn explain describe mention name suggest promise remind thank welcome greet invite surprise please annoy
  worry doubt trust believe guess expect hope wish plan start stop pause finish repeat skip miss notice 
  remember recall confuse mistake correct confirm approve reject accept refuse allow require demand request
`);

const ADJECTIVES = list(`
  new late small large long short warm cold clear plain simple quick slow careful quiet loud bright dark soft
  hard heavy light thick thin wide narrow deep cheap dear free full empty clean dirty wet dry fresh old young
  local distant busy calm happy sad angry polite honest frequent rare usual strange common special separate shared
  seasonal handwritten printed woven knitted quilted padded waxed striped checked floral
  matching missing broken wrong right perfect faulty spare foldable washable reusable waterproof windproof
  breathable lightweight durable fragile elegant casual formal sturdy cosy snug loose tight stiff smooth rough
  woollen wooden leather golden silver navy crimson olive beige ivory charcoal turquoise lavender mustard
`);

/** Halves of invented names: products, makers and places, as a shop has thousands of. */
const HEADS = list(`
  Bracken Thorn Moss Heather Fell Cairn Skerry Wren Dun Tarn Fern Birch Alder Rowan Hazel Larch Aspen Willow Cedar
  Juniper Sorrel Clover Nettle Bramble Thistle Sedge Reed Rush Marsh Moor Glen Strath Brae Knoll Ridge Crag Stone
  Flint Slate Chalk Amber Copper Iron Ash Ember Frost Snow Hail Storm Gale Mist Dew Dawn Dusk Noon Star Moon Sun
  Harrow Barrow Winter Summer Otter Badger Marten Stoat Hare Fox Lynx Heron Plover Curlew Swift Martin Finch Lark
`);
const TAILS = list(`
  loom haven gate last marrow stead wool fold field ford well brook burn beck mere holm ley wick worth ham ton by
  thwaite dale side bank shaw hurst croft garth lea wold weald combe tor stow mouth cliff strand head point reach
  wood grove copse bower arbor hollow den dell cote barn mill kiln forge smith wright weaver carder spinner
`);

const pluralOf = (noun: string): string =>
  /(?:s|x|ch|sh)$/.test(noun)
    ? `${noun}es`
    : /[^aeiou]y$/.test(noun)
      ? `${noun.slice(0, -1)}ies`
      : `${noun}s`;

const stemFor = (verb: string): string => {
  if (verb.endsWith('e')) return verb.slice(0, -1);
  return /^[^aeiou]*[aeiou][bdgklmnprt]$/.test(verb) ? `${verb}${verb.slice(-1)}` : verb;
};

const pastOf = (verb: string): string =>
  /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${stemFor(verb)}ed`;

const adverbOf = (adjective: string): string => {
  if (adjective.endsWith('y')) return `${adjective.slice(0, -1)}ily`;
  return adjective.endsWith('le') ? `${adjective.slice(0, -1)}y` : `${adjective}ly`;
};

const unique = (words: readonly string[]): string[] => [...new Set(words)];

export const nouns: readonly Word[] = unique(NOUNS).map((noun) => [noun, pluralOf(noun)]);
export const verbs: readonly Word[] = unique(VERBS).map((verb) => [
  verb,
  pluralOf(verb),
  pastOf(verb),
  `${stemFor(verb)}ing`,
]);
export const adjectives: readonly Word[] = unique(ADJECTIVES).map((adjective) => [
  adjective,
  adverbOf(adjective),
]);
/** Names have one form. */
export const names: readonly Word[] = HEADS.flatMap((head) =>
  TAILS.map((tail) => [`${head}${tail}`]),
);
