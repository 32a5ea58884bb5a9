/** A key that stands in the history, as the plan names it. */
export interface KeyInHistory {
  readonly fingerprint: string;
  readonly title: string;
  /** `ghp_…(40)`. */
  readonly preview: string;
  readonly rotateUrl?: string;
  readonly revoke?: string;
  /** It still stands in the tree of HEAD. */
  readonly isInTree: boolean;
  /** Values of several lines cannot be replaced by BFG. */
  readonly hasLines: boolean;
}

export interface PlanFacts {
  readonly keys: readonly KeyInHistory[];
  /** What leads to it now: `ref refs/heads/main`, printable. */
  readonly places: readonly string[];
  /** A branch of a remote has it: it is known to others. */
  readonly isPushed: boolean;
  /** `origin`; absent where there is no remote. */
  readonly remote?: string;
}

/** What to do about keys in the history, in order. Commands are for a POSIX shell; nothing in it is secret. */
export function historyPlan({ keys, places, isPushed, remote }: PlanFacts): string {
  const ids = keys.map(({ fingerprint }) => fingerprint).join(' ');
  return [
    ...keys.map(({ title, preview, fingerprint }) => `${title}: ${preview}  ${fingerprint}`),
    '',
    'What leads to it now:',
    ...places.map((place) => `  ${place}`),
    '',
    ...revoking(keys, isPushed),
    ...(keys.some(({ isInTree }) => isInTree)
      ? ['2. Take it out of what stands today, and commit that: npx secretguard fix', '']
      : ['2. It is not in the tree of HEAD any more: nothing to do there.', '']),
    '3. Agree on a time: everybody pushes what they have and stops; open pull requests are merged or closed.',
    '',
    ...rewriting(
      ids,
      keys.some(({ hasLines }) => hasLines),
      remote,
    ),
    ...(remote === undefined ? UNPUBLISHED : publishing(remote)),
    ...afterwards(ids),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

function revoking(keys: readonly KeyInHistory[], isPushed: boolean): string[] {
  const where = keys.map(({ title, rotateUrl, revoke }) => {
    const how = revoke === undefined ? '' : ` (${revoke.replace(/\.$/, '')})`;
    return `   - ${title}: ${rotateUrl ?? 'where it was issued'}${how}`;
  });
  const known = isPushed
    ? '   It was pushed, so others have it: only this ends what it can do. The rest is tidying up.'
    : '   No branch of a remote leads to it here, but a copy may have been made: revoke it all the same.';
  return ['1. Revoke it, before anything else.', known, ...new Set(where), ''];
}

function rewriting(ids: string, hasLines: boolean, remote: string | undefined): string[] {
  const list = `<(npx secretguard history --replacements ${ids})`;
  const clone = remote === undefined ? '--no-local .' : `--mirror "$(git remote get-url ${remote})"`;
  return [
    '4. Rewrite a fresh clone, from this folder, in bash or zsh. The value goes through a pipe: not onto the screen, into a file,',
    '   an argument or the history of the shell.',
    '',
    `     git clone ${clone} ../cleaned`,
    '',
    '   With git filter-repo (pip install git-filter-repo, 2.47 or newer), which sees to messages as well:',
    '',
    '     git -C ../cleaned filter-repo --sensitive-data-removal \\',
    `       --replace-text ${list} \\`,
    `       --replace-message ${list}`,
    '',
    '   or with BFG, which leaves messages and the newest commit as they are:',
    '',
    `     java -jar bfg.jar --replace-text ${list} ../cleaned`,
    '     git -C ../cleaned reflog expire --expire=now --all && git -C ../cleaned gc --prune=now',
    ...(hasLines ? ['', '   BFG looks at single lines: for this value, which has several, take git filter-repo.'] : []),
    '',
    '   Then see whether anything in it still leads to the value:',
    '',
    `     npx secretguard history --check ${ids} --in ../cleaned`,
    '',
    '   It tells of what neither tool reads: binary files and UTF-16. Such a file can be taken out whole, in a fresh clone again:',
    '',
    '     git -C ../cleaned filter-repo --sensitive-data-removal --invert-paths --path FILE',
    '',
  ];
}

function publishing(remote: string): string[] {
  return [
    '5. Put it in the place of the old history; protection of branches has to be off for that moment:',
    '',
    '     git -C ../cleaned push --force --mirror origin',
    '',
    '   GitHub refuses refs/pull/*, which are its own. It keeps the old commits there, in forks and in cached views, until its',
    '   support takes them out: give them the repository, the first changed commits (git filter-repo prints them) and how many',
    '   pull requests are touched: grep -c "^refs/pull/.*/head$" ../cleaned/filter-repo/changed-refs',
    '   https://docs.github.com/authentication/keeping-your-account-and-data-secure/removing-sensitive-data-from-a-repository',
    `   Owners of forks have to rewrite or delete theirs. Other hosts than GitHub keep refs of merge requests as well. (${remote} is the`,
    '   remote of this clone; a mirror calls it origin.)',
    '',
  ];
}

const UNPUBLISHED: readonly string[] = [
  '5. There is no remote here: go on in ../cleaned, and delete this folder once nothing in it is needed.',
  '',
];

function afterwards(ids: string): string[] {
  return [
    '6. Every other clone, this one included, still has it. Best: delete it and clone anew. To keep one: fetch, rebase (never',
    '   merge) what was not pushed, drop its stashes, then',
    '',
    '     git reflog expire --expire=now --all && git gc --prune=now',
    `     npx secretguard history --check ${ids}`,
    '',
    '7. Caches of CI, releases, packages, backups and images that were built from it have it as well.',
  ];
}
