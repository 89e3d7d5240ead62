import Callout from './Callout.astro';
import Chart from './Chart.astro';
import Claim from './Claim.astro';
import Claims from './Claims.astro';
import Fact from './Fact.astro';
import ForRole from './ForRole.astro';
import Kpi from './Kpi.astro';
import Persona from './Persona.astro';
import Photo from './Photo.astro';
import Quote from './Quote.astro';
import Result from './Result.astro';

/** What texts may use without importing it; Claims is made of Claims and is not written by hand. */
export const components = {
  Callout,
  Chart,
  Claim,
  Claims,
  Fact,
  ForRole,
  Kpi,
  Persona,
  Photo,
  Quote,
  Result,
};
