// The releases of Nova, oldest first: the id that the facts use (major version; year and month up to Kilo)
// and the name. `master` is the newest code that was read.

export const releases = [
  ['2011.3', 'Diablo'], ['2012.1', 'Essex'], ['2012.2', 'Folsom'], ['2013.1', 'Grizzly'],
  ['2013.2', 'Havana'],
  ['2014.1', 'Icehouse'], ['2014.2', 'Juno'], ['2015.1', 'Kilo'], ['12', 'Liberty'], ['13', 'Mitaka'],
  ['14', 'Newton'], ['15', 'Ocata'], ['16', 'Pike'], ['17', 'Queens'], ['18', 'Rocky'], ['19', 'Stein'],
  ['20', 'Train'], ['21', 'Ussuri'], ['22', 'Victoria'], ['23', 'Wallaby'], ['24', 'Xena'], ['25', 'Yoga'],
  ['26', 'Zed'], ['27', '2023.1 Antelope'], ['28', '2023.2 Bobcat'], ['29', '2024.1 Caracal'],
  ['30', '2024.2 Dalmatian'], ['31', '2025.1 Epoxy'], ['32', '2025.2 Flamingo'], ['33', '2026.1 Gazpacho'],
  ['master', 'master'],
] as const;

export type ReleaseId = (typeof releases)[number][0];
