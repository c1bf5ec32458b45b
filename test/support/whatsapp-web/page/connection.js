import { Emitter } from './ids.js';
import { tell } from './tell.js';

/** A field of a model: a change is told as `change:<name>`. */
function watched(model, name, value) {
  let held = value;
  Object.defineProperty(model, name, {
    get: () => held,
    set(next) {
      if (held === next) return;
      held = next;
      model.trigger(`change:${name}`, model, next);
    },
  });
}

export const Socket = new Emitter();
watched(Socket, 'state', 'OPENING');
Socket.logout = () => tell('logout', {});
export const Conn = new Emitter();
watched(Conn, 'ref', undefined);
Conn.serialize = () => ({ pushname: 'Birge', platform: 'android' });
export const Cmd = Object.assign(new Emitter(), { refreshQR: () => void tell('refresh-qr', {}) });
