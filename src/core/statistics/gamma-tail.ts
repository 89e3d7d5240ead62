const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
];
const MOST_TERMS = 10_000;
const PRECISION = 1e-16;

/**
 * Upper regularised incomplete gamma function Q(a, x) – the tail from which p-values of chi-square and normal tests
 * are taken.
 * Definition: Γ(a, x) ÷ Γ(a); series for x < a + 1, else continued fraction by Lentz's method.
 * Source: Abramowitz & Stegun, Handbook of Mathematical Functions (1964), 6.5.29 and 6.5.31.
 * Empty case: Q(a, 0) = 1; a ≤ 0 or x < 0 is a RangeError.
 * @example gammaTail(1, 0) // => 1
 */
export function gammaTail(a: number, x: number): number {
  if (!(a > 0) || !(x >= 0)) {
    throw new RangeError(
      `Cannot compute the gamma tail of a = ${a}, x = ${x}; expected a > 0, x ≥ 0`,
    );
  }
  if (x === 0) return 1;
  if (x === Infinity) return 0;
  const scale = Math.exp(a * Math.log(x) - x - logGamma(a));
  return x < a + 1 ? 1 - scale * lowerSeries(a, x) : scale * upperFraction(a, x);
}

function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let i = 1; i < MOST_TERMS && Math.abs(term) > Math.abs(sum) * PRECISION; i += 1) {
    term *= x / (a + i);
    sum += term;
  }
  return sum;
}

function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = Infinity;
  let d = 1 / b;
  let fraction = d;
  for (let i = 1; i < MOST_TERMS; i += 1) {
    const numerator = -i * (i - a);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    const factor = d * c;
    fraction *= factor;
    if (Math.abs(factor - 1) <= PRECISION) break;
  }
  return fraction;
}

/** Lanczos' approximation with g = 7; a > 0. */
function logGamma(a: number): number {
  if (a < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * a)) - logGamma(1 - a);
  const x = a - 1;
  const series = LANCZOS.reduce(
    (sum, coefficient, i) => sum + coefficient / (x + i + 1),
    0.9999999999998099,
  );
  const t = x + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (x + 0.5) * Math.log(t) - t + Math.log(series);
}
