import type { LoggerOptions } from 'pino';

/**
 * What the log tells of an error: its kind, its message and where it arose. Libraries hang more on their errors; grammY
 * the whole message that could not be sent, with the name and the answers of whom it was for.
 */
export const serializers: NonNullable<LoggerOptions['serializers']> = { err: fieldsOf };

function fieldsOf(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { message, stack, cause } = error;
  return { type: error.constructor.name, message, stack, ...(cause !== undefined && { cause: fieldsOf(cause) }) };
}
