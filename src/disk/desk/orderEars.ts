// Orders that a worker of their own carries out, and what is told to whoever gave one: plain data.

import type { SearchNews, SearchOrder, VerdictOrder, Verdicts } from './calls';

/** By what is to be found out: what is told while it is. */
export interface Orders {
  readonly search: { readonly order: SearchOrder; readonly news: SearchNews };
  readonly verdicts: { readonly order: VerdictOrder; readonly news: Verdicts | undefined };
}

export type OrderName = keyof Orders;
export type OrderOf<K extends OrderName> = Orders[K]['order'];
export type NewsOf<K extends OrderName> = Orders[K]['news'];

export interface OrderEars<News> {
  /** The worker is there and has the order. */
  readonly begun?: () => void;
  readonly news: (news: News) => void;
  readonly failed: (error: Error) => void;
  /** The worker has ended, by itself or because it was ended. */
  readonly ended: () => void;
}
