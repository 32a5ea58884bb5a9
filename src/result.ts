/** What may go wrong without a bug of ours. `kind` is for programs, `message` for people; neither ever quotes content. */
export interface Failure {
  readonly kind:
    | 'git-missing'
    | 'git-failed'
    | 'not-a-repository'
    | 'unreadable'
    | 'bad-settings'
    | 'bad-arguments'
    | 'bad-input'
    | 'write-failed'
    | 'not-installed'
    /** A service that we call said no: no right, expired credentials. */
    | 'not-allowed'
    /** Somebody else changed the same thing meanwhile. */
    | 'conflict'
    /** A service that we call did not answer, or not as it should. */
    | 'service-failed';
  readonly message: string;
  /** What it is about: a path, where there is one. */
  readonly path?: string;
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail(kind: Failure['kind'], message: string, path?: string): { ok: false; error: Failure } {
  return { ok: false, error: path === undefined ? { kind, message } : { kind, message, path } };
}
