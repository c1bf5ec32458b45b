/** The body that PostgREST gives for every error; supabase-js hands it on as `error`. */
interface Refusal {
  code: string;
  message: string;
  details: string | null;
  hint: string | null;
}

const json = { 'content-type': 'application/json; charset=utf-8' };

/** A successful call: the text is passed on as the database wrote it. */
export function success(body: string): Response {
  return new Response(body, { headers: json });
}

export function refusal(status: number, code: string, message: string, more: Partial<Refusal> = {}): Response {
  const body: Refusal = { code, message, details: more.details ?? null, hint: more.hint ?? null };
  return new Response(JSON.stringify(body), { status, headers: json });
}

interface DatabaseError {
  code?: string;
  message?: string;
  detail?: string;
  hint?: string;
  severity?: string;
}

/** What PostgREST would answer to an error of the database or of the connection to it. */
export function answerToError(error: unknown): Response {
  const { code = '', message = '', detail, hint, severity } = error as DatabaseError;
  // Only errors that the database itself sent have a severity. Of the rest, those with a code tell of the connection,
  // as do the database's own 08 and 57P (it is being stopped).
  if ((severity === undefined && code !== '') || /^(08|57P)/.test(code)) {
    return refusal(503, 'PGRST000', 'Could not connect with the database.', { details: code });
  }
  if (severity === undefined) return refusal(500, 'PGRST500', message);
  return refusal(statusOf(code), code, message, { details: detail ?? null, hint: hint ?? null });
}

/** PostgREST's table of SQLSTATE to HTTP status (its documentation, chapter "Errors"). */
function statusOf(code: string): number {
  const own = /^PT(\d{3})$/.exec(code)?.[1];
  if (own !== undefined) return Number(own);
  const exact = {
    '23503': 409,
    '23505': 409,
    '25006': 405,
    '42883': 404,
    '42P01': 404,
    '42501': 403,
    P0001: 400,
    '53400': 500,
  }[code];
  if (exact !== undefined) return exact;
  if (code.startsWith('53')) return 503;
  if (/^(09|25|2D|38|39|3B|40|54|55|57|58|F0|HV|P0|XX)/.test(code)) return 500;
  return code.startsWith('0L') || code.startsWith('0P') || code.startsWith('28') ? 403 : 400;
}
