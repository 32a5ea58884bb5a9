import * as z from 'zod/mini';
import { bytesOf } from '../settings.ts';
import { defineCommand } from './command.ts';
import { deliver, isFormat } from './deliver.ts';
import { refuse } from './repository.ts';
import { scanTree } from './scan-tree.ts';

const texts = z.optional(z.array(z.string()));
const args = z.object({
  'no-ignore': z.optional(z.boolean()),
  'no-config': z.optional(z.boolean()),
  'max-file-size': z.optional(z.string().check(z.refine((s) => !Number.isNaN(bytesOf(s)), 'not a size such as 5MB'))),
  rule: texts,
  'fail-on': z.optional(z.enum(['block', 'warn', 'never'])),
  strict: z.optional(z.boolean()),
  format: z.optional(z.string().check(z.refine(isFormat, 'not a format that we know'))),
  output: z.optional(z.string()),
  quiet: z.optional(z.boolean()),
  verbose: z.optional(z.boolean()),
  config: z.optional(z.string()),
  positionals: z.array(z.string()),
});
export type ScanArgs = z.infer<typeof args>;

export const scan = defineCommand<ScanArgs>({
  name: 'scan',
  summary: 'Scan files and folders as they stand, or the history.',
  usage: '[PATH…]',
  options: {
    'no-ignore': { type: 'boolean', help: 'ignored files as well, git’s and our own ignores' },
    'no-config': { type: 'boolean', help: 'no settings, no allowlist, no baseline' },
    'max-file-size': { type: 'string', value: 'SIZE', help: 'larger files are listed, not read (64MB)' },
    rule: { type: 'string', multiple: true, value: 'ID', help: 'only this rule; may be given several times' },
    'fail-on': { type: 'string', value: 'LEVEL', help: 'exit 1 on block (default), on warn too, or never' },
    strict: { type: 'boolean', help: 'inline comments allow nothing' },
  },
  examples: ['secretguard scan', 'secretguard scan src test --format sarif --output secrets.sarif'],
  args,
  async run(given, world) {
    const scanned = await scanTree(given, world);
    return scanned.ok
      ? deliver(scanned.value.outcome, given, scanned.value.settings.failOn, world)
      : refuse(scanned, world);
  },
});
