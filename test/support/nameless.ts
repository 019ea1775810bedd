// Lines that tell what became of a guest, as releases write them that give their thread no request.

const byEvents = /Lifecycle Event|sync_power_state/;

export function withNamelessEvents(text: string): string {
  return text.split('\n').map((line) =>
    (byEvents.test(line) ? line.replace(/\[(?:None )?req-[^\]]*\]/, '[-]') : line)).join('\n');
}
