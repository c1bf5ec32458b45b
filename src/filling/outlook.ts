import type { Birge } from '../context.ts';
import type { ScreenButton } from '../screens/screen.ts';
import type { Talk } from '../talks/talk.ts';
import type { Opened } from './opened.ts';

/** What a form adds at its overview; all texts are HTML. */
export interface AtOverview {
  /** Which of several such forms it is, below its title. */
  heading?: string;
  note?: string;
  /** It cannot be sent like this; the note says what to do. */
  stops?: boolean;
  /** Asked once before it is sent. */
  asks?: string;
  /** Of a form that is walked by sections: how far each is, beside the count. */
  sections?: readonly string[];
  /** Whom it tells of besides who fills it in. */
  tellsOf?: readonly number[];
  /** More buttons, above the last row. */
  buttons?: ScreenButton[][];
}

/** What forms add at their overviews, by a function that knows the forms; most add nothing. */
export type Outlook = (birge: Birge, talk: Talk, open: Opened) => Promise<AtOverview>;
