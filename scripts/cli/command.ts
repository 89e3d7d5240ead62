import type { ParseArgsOptionDescriptor, parseArgs } from 'node:util';

/** A flag of a command, with what `--help` says about it. */
export interface CommandOption extends ParseArgsOptionDescriptor {
  /** Shown in place of the value: "DIR". */
  placeholder?: string;
  meaning: string;
}

export type CommandOptions = Record<string, CommandOption>;

/** What a command is called with: everything that parsing and `--help` need. */
export interface Command<Options extends CommandOptions = CommandOptions> {
  /** "npm run build". */
  name: string;
  /** One or two sentences. */
  purpose: string;
  options: Options;
  /** Names of the words after the flags, in their order: ["KIND", "TITLE"]; none by default. */
  positionals?: string[];
  /** Whole calls that work, as they are typed. */
  examples: string[];
}

export type CommandValues<Options extends CommandOptions> = ReturnType<
  typeof parseArgs<{ options: Options; strict: true; allowPositionals: true }>
>['values'];

/** What the person typed, checked. */
export interface CommandCall<Options extends CommandOptions> {
  values: CommandValues<Options>;
  positionals: string[];
}
