/** A part of the bench: measures and gives its tables as Markdown. `short`: only to see that it works. */
export type Part = (short: boolean, say: (step: string) => void) => Promise<string>;
