import { comeIn, heard, linkKept } from './account.js';
import { modules } from './modules.js';
import { complain, control, tell } from './tell.js';

window.require = (name) => {
  if (Object.hasOwn(modules, name)) return modules[name];
  complain(`there is no module ${name}`);
  throw new Error(`there is no module ${name}`);
};
window.addEventListener('error', ({ message }) => complain(message));
window.addEventListener('unhandledrejection', ({ reason }) => complain(reason));
window.Debug = { VERSION: '2.3000.0' };

async function start() {
  const events = new EventSource(`${control}/events`);
  await new Promise((resolve) => events.addEventListener('open', resolve, { once: true }));
  events.onmessage = ({ data }) => {
    const event = JSON.parse(data);
    heard[event.is](event);
  };
  const answer = await tell('hello', { token: await linkKept() });
  if (answer.is === 'linked') comeIn(answer);
  if (answer.is === 'unpaired') heard.qr(answer);
}

void start();
