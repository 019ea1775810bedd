// What is said between the extension host of a browser and the web workers that read logs for it: plain data.
// Such a worker has no disk: the files that it needs are handed to it and lie in its memory.

import type { DeskAnswer, DeskQuestion } from '../desk/calls';
import type { NewsOf, OrderName, OrderOf } from '../desk/orderEars';

/** Files by their paths. */
export type HandedFiles = Readonly<Record<string, Uint8Array>>;

export type WebOrder =
  /** The first: the scanner and its tables. */
  | { readonly kind: 'begin'; readonly files: HandedFiles }
  /** A log is there, has become another one, or is gone. */
  | { readonly kind: 'file'; readonly path: string; readonly bytes: Uint8Array | undefined }
  | { readonly kind: 'ask'; readonly question: DeskQuestion }
  /** A log is wanted for another worker. */
  | { readonly kind: 'copy'; readonly path: string }
  | { readonly kind: 'order'; readonly name: OrderName; readonly order: OrderOf<OrderName> };

export type WebAnswer =
  /** `twin`: why the scanner is not the one in WebAssembly. */
  | { readonly kind: 'ready'; readonly twin: string | undefined }
  | { readonly kind: 'desk'; readonly answer: DeskAnswer }
  /** In the order in which copies were wanted. */
  | { readonly kind: 'copied'; readonly bytes: Uint8Array | undefined }
  | { readonly kind: 'news'; readonly news: NewsOf<OrderName> }
  /** An order was carried out: there is no more to tell. */
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly reason: string };
