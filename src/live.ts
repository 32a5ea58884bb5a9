/** What a provider says of a key: it works, it does not, or nothing could be learned. */
export type Live = 'active' | 'inactive' | 'unknown';

/** How one provider is asked whether a key is alive. */
export interface Question {
  readonly host: string;
  /** With `{key}` where the provider takes the key in the address. */
  readonly path: string;
  readonly method?: 'GET' | 'POST';
  /** Header that carries the key, with `{key}` in it; `basic`: the key is the password of this user. */
  readonly auth: { readonly header: string; readonly value: string } | { readonly basic: string } | 'path';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Statuses that only a key that is alive is given (200 always is one, unless `says` is there). */
  readonly active?: readonly number[];
  /** Statuses that only a dead key is given; 401 where absent. */
  readonly inactive?: readonly number[];
  /** Providers that answer 200 to everybody: what stands in the body for a live key. */
  readonly says?: string;
  /** What stands in the body of an `inactive` status although the key is alive. */
  readonly unless?: string;
  /** The key may belong to another region or a server of one's own: a refusal then says nothing. */
  readonly elsewhere?: true;
}
