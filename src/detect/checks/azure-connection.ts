import type { CheckInput, CheckOutcome } from '../check.ts';
import { azureIdentifiable } from './azure-identifiable.ts';

/** The keys of Microsoft's emulators for Storage and Cosmos DB begin so: the same on every machine. */
const EMULATORS = ['Eby8vdM02xNO', 'C2y6yDjf5/R+'];

/** A key in an Azure connection string: newer ones prove themselves, older ones carry no mark. */
export function azureConnection(input: CheckInput): CheckOutcome {
  if (EMULATORS.some((start) => input.value.startsWith(start))) {
    return { severity: 'note', confidence: 'low', why: "it is the public key of Microsoft's emulator" };
  }
  const proof = azureIdentifiable(input);
  return proof.confidence === 'certain' ? proof : {};
}
