// Messages of Nova that operators ask about and that carry no exception class of their own, with explanations.

import type { OptionName } from './facts/names';
import type { MessageNote } from './schema';

interface Message extends MessageNote {
  readonly options: readonly OptionName[];
}

export const messageNotes: readonly Message[] = [];
