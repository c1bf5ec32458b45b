/** Those who want to know at once when something happens. */
export class Listeners<Event> {
  readonly #all = new Set<(event: Event) => void>();

  /** Listens until the answer is called. */
  listen(listener: (event: Event) => void): () => void {
    this.#all.add(listener);
    return () => this.#all.delete(listener);
  }

  tell(event: Event): void {
    for (const listener of [...this.#all]) listener(event);
  }
}
