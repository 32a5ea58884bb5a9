/** What a provider says of a key: it works, it does not, or nothing could be learned. */
export type Live = 'active' | 'inactive' | 'unknown';
