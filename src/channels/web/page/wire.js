// The way to the server and back.

/** Asks the server; never rejects. `code` is there when it did not go well, `offline` when nobody was reached. */
export async function ask(path, body) {
  const isForm = body instanceof FormData;
  const post = {
    method: 'POST',
    body: isForm ? body : JSON.stringify(body),
    headers: isForm ? {} : { 'content-type': 'application/json' },
  };
  try {
    const answer = await fetch(path, { credentials: 'same-origin', cache: 'no-store', ...(body ? post : {}) });
    const read = await answer.json().catch(() => ({}));
    return read.ok ? read : { ok: false, code: read.code || 'unavailable' };
  } catch {
    return { ok: false, code: 'offline' };
  }
}

const hiddenFor = 60_000;

/**
 * Listens to what happens in the talk, again and again. `on` has `message`, `gone`, `typing`, `toast`, `connected` (read
 * the history anew: something may have been missed) and `lost`. A page that nobody sees hangs up, so that many
 * tabs do not use up the browser's few connections.
 */
export function listen(on) {
  let source;
  let wait = 1000;
  let timer;
  let warning;
  let hiding;

  const lost = () => {
    if (!warning) warning = setTimeout(on.lost, navigator.onLine === false ? 0 : 2500);
    if (source.readyState !== 2) return;
    clearTimeout(timer);
    timer = setTimeout(open, wait);
    wait = Math.min(wait * 2, 20_000);
  };
  const hangUp = () => {
    source?.close();
    source = undefined;
  };

  function open() {
    hangUp();
    clearTimeout(timer);
    source = new EventSource('chat/events');
    source.onerror = lost;
    source.addEventListener('hello', () => {
      clearTimeout(warning);
      warning = undefined;
      wait = 1000;
      on.connected();
    });
    for (const name of ['message', 'gone', 'typing', 'toast'])
      source.addEventListener(name, ({ data }) => on[name](JSON.parse(data)));
  }

  addEventListener('offline', () => on.lost());
  addEventListener('online', open);
  document.addEventListener('visibilitychange', () => {
    clearTimeout(hiding);
    if (document.hidden) hiding = setTimeout(hangUp, hiddenFor);
    else if (!source) open();
  });
  open();
  return open;
}
