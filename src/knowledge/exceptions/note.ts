// The shape of a table of explanations. A class that no release had, or an option that no release had, does not compile.

import type { ForeignExceptionName, NovaExceptionName, OptionName } from '../facts/names';
import type { ExplanationNote } from '../schema';

/** Classes that Nova's logs show and the facts do not list: of Python, and of libraries below the clients. */
export type OtherExceptionName =
  | 'OSError' | 'IOError' | 'PermissionError' | 'FileNotFoundError' | 'FileExistsError' | 'ConnectionRefusedError'
  | 'ConnectionResetError' | 'BrokenPipeError' | 'TimeoutError' | 'KeyError' | 'AttributeError' | 'TypeError'
  | 'ValueError' | 'IndexError' | 'RuntimeError' | 'NotImplementedError' | 'ImportError' | 'MemoryError'
  | 'UnicodeEncodeError' | 'UnicodeDecodeError' | 'error' | 'gaierror' | 'GreenletExit'
  | 'socket.error' | 'socket.timeout' | 'socket.gaierror' | 'ssl.SSLError' | 'ssl.SSLCertVerificationError'
  | 'sqlalchemy.OperationalError' | 'pymysql.OperationalError' | 'amqp.ConnectionForced' | 'amqp.AccessRefused'
  | 'amqp.NotFound' | 'kombu.OperationalError' | 'requests.ConnectionError' | 'requests.SSLError'
  | 'requests.ReadTimeout' | 'urllib3.MaxRetryError' | 'urllib3.NewConnectionError' | 'osprofiler.CommandError'
  | 'oslo_privsep.FailedToDropPrivileges' | 'neutronclient.ConnectionFailed' | 'neutronclient.ServiceUnavailable'
  | 'neutronclient.InternalServerError' | 'oslo_service.LoopingCallTimeOut';

export interface Note extends ExplanationNote {
  readonly options: readonly OptionName[];
}

export type ExceptionNotes =
  Readonly<Partial<Record<NovaExceptionName | ForeignExceptionName | OtherExceptionName, Note>>>;
