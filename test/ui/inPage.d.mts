// Types of inPage.mjs, which is JavaScript because the compiler knows no page here.

export function middleOf(text: string): { readonly x: number; readonly y: number } | undefined;
export function readClipboard(): Promise<string>;
export function drawnAfterNextAct(
  what: { readonly selector: string; readonly text: RegExp },
): Promise<number>;
