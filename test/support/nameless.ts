// Lines as Nova's own threads write them: of an instance, and of no request.

const byThreads = /Instance (?:spawned|destroyed) successfully/;
const byEvents = /Lifecycle Event|sync_power_state/;

/** @param events those that tell what became of a guest are written so as well */
export function byThreadsOfNova(text: string, { events = false } = {}): string {
  return text.split('\n').map((line) => (byThreads.test(line) || (events && byEvents.test(line))
    ? line.replace(/\[(?:None )?req-[^\]]*\]/, '[-]') : line)).join('\n');
}
