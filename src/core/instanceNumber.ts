// Instances of the releases before Essex: their ids are numbers of rows in the database. Those releases try a
// build on one host only, and log other lines than later ones.

/** Whether the id of an instance is such a number. */
export function isNumber(instance: string): boolean {
  return /^\d+$/.test(instance);
}

/** Whether `given` means the instance: a number as it is, of other ids the beginning is enough. */
export function isMeantBy(given: string, instance: string): boolean {
  return isNumber(instance) ? instance === given : instance.startsWith(given);
}
