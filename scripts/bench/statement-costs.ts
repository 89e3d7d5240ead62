import type { Engine, Parameter } from '#generate/warehouse/engine.ts';

/** What one statement took. */
export interface StatementCost {
  seconds: number;
  cpuSeconds: number;
  sql: string;
}

/** So much of a statement tells which one it is. */
const SHOWN = 80;

/** An engine that notes what each of its statements takes; none may run beside another. */
export function withStatementCosts(engine: Engine): { engine: Engine; costs: StatementCost[] } {
  const costs: StatementCost[] = [];
  const timed =
    <T>(work: (sql: string, parameters?: Parameter[]) => Promise<T>) =>
    async (sql: string, parameters?: Parameter[]): Promise<T> => {
      const [start, before] = [performance.now(), process.cpuUsage()];
      const result = await work(sql, parameters);
      const { user, system } = process.cpuUsage(before);
      const seconds = (performance.now() - start) / 1000;
      costs.push({ seconds, cpuSeconds: (user + system) / 1e6, sql: sql.replaceAll(/\s+/g, ' ') });
      return result;
    };
  const wrapped: Engine = {
    run: timed((sql, parameters) => engine.run(sql, parameters)),
    rows: timed((sql, parameters) => engine.rows(sql, parameters)) as Engine['rows'],
    close: () => {
      engine.close();
    },
  };
  return { engine: wrapped, costs };
}

/** So many statements are shown. */
const MOST = 20;

/** With SHOW_STATEMENTS=1 prints the statements that took most processor time, one a line with how often it ran. */
export function showStatementCosts(costs: readonly StatementCost[]): void {
  if (process.env['SHOW_STATEMENTS'] !== '1') return;
  const sums = new Map<string, StatementCost & { times: number }>();
  for (const { seconds, cpuSeconds, sql } of costs) {
    const sum = sums.get(sql) ?? { seconds: 0, cpuSeconds: 0, sql, times: 0 };
    sum.seconds += seconds;
    sum.cpuSeconds += cpuSeconds;
    sum.times += 1;
    sums.set(sql, sum);
  }
  const dearest = [...sums.values()].sort((a, b) => b.cpuSeconds - a.cpuSeconds).slice(0, MOST);
  for (const { seconds, cpuSeconds, sql, times } of dearest) {
    console.log(
      `${cpuSeconds.toFixed(2).padStart(7)} s of processor time ${seconds.toFixed(2).padStart(7)} s ${String(times).padStart(3)} × ${sql.trim().slice(0, SHOWN)}`,
    );
  }
}
