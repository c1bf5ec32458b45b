import { badRequest, conflict } from '../refusal.ts';
import type { CallArguments } from '../arguments.ts';
import type { TelegramState } from '../state.ts';
import type { Method } from './method.ts';

const longestPoll = 50;

/** Waits for updates; what lies below `offset` is confirmed by asking. */
export const getUpdates: Method = async (state, call, signal) => {
  if (state.webhook.registration !== undefined) {
    throw conflict(
      "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    );
  }
  readAllowed(state, call);
  const limit = Math.min(100, Math.max(1, call.integer('limit', 100)));
  const timeout = Math.min(longestPoll, Math.max(0, call.integer('timeout')));
  return state.queue.poll(call.integer('offset'), limit, timeout * 1000, signal);
};

export const setWebhook: Method = (state, call) => {
  const url = call.text('url');
  if (url === '') return deleteWebhook(state, call);
  if (!URL.canParse(url)) throw badRequest('invalid webhook URL specified');
  const { protocol, hostname } = new URL(url);
  // A self-hosted server also posts to its own machine without TLS; the public one never does.
  const isLocal = protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
  if (protocol !== 'https:' && !isLocal) throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
  const secret = call.text('secret_token');
  if (secret.length > 256) throw badRequest('secret token is too long');
  if (!/^[\w-]*$/.test(secret)) throw badRequest('secret token contains unallowed characters');
  readAllowed(state, call);
  if (call.flag('drop_pending_updates')) state.queue.clear();
  state.queue.endPoll('terminated by setWebhook request');
  const maxConnections = Math.min(100, Math.max(1, call.integer('max_connections', 40)));
  state.webhook.register({ url, secret, maxConnections });
  return true;
};

export const deleteWebhook: Method = (state, call) => {
  state.webhook.remove();
  if (call.flag('drop_pending_updates')) state.queue.clear();
  return true;
};

export const getWebhookInfo: Method = (state) => {
  const registration = state.webhook.registration;
  const error = state.webhook.lastError;
  return {
    url: registration?.url ?? '',
    has_custom_certificate: false,
    pending_update_count: state.queue.pending().length,
    ...(registration === undefined ? {} : { max_connections: registration.maxConnections }),
    ...(error === undefined ? {} : { last_error_date: error.date, last_error_message: error.message }),
    ...(state.queue.allowed.length === 0 ? {} : { allowed_updates: state.queue.allowed }),
  };
};

/** The wish stays until the next call that names one; an empty list means the usual kinds again. */
function readAllowed(state: TelegramState, call: CallArguments): void {
  const allowed = call.json('allowed_updates', "can't parse allowed_updates JSON object");
  if (Array.isArray(allowed)) state.queue.allowed = allowed.map(String);
}
