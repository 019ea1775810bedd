// What stories of instance actions are made of: rows for `log()`, and what is to be told of them. Every
// message is one of Nova's own templates in the release that the story names.

export interface ActionStory {
  readonly name: string;
  /** Nova's major version; 11 stands for Kilo. */
  readonly release: number;
  readonly rows: string;
  /** `kind outcome phase | causes`, as `stories()` tells it. */
  readonly tells: string;
  /** `phase:outcome` of the phases that are visible. */
  readonly phases: string;
  readonly states?: string;
  /** `role host outcome` of the sides of a move. */
  readonly lanes?: string;
}

export const vm = '5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70';
export const volume = 'dd04f3d2-63cb-45f2-9a31-9ecc523bd40f';
export const other = '0aa1b2c3-63cb-45f2-9a31-9ecc523bd40f';

/** The lines of a traceback below a row. */
export function trace(file: string, func: string, type: string, text: string): string {
  return `
    |Traceback (most recent call last):
    |  File "/usr/lib/python3/dist-packages/nova/${file}", line 10, in ${func}
    |    raise
    |${type}: ${text}`;
}

/** A row by which the RPC server tells that the method raised. */
export function rpc(second: number, file: string, func: string, type: string, text: string): string {
  return `
    ${second} ERROR rpc r1 Exception during message handling: ${type}: ${text}${trace(file, func, type, text)}`;
}
