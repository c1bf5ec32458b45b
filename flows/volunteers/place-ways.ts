import { may } from '../../src/access/rights.ts';
import type { Say } from '../../src/context.ts';
import type { ScreenButton } from '../../src/screens/screen.ts';
import type { Role } from '../../src/store/talks.ts';

/** May they correct the list of where to go? It is everybody's, so it lies nowhere. */
export const keepsPlaces = (roles: readonly Role[]): boolean => may(roles, 'keep-places', { organisations: [] });

/** The way to all regions of the list. */
export const backToRegions = (say: Say): ScreenButton[] => [{ text: say('vol-go-regions'), data: 'vol:go' }];
