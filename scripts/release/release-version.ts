/** A release's name: the second of its making in UTC, so that names sort by time. "2026-11-21T22-05-09Z". */
export function releaseVersion(now: Date): string {
  return `${now.toISOString().slice(0, 19).replaceAll(':', '-')}Z`;
}
