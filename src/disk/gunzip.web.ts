// The same for a web worker, whose own streams are all that it unpacks with.

import type { Bytes } from './bytes';

export function gunzipped(_packed: Bytes): AsyncGenerator<Uint8Array> | undefined {
  return undefined;
}
