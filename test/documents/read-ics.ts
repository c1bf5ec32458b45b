/** A component of an iCalendar file: its properties with their parameters, and the components inside. */
export interface Component {
  name: string;
  properties: Record<string, string>;
  inside: Component[];
}

const longestLine = 75;

/** Reads an iCalendar file as RFC 5545 says and throws at everything that is not so. Texts come unescaped. */
export function readIcs(file: string): Component {
  if (!file.endsWith('\r\n')) throw new Error('the last line does not end');
  const raw = file.slice(0, -2).split('\r\n');
  for (const line of raw) {
    if (Buffer.byteLength(line) > longestLine) throw new Error(`longer than ${longestLine} octets: ${line}`);
    if (Buffer.from(line).toString() !== line || /\p{Cc}/u.test(line)) throw new Error(`a sign out of place: ${line}`);
  }
  const lines = raw.join('\r\n').replaceAll('\r\n ', '').split('\r\n');
  const open: Component[] = [{ name: '', properties: {}, inside: [] }];
  for (const line of lines) {
    const [, name = '', parameters = '', value = ''] = /^([A-Z-]+)((?:;[A-Z-]+=[\w-]+)*):(.*)$/.exec(line) ?? [];
    const current = open.at(-1);
    if (name === '' || current === undefined) throw new Error(`no property: ${line}`);
    if (name === 'BEGIN') open.push({ name: value, properties: {}, inside: [] });
    else if (name === 'END') close(open, value);
    else if (name + parameters in current.properties) throw new Error(`said twice: ${name}`);
    else current.properties[name + parameters] = unescaped(value);
  }
  const [calendar, ...others] = open[0]?.inside ?? [];
  if (open.length !== 1 || calendar?.name !== 'VCALENDAR' || others.length > 0) throw new Error('not one calendar');
  return calendar;
}

function close(open: Component[], name: string): void {
  const ended = open.pop();
  if (ended?.name !== name) throw new Error(`${name} ends inside ${ended?.name}`);
  open.at(-1)?.inside.push(ended);
}

function unescaped(value: string): string {
  if (/(?<!\\)(?:\\\\)*\\[^\\;,nN]/.test(value)) throw new Error(`wrongly escaped: ${value}`);
  return value.replaceAll(/\\(.)/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));
}
