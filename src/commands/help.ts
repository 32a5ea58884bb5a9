import { COMMON_OPTIONS, type Command, type Option } from './command.ts';

// biome-ignore lint/suspicious/noExplicitAny: only what is printed is read
type AnyCommand = Command<any>;

/** What `secretguard --help` prints. */
export function overview(commands: readonly AnyCommand[]): string {
  const width = Math.max(...commands.map((c) => c.name.length));
  return `secretguard keeps API keys out of git.

Usage: secretguard COMMAND [OPTIONS]

${commands.map((c) => `  ${c.name.padEnd(width)}  ${c.summary}`).join('\n')}

Start with: npx secretguard init
Help on one command, with examples: secretguard COMMAND --help
Exit codes: 0 clean or done, 1 violations found or something left to do, 2 could not check.
`;
}

/** What `secretguard COMMAND --help` prints. */
export function helpFor(command: AnyCommand): string {
  return `${command.summary}

Usage: secretguard ${command.name} ${command.usage}

Options:
${optionLines(command.options)}

Everywhere:
${optionLines(COMMON_OPTIONS)}

Examples:
${command.examples.map((e) => `  ${e}`).join('\n')}
`;
}

function optionLines(options: Readonly<Record<string, Option>>): string {
  const rows = Object.entries(options).map(([name, { short, value, help }]) => {
    const left = `${short === undefined ? '    ' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`;
    return [left, help] as const;
  });
  const width = Math.max(0, ...rows.map(([left]) => left.length));
  return rows.map(([left, help]) => `  ${left.padEnd(width)}  ${help}`).join('\n');
}
