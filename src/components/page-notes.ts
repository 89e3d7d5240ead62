import type { Fact } from '#core/schemas/fact.ts';

/** A number printed on a page, with the owner whose fact it is. */
export interface PageNote {
  /** That of its definition: figures of several Portraits that are worked out alike share a note. */
  number: number;
  owner: string;
  fact: Fact;
}

/** Owners that a note can tell apart by their names. */
const PORTRAIT = /^personas\/[^/]+$/;

/** The facts a page shows, numbered as they come: passports get ids that are unique, and print lists them as notes. */
export class PageNotes {
  readonly #notes = new Map<string, PageNote>();
  readonly #numbers = new Map<string, number>();
  readonly #scripts = new Set<string>();
  /** Owners of facts that only some roles are shown. */
  readonly #forRoles = new Set<string>();
  #printed = 0;

  /** The fact's note; the same fact keeps its number. */
  add(owner: string, fact: Fact): PageNote {
    const address = `${owner}#${fact.id}`;
    const known = this.#notes.get(address);
    if (known) return known;
    const definition = PORTRAIT.test(owner)
      ? [fact.id, fact.label, fact.formula].join('\n')
      : address;
    const number = this.#numbers.get(definition) ?? this.#numbers.size + 1;
    this.#numbers.set(definition, number);
    const note = { number, owner, fact };
    this.#notes.set(address, note);
    return note;
  }

  /** Says that the facts of this owner are shown to some roles only: on paper as on the screen. */
  showToRoles(owner: string): void {
    this.#forRoles.add(owner);
  }

  isForRoles({ owner }: PageNote): boolean {
    return this.#forRoles.has(owner);
  }

  /** A new id for one more place where something is shown. */
  nextId(prefix: string): string {
    this.#printed += 1;
    return `${prefix}-${this.#printed}`;
  }

  /** Asks for a client script by its name: only pages that show what it serves load it. */
  needScript(name: string): void {
    this.#scripts.add(name);
  }

  scripts(): readonly string[] {
    return [...this.#scripts];
  }

  list(): readonly PageNote[] {
    return [...this.#notes.values()];
  }
}
