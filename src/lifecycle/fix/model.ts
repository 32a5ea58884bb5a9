import type { Secret } from '../../secret.ts';

/** A value that is to leave the code. */
export interface Wanted {
  readonly secret: Secret;
  readonly rule: string;
  readonly provider: string;
  /** 1-based line on which it was found. */
  readonly line: number;
  /** Only a warning: moved where that is safe, and nothing is said where it is not. */
  readonly isWarning: boolean;
  /** Variable of a local env file that holds the value already. */
  readonly variable?: string;
}

/** One replacement: `[start, end)` of the text gives way to `text`, which never holds a secret. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A value that belongs into the env file under this name. */
export interface Move {
  readonly name: string;
  readonly secret: Secret;
  /** What it is, for people: `GitHub, github-pat-classic`. */
  readonly about?: string;
}

/** A value that a person has to take out. */
export interface Left {
  readonly wanted: Wanted;
  /** 1-based. */
  readonly line: number;
  readonly why: string;
}

export interface TextFix {
  readonly replacements: readonly Replacement[];
  readonly moves: readonly Move[];
  readonly left: readonly Left[];
}

/**
 * Chooses the name of the variable that will hold `secret`: the same for the same value, no other's for another.
 *
 * @returns undefined where the name that it must have stands for another value
 */
export type NameFor = (secret: Secret, wanted: Wanted, hint: NameHint) => string | undefined;

/** Why a value is left whose name is another's. */
export const NAME_TAKEN = 'the variable that it stands behind has another value elsewhere: set it by hand';

/** What the code around a value says of its name. */
export interface NameHint {
  /** Identifier, property or attribute that it is assigned to. */
  readonly assigned?: string;
  /** What holds that property: `stripe` in `stripe: { key: "…" }`. */
  readonly holder?: string;
  /** The name of a variable that the code asks for already; taken as it is. */
  readonly fixed?: string;
  /** Scheme of the URL that is moved as a whole: `postgres`. */
  readonly scheme?: string;
  /** What every name of this file's environment begins with: `VITE_`. */
  readonly prefix?: string;
}
