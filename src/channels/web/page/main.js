// The page of the web chat: puts its parts together.
import { fitComposer, startComposer } from './composer.js';
import { element, find } from './element.js';
import * as outbox from './outbox.js';
import * as talk from './talk.js';
import { ask, listen } from './wire.js';
import { loadWords, say, speak } from './words.js';

let chat;
let typing;
let toasting;
let reconnect;
let expecting;
let heardAt = 0;

/** Reads the stored talk; a browser that comes for the first time becomes a person by it. */
async function readHistory() {
  const answer = await ask('chat/history');
  if (!answer.ok) {
    offline(answer.code);
    return false;
  }
  offline();
  if (chat && chat !== answer.chat) {
    // Another person: nothing of the one before stays on the page.
    talk.clear();
    outbox.forgetUnsent();
    showTyping();
  }
  chat = answer.chat;
  talk.replaceAll(answer.messages);
  welcome();
  await showExamples(answer);
  return true;
}

function offline(code) {
  const bar = find('#offline');
  bar.hidden = !code;
  bar.textContent = code ? say(code) : '';
}

function welcome() {
  const empty = !find('#talk').children.length;
  find('#welcome').hidden = !empty;
  find('#talk').hidden = empty;
}

function changed() {
  const { language } =
    talk
      .written()
      .filter((message) => message.body.language)
      .pop()?.body || {};
  if (language && language !== document.documentElement.lang) speak(language).catch(() => {});
  fitComposer();
}

function showTyping(milliseconds) {
  clearTimeout(typing);
  find('#dots').hidden = !milliseconds;
  find('#status').textContent = say(milliseconds ? 'typing' : 'tagline');
  if (!milliseconds) return;
  talk.keepUp();
  typing = setTimeout(showTyping, milliseconds);
}

/** After something went out at `since`, an answer is on its way: dots, unless it comes at once. */
function expect(since) {
  clearTimeout(expecting);
  if (heardAt < since) expecting = setTimeout(showTyping, 400, 9000);
}

function heard() {
  heardAt = Date.now();
  clearTimeout(expecting);
  showTyping();
}

function toast(text) {
  clearTimeout(toasting);
  find('#toast').hidden = !text;
  find('#toast').textContent = text || '';
  if (text) toasting = setTimeout(toast, 2500 + text.length * 60);
}

/** Asks in the middle of the page; resolves to whether the answer was yes. Without `no` there is only one answer. */
function inquire(text, yes, no) {
  const dialog = find('#ask');
  if (!dialog.showModal) return Promise.resolve(confirm(text));
  const [words, accept, refuse] = dialog.querySelectorAll('p, button');
  words.textContent = text;
  accept.textContent = yes;
  refuse.textContent = no || '';
  refuse.hidden = !no;
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.onclose = () => resolve(dialog.returnValue === 'yes');
  });
}

/** Another person from here on. */
async function becomeOther(path, wish) {
  const answer = await ask(path, wish);
  if (!answer.ok) return complain(answer.code);
  await readHistory();
  reconnect?.();
}

async function leave() {
  find('#options').open = false;
  if (await inquire(say('leaveSure'), say('leaveYes'), say('stay'))) await becomeOther('chat/leave', {});
}

async function showExamples({ talkAs, as }) {
  const bar = find('#talk-as');
  const choice = bar.querySelector('select');
  if (!talkAs) return void (bar.hidden = true);
  if (!choice.options.length) {
    const { examples = [] } = await ask('chat/examples');
    const options = examples.map(({ key, name, role }) => element('option', { value: key }, `${name} · ${role}`));
    if (options.length)
      choice.append(element('option', { value: '', 'data-word': 'myself' }, say('myself')), ...options);
  }
  choice.value = as || '';
  bar.hidden = !choice.options.length;
}

/** `/?start=code` says `/start code` once, under one id, however often the page is loaded before it went out. */
function followInvitation() {
  const code = new URLSearchParams(location.search).get('start');
  if (!code || !/^[\w-]{1,64}$/.test(code)) return;
  const place = `birge.start.${code}`;
  const key = sessionStorage.getItem(place) || outbox.newKey();
  sessionStorage.setItem(place, key);
  history.replaceState(null, '', location.pathname);
  void outbox.send({ text: `/start ${code}`, key });
  welcome();
}

const complain = (code) => toast(say(code));

async function begin() {
  await loadWords();
  const sendAndShow = (said) => {
    void outbox.send(said);
    welcome();
  };
  talk.startTalk({ press: outbox.press, text: (text) => sendAndShow({ text }), retry: outbox.retry, changed });
  outbox.startOutbox({ sent: expect, stranger: readHistory, complain });
  startComposer({ send: sendAndShow, complain });
  fitComposer();
  document.addEventListener('spoken', fitComposer);
  find('.start').addEventListener('click', () => sendAndShow({ text: '/start' }));
  find('#leave').addEventListener('click', leave);
  find('#talk-as select').addEventListener('change', ({ target }) =>
    becomeOther('chat/as', { key: target.value || null }),
  );
  const close = ({ key, target }) =>
    (key ? key === 'Escape' : !find('#options').contains(target)) && (find('#options').open = false);
  for (const way of ['click', 'keydown']) document.addEventListener(way, close);

  for (let wait = 2000; !(await readHistory()); wait = Math.min(wait * 2, 60_000))
    await new Promise((resolve) => setTimeout(resolve, wait));
  followInvitation();
  reconnect = listen({
    connected: async () => (await readHistory()) && outbox.retryAll(),
    lost: () => offline('offline'),
    message: (message) => {
      if (message.from === 'birge') heard();
      talk.put(message);
      welcome();
    },
    gone: ({ id }) => talk.remove(id),
    typing: () => showTyping(6000),
    toast: ({ text, alert }) => {
      heard();
      if (text) return alert ? inquire(text, say('close')) : toast(text);
    },
  });
}

void begin();
