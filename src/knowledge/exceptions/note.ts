// The shape of a table of explanations. A class or an option that no release had does not compile.

import type { ForeignExceptionName, NovaExceptionName, OptionName } from '../facts/names';
import type { ExplanationNote } from '../schema';

/** Classes that Nova's logs show and the facts do not list: of Python, and of libraries below the clients. */
export type OtherExceptionName =
  | 'OSError' | 'IOError' | 'PermissionError' | 'FileNotFoundError' | 'FileExistsError'
  | 'ConnectionRefusedError' | 'ConnectionResetError' | 'BrokenPipeError' | 'TimeoutError'
  | 'KeyError' | 'AttributeError' | 'TypeError' | 'ValueError' | 'RuntimeError' | 'NotImplementedError'
  | 'MemoryError' | 'UnicodeEncodeError' | 'UnicodeDecodeError'
  | 'error' | 'socket.error' | 'socket.timeout' | 'socket.gaierror'
  | 'amqp.ConnectionForced' | 'amqp.AccessRefused' | 'amqp.NotFound' | 'amqp.RecoverableConnectionError'
  | 'pymysql.OperationalError'
  | 'oslo_privsep.FailedToDropPrivileges' | 'neutronclient.ConnectionFailed'
  | 'neutronclient.ServiceUnavailable' | 'neutronclient.InternalServerError';

export interface Note extends ExplanationNote {
  readonly options: readonly OptionName[];
}

export type ExceptionNotes =
  Readonly<Partial<Record<NovaExceptionName | ForeignExceptionName | OtherExceptionName, Note>>>;
