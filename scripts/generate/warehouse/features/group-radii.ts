import type { Engine, Parameter } from '../engine.ts';

/** How a Portrait's customers lie around its centre. */
export interface GroupSpread {
  id: string;
  customers: number;
  /** 95th percentile of the distance, to a millionth. */
  radius: number;
}

/** Every Portrait with customers, by id. */
export async function readGroupSpreads(engine: Engine): Promise<GroupSpread[]> {
  return engine.rows<Pick<GroupSpread, keyof GroupSpread>>(
    `SELECT persona AS id, CAST(count(*) AS INTEGER) AS customers,
            round(quantile_disc(distance, 0.95), 6) AS radius
     FROM buyer_personas WHERE persona IS NOT NULL GROUP BY persona ORDER BY persona`,
  );
}

/** A Portrait and its radius, as stored at the fit. */
type GroupRadius = Pick<GroupSpread, 'id' | 'radius'>;

/** Customers who lie beyond the radius of their Portrait. */
export async function countOutside(engine: Engine, radii: readonly GroupRadius[]): Promise<number> {
  const parameters: Parameter[] = [];
  const [found] = await engine.rows<{ outside: string }>(
    `SELECT count(*) AS outside FROM buyer_personas p WHERE ${beyondRadius(radii, parameters)}`,
    parameters,
  );
  return Number(found?.outside ?? 0);
}

/** SQL of whether a row `p` of assignments lies beyond the radius of its Portrait; its values go to the parameters. */
export function beyondRadius(radii: readonly GroupRadius[], parameters: Parameter[]): string {
  if (radii.length === 0) return 'false';
  const values = radii.map(
    ({ id, radius }) => `($${parameters.push(id)}, CAST($${parameters.push(radius)} AS DOUBLE))`,
  );
  return `EXISTS (
    FROM (VALUES ${values.join(', ')}) r(id, radius)
    WHERE r.id = p.persona AND round(p.distance, 6) > r.radius)`;
}
