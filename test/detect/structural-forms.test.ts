import { describe, expect, test } from '@jest/globals';
import { builtInCatalogue } from '../../config/catalogue.ts';
import { detect } from '../../src/detect/detect.ts';
import { fake } from '../../src/rule.ts';
import { FORMS, type Form } from './structural-forms.ts';

const catalogue = builtInCatalogue();
const PASSWORD = fake('alnum', 16, 7);
/** What people put in the place of a secret. */
const TWINS = ['changeme', '${SECRET}', '<password>', 'your-password-here', 'xxxxxxxxxxxx', '********'];

/** Rules that speak up, and the text found. */
function found({ path, text }: Form, secret: string): string[] {
  const bytes = Buffer.from(`${text(secret)}\n`);
  return detect({ path, bytes }, catalogue).flatMap((f) => (f.severity === 'note' ? [] : [`${f.rule} ${f.severity}`]));
}

describe('a secret in a known form is found, what stands in its place is not', () => {
  test.each(FORMS.map((form) => ({ name: form.name, form })))('$name', ({ form }) => {
    expect(found(form, form.secret ?? PASSWORD)).not.toEqual([]);
    const twins = (form.twins ?? TWINS).filter((twin) => found(form, twin).length > 0);
    expect(twins).toEqual([]);
  });

  test('the table can fail', () => {
    expect(found({ name: '', path: 'a.txt', text: (s) => `colour = ${s}` }, PASSWORD)).toEqual([]);
  });
});
