/** What the page has handed to the server, as people would get it. */
export interface SentRecord {
  id: string;
  chat: string;
  /** Unix seconds. */
  t: number;
  type: 'chat' | 'image' | 'document';
  text?: string;
  filename?: string;
  mimetype?: string;
  bytes?: Buffer;
}

/** What somebody sends to the account. `from`: who, in a group. */
export interface Delivery {
  chat: string;
  from?: string;
  /** WhatsApp's word; `chat` (words) unless said. */
  type?: string;
  text?: string;
  file?: { bytes: Uint8Array; mime: string; name?: string };
  /** The id of one of the messages we have sent. */
  quotes?: string;
  /** Unix seconds; now unless said. */
  t?: number;
  /** Fields of WhatsApp's own notices, such as who was added. */
  subtype?: string;
  recipients?: string[];
}

export interface ChatRecord {
  id: string;
  title: string;
  member: boolean;
  unread: number;
  t: number;
  /** So many times a page fails to read it, as one that has just come in does. */
  busy?: number;
}

/** A message as the server keeps it and as the page is told of it. */
export interface MessageRecord {
  id: string;
  chat: string;
  fromMe: boolean;
  participant?: string;
  author?: string;
  type: string;
  body: string;
  caption?: string;
  t: number;
  directPath?: string;
  mimetype?: string;
  filename?: string;
  size?: number;
  quotedStanzaID?: string;
  quotedParticipant?: string;
  subtype?: string;
  recipients?: string[];
}
