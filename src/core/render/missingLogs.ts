// What batches of instances say of logs that are not here → what stays true of it when all have been read: a
// service whose lines one batch has read is here for all of them.

export class MissingLogs {
  readonly #told = new Map<string, string>();
  readonly #here = new Set<string>();

  /** @param services of which a batch has read lines, by their loggers or by what wraps them
   *  @param missing what it says of others, by service */
  add(services: Iterable<string>, missing: Iterable<readonly [service: string, told: string]>): void {
    for (const service of services) this.#here.add(service);
    for (const [service, told] of missing) this.#told.set(service, told);
  }

  /** By the names of the services. */
  told(): readonly string[] {
    return [...this.#told].filter(([service]) => !this.#here.has(service)).sort().map(([, told]) => told);
  }
}
