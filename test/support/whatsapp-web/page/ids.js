/** Listeners by event name; several names may be given at once, as WhatsApp's own models take them. */
export class Emitter {
  #listeners = new Map();

  on(names, listener) {
    for (const name of names.split(' ')) this.#listeners.set(name, [...this.listenersOf(name), listener]);
  }

  once(name, listener) {
    const first = (...args) => {
      this.off(name, first);
      listener(...args);
    };
    this.on(name, first);
  }

  off(name, listener) {
    this.#listeners.set(
      name,
      this.listenersOf(name).filter((one) => one !== listener),
    );
  }

  trigger(name, ...args) {
    for (const listener of this.listenersOf(name)) listener(...args);
  }

  listenersOf(name) {
    return this.#listeners.get(name) ?? [];
  }
}

/** The id of a person, a group or a list. */
export class Wid {
  constructor(user, server) {
    this.user = user;
    this.server = server;
    this._serialized = `${user}@${server}`;
  }

  isLid = () => this.server === 'lid';
  isGroup = () => this.server === 'g.us';
  isUser = () => this.server === 'c.us' || this.server === 'lid';
  isStatus = () => this._serialized === 'status@broadcast';
  toString = () => this._serialized;
}

export function createWid(id) {
  const [, user, server] = /^([\w.-]+)@(c\.us|lid|g\.us|broadcast|newsletter)$/.exec(String(id)) ?? [];
  if (!server) throw new Error(`wid error: invalid wid ${String(id)}`);
  return new Wid(user, server);
}

/** The id of a message. */
export class MsgKey {
  static newId = async () =>
    `3EB0${[...crypto.getRandomValues(new Uint8Array(9))].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`.toUpperCase();

  constructor({ to, id, participant, selfDir, fromMe = selfDir === 'out' }) {
    if (!(to instanceof Wid)) throw new Error('a message key needs the id of a chat');
    this.fromMe = fromMe;
    this.remote = to;
    this.id = id;
    if (participant) this.participant = participant;
    this._serialized = [fromMe, to, id, ...(participant ? [participant] : [])].join('_');
  }
}

/** What the library gets of ids: plain data, as WhatsApp's models give it. */
export function plain(value) {
  if (value instanceof Wid) return { user: value.user, server: value.server, _serialized: value._serialized };
  if (value instanceof MsgKey)
    return { fromMe: value.fromMe, remote: plain(value.remote), id: value.id, _serialized: value._serialized };
  if (Array.isArray(value)) return value.map(plain);
  return value;
}
