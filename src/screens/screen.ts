/** A button under a message: it either tells us something (`data`, 64 bytes at most) or opens an address. */
export type ScreenButton = { text: string; data: string } | { text: string; url: string };

/** A message as a flow means it, whatever the channel. */
export interface Screen {
  /** Telegram's HTML subset; everything that people wrote is escaped in it. */
  text: string;
  buttons?: ScreenButton[][];
  /** Takes the place of this message (its id) instead of being a new one. */
  replaces?: number;
  /** Asks for the phone by Telegram's contact button; the words stand on it. Other buttons become words beside it. */
  contact?: string;
  /** The submission this tells of: when it or its owner is erased, a web chat that shows it forgets it too. */
  about?: number;
  /** People this tells of, other than who reads it: when one of them is erased, a web chat that shows it forgets it too. */
  tellsOf?: readonly number[];
  /** What the web page's field should be made for. */
  field?: Field;
  /** Takes away the contact button of the message before; such a message has no buttons of its own. */
  endContact?: boolean;
}

export interface Field {
  input: 'date' | 'phone' | 'email' | 'number';
  min?: string | number;
  max?: string | number;
}

/** What the person now sees, to be compared when they answer: from another device it may have been answered meanwhile. */
export interface Seen {
  question: string;
  /** The revision of its answer; 0: none. */
  rev: number;
  /** What was typed and waits to be confirmed. */
  words?: string | undefined;
  /** Since when it has been the question here (Unix milliseconds); undefined: it may have been shown before. */
  since?: number | undefined;
  /** When a text came that filled a whole message (Unix seconds): what follows at once is the rest of it. */
  cutAt?: number;
  /** The pressed button that led here: on which message, what it means, and when (Unix milliseconds). */
  press?: { on: number; data: string; at: number } | undefined;
}

/** Where a talk stands after a step. */
export type Step =
  /** Says these and waits for the person; no screens: what stands there is enough. */
  | { is: 'wait'; screens: Screen[]; seen?: Seen }
  /** Says these, and this flow is over. */
  | { is: 'over'; screens: Screen[] };
