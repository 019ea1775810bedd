// The name of a log file → the name of the log it was rotated from, and how old its name says it is. A name
// is what logrotate, oslo.log, kubelet and people make of it: `.1`, `.2.gz`, `-20240506`, `.log.2024-05-06`.

export interface Rotation {
  /** What the siblings have in common: the name of the log that is still written. */
  readonly stem: string;
  /** 0: the log itself. 1, 2, …: by number, a larger one is older. Undefined: by a date. */
  readonly age: number | undefined;
  /** The date in the name, milliseconds as if it were UTC; a later one is younger. */
  readonly date: number | undefined;
  /** The number or date stands before the extension, as in `nova-api-20240506.log`: only siblings show that
   *  it is one of rotation. */
  readonly within: boolean;
}

const packings = /\.(?:gz|xz|zst|bz2)$/i;
const numbered = /^(.+)\.(\d{1,3})$/;
const old = /^(.+)\.(?:old|prev|previous|bak)$/i;
const epoch = /^(.+)[.-](1\d{9})$/;
const dated =
  /^(.+)[.-](20\d\d)-?(\d\d)-?(\d\d)(?:[T_.-]?(\d\d)(?:[-_:.]?(\d\d))?(?:[-_:.]?(\d\d))?)?(\.(?:log|txt|out))?$/;
const numberedWithin = /^(.+)\.(\d{1,3})(\.(?:log|txt|out))$/;
const previous = /^(?:(.+)-)?previous(\.log)$/;

/** @param name without folders. */
export function parseRotation(name: string): Rotation {
  const plain = name.replace(packings, '');
  return behind(plain) ?? inside(plain) ?? agedLog(plain, 0, false);
}

function behind(name: string): Rotation | undefined {
  const byDate = dated.exec(name);
  const date = byDate ? dateOf(byDate.slice(2, 8)) : undefined;
  const extension = byDate?.[8] ?? '';
  if (byDate?.[1] && date !== undefined) return datedLog(byDate[1] + extension, date, extension !== '');
  const bySeconds = epoch.exec(name);
  if (bySeconds?.[1]) return datedLog(bySeconds[1], Number(bySeconds[2]) * 1000, false);
  const byNumber = numbered.exec(name);
  if (byNumber?.[1]) return agedLog(byNumber[1], Number(byNumber[2]), false);
  const before = old.exec(name);
  return before?.[1] ? agedLog(before[1], 1, false) : undefined;
}

function inside(name: string): Rotation | undefined {
  // kubelet and `oc adm inspect`: the container that ran before
  const before = previous.exec(name);
  if (before) return agedLog(`${before[1] ?? 'current'}${before[2] ?? ''}`, 1, false);
  const byNumber = numberedWithin.exec(name);
  return byNumber?.[1] ? agedLog(byNumber[1] + (byNumber[3] ?? ''), Number(byNumber[2]), true) : undefined;
}

function agedLog(stem: string, age: number, within: boolean): Rotation {
  return { stem, age, date: undefined, within };
}

function datedLog(stem: string, date: number, within: boolean): Rotation {
  return { stem, age: undefined, date, within };
}

function dateOf([year, month, dayOfMonth, hour, minute, second]: (string | undefined)[]): number | undefined {
  const [m, d, h] = [Number(month), Number(dayOfMonth), Number(hour ?? 0)];
  if (m < 1 || m > 12 || d < 1 || d > 31 || h > 23) return undefined;
  return Date.UTC(Number(year), m - 1, d, h, Number(minute ?? 0), Number(second ?? 0));
}
