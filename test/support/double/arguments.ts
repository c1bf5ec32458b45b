import { badRequest } from './refusal.ts';
import { Upload } from './request.ts';

/** The arguments of one call. The service takes numbers, flags and JSON as text too, because a form knows only text. */
export class CallArguments {
  readonly payload: Record<string, unknown>;

  constructor(payload: Record<string, unknown>) {
    this.payload = payload;
  }

  has(name: string): boolean {
    const value = this.payload[name];
    return value !== undefined && value !== null && value !== '';
  }

  /** As text; empty if it is not there. */
  text(name: string): string {
    const value = this.payload[name];
    if (value === undefined || value === null || value instanceof Upload) return '';
    return typeof value === 'string' ? value : JSON.stringify(value);
  }

  /** A whole number; the fallback if it is missing, 0 if it is no number. */
  integer(name: string, fallback = 0): number {
    if (!this.has(name)) return fallback;
    const number = Number.parseInt(this.text(name), 10);
    return Number.isNaN(number) ? 0 : number;
  }

  flag(name: string): boolean {
    return ['true', 'yes', '1'].includes(this.text(name).toLowerCase());
  }

  /** An object or list; `complaint` is what the service says when it cannot read it. */
  json(name: string, complaint: string): unknown {
    if (!this.has(name)) return undefined;
    const value = this.payload[name];
    if (typeof value !== 'string') return value;
    try {
      return JSON.parse(value);
    } catch {
      throw badRequest(complaint);
    }
  }

  /** A file of the call: in the field itself or in the part that the field names by `attach://`. */
  upload(name: string): Upload | undefined {
    const value = this.payload[name];
    if (value instanceof Upload) return value;
    if (typeof value !== 'string' || !value.startsWith('attach://')) return undefined;
    const part = this.payload[value.slice('attach://'.length)];
    return part instanceof Upload ? part : undefined;
  }
}

/** Narrows what came as JSON to an object whose fields can be looked at. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
