// An exception as a traceback prints it → whether it was raised in another service.

const rpcCode = /(?:^|[/\\.])(?:rpc|messaging|oslo_messaging)[/\\]/;

/** oslo.messaging renames what it raises for another service, but for classes of Python itself: these end in
 *  its own code. */
export function cameByRpc({ type = '', frames }: {
  readonly type: string | undefined; readonly frames: readonly { readonly file: string }[];
}): boolean {
  return type.includes('_Remote') || rpcCode.test(frames.at(-1)?.file ?? '');
}
