import type { JsonRead } from '../json-reads.ts';
import type { Occurrence } from '../occurrences.ts';
import type { Way } from '../way.ts';
import type { Carrier } from './carriers.ts';
import type { JsLanguage } from './parse.ts';

/** A script: a whole file, or a block of one. */
export interface Script {
  readonly code: string;
  readonly language: JsLanguage;
  readonly way: Way;
  /** Only what stands in the functions of a page that stay on the server is taken out; why not the rest. */
  readonly elsewhere?: string;
  /** Readings of a JSON file that give way as well. */
  readonly reads?: readonly JsonRead[];
}

/** A carrier and the values in it, by their places in what it means. */
export interface Place {
  readonly carrier: Carrier;
  readonly hits: readonly Occurrence[];
}
