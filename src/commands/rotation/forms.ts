import { needlesOf } from '../../detect/known-values.ts';
import type { FormsOf } from '../../lifecycle/rotation/trail.ts';

/** How a key may be spelled in a log: as it is, in hexadecimal, and in every way in which the check looks for known values. */
export const logForms: FormsOf = (value) => {
  const bytes = Buffer.from(value);
  const hex = bytes.toString('hex');
  return [
    { bytes },
    { bytes: Buffer.from(hex), encoding: 'hex' },
    { bytes: Buffer.from(hex.toUpperCase()), encoding: 'hex' },
    ...needlesOf([{ name: 'SECRET_KEY', file: '', value }]),
  ];
};
