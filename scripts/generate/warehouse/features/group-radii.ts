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

/** Customers who lie beyond the radius of their Portrait. */
export async function countOutside(
  engine: Engine,
  radii: readonly { id: string; radius: number }[],
): Promise<number> {
  if (radii.length === 0) return 0;
  const parameters: Parameter[] = [];
  const values = radii.map(
    ({ id, radius }) => `($${parameters.push(id)}, CAST($${parameters.push(radius)} AS DOUBLE))`,
  );
  const [found] = await engine.rows<{ outside: string }>(
    `SELECT count(*) AS outside
     FROM buyer_personas p JOIN (VALUES ${values.join(', ')}) r(id, radius) ON r.id = p.persona
     WHERE round(p.distance, 6) > r.radius`,
    parameters,
  );
  return Number(found?.outside ?? 0);
}
