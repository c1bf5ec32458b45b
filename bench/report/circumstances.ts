import type { Plan } from '../plan.ts';
import { environment } from './environment.ts';
import { figure } from './table.ts';

/** When, where and with what the answers were measured. */
export function circumstances(standIn: number, plan: Plan): string {
  const packages = [
    'grammy',
    '@grammyjs/conversations',
    'telegraf',
    '@supabase/supabase-js',
    '@supabase/lite',
    'postgres',
  ];
  return environment(packages, [
    [
      'plan',
      `median of ${plan.runs} interleaved runs with ${plan.people} people each (${plan.far.people} with latency)`,
    ],
    ['stand-in for Telegram', `${figure(standIn * 1000)} µs of everybody's CPU per answer`],
  ]);
}
