/** What the next call meets: a refusal in the service's words, or a connection that breaks before or after the work. */
export type Fault =
  | { error_code: number; description: string; parameters?: { retry_after?: number; migrate_to_chat_id?: number } }
  | 'drop-before'
  | 'drop-after';

/** Faults that wait for their call; each strikes once, in the order given. `*` strikes any method. */
export class Faults {
  #waiting: { method: string; fault: Fault }[] = [];

  add(method: string, fault: Fault): void {
    this.#waiting.push({ method: method.toLowerCase(), fault });
  }

  take(method: string): Fault | undefined {
    const hit = this.#waiting.find((one) => one.method === '*' || one.method === method.toLowerCase());
    if (hit === undefined) return undefined;
    this.#waiting = this.#waiting.filter((one) => one !== hit);
    return hit.fault;
  }
}
