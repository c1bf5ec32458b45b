import { visible } from '../forms/index.ts';
import type { ScreenButton } from '../screens/screen.ts';
import type { Language } from '../store/talks.ts';
import { pressOf } from './opened.ts';
import type { Opened } from './opened.ts';

const perRow = 2;

/** What can be added beside a question, or at the overview, with a tick where it has been. */
export function besideRows(open: Opened, home: string, language: Language): ScreenButton[][] {
  const buttons = visible(open.form, open.state.guards)
    .filter(({ beside }) => beside === home)
    .map(({ id, button }) => ({
      text: `${open.draft.answered.has(id) ? '✓' : '+'} ${button?.[language] ?? id}`,
      data: pressOf(open, id)('change'),
    }));
  return buttons.flatMap((_, index) => (index % perRow === 0 ? [buttons.slice(index, index + perRow)] : []));
}
