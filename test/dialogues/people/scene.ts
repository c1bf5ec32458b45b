import { join } from 'node:path';
import { readForm } from '../../../src/forms/index.ts';
import type { Form } from '../../../src/forms/index.ts';
import { openPlatform } from '../../../src/store/organisations.ts';
import { issueInvitation } from '../../../src/store/invitations.ts';
