// A place of a statement → the address of its file at a release, in the project's own repository.

import type { StatementFacts } from '../../knowledge/facts/loadStatements';
import { holdsAt, newestOf, releaseAt } from '../statements/releaseRange';
import type { StatementPlace } from '../statements/statementTable';

export interface SourceLink {
  readonly url: string;
  /** Nova's release, by its id, for which it shows the file. */
  readonly release: string;
}

/**
 * @param release position of the release in question; the newest one of the place where that has it not.
 * @returns undefined where the logger is no module, or its project is not known.
 */
export function sourceLink(
  place: StatementPlace, facts: StatementFacts, release?: number,
): SourceLink | undefined {
  const { logger, releases } = place;
  if (facts.nameless.includes(logger)) return undefined;
  const id = releaseAt(release !== undefined && holdsAt(releases, release) ? release : newestOf(releases));
  const [root = ''] = logger.split('.', 1);
  const project = facts.projects.find(([, roots]) => roots.includes(root));
  const tag = id && project?.[2][id];
  if (!project || !id || !tag) return undefined;
  const path = logger.replaceAll('.', '/') + (facts.packages.includes(logger) ? '/__init__.py' : '.py');
  const version = tag === 'HEAD' ? 'branch/master' : `tag/${tag}`;
  return { url: `https://opendev.org/${project[0]}/src/${version}/${path}`, release: id };
}
