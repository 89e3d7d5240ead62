import { runScript } from '#scripts/cli/run-tool.ts';

/** Run as a process of its own: starts itself once more to wait, and prints the exit code that came back. */
if (process.argv.includes('wait')) {
  console.log('waits');
  setTimeout(() => undefined, 30_000);
} else {
  console.log(await runScript('tests/scripts/cli/runs-until-stopped.ts', ['wait']));
}
