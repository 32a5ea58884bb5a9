/** A day of the calendar: `2027-02-20`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Days from `from` to `to`, negative where `to` comes first. Days are UTC's: no clock change makes one shorter. */
export function daysBetween(from: string, to: string): number {
  return (timeOf(to) - timeOf(from)) / MS_PER_DAY;
}

export function addDays(day: string, days: number): string {
  return dayOf(new Date(timeOf(day) + days * MS_PER_DAY));
}

/** The day of a moment, UTC. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

const MS_PER_DAY = 86_400_000;

function timeOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}
