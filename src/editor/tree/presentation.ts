// What a row of the tree is made of before VS Code draws it, and what is needed to make it.

import type { Lookup } from '../../core/lookup';
import type { Say } from '../../core/render/editorWords';

export interface Presentation {
  readonly label: string;
  readonly description: string;
  /** A codicon and the theme's colour for it. */
  readonly icon: string;
  readonly color: string | undefined;
  readonly dimmed: boolean;
  readonly collapsible: 'none' | 'collapsed' | 'expanded';
  readonly spoken: string;
  /** For the `viewItem` of menus. */
  readonly context: string;
}

/** What presenting needs to know beside the node. */
export interface PresentationNeeds {
  readonly say: Say;
  readonly lookup: Lookup;
  readonly nameOf: (source: string) => string;
  /** Service and host of a log, as far as they are known, else its name. */
  readonly originOf: (source: string) => string;
  /** The text of a line as its document has it; undefined when no editor has the log open. */
  readonly lineText: (source: string, line: number) => string | undefined;
}

export type Look = Partial<Presentation> & Pick<Presentation, 'label' | 'icon' | 'spoken' | 'context'>;
