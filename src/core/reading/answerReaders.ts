// How a log is read → the stages that find answers of Nova's API among its whole lines.

import { ActionTables } from './actionTables';
import { FaultPanels } from './faultPanels';
import { PropertyTables } from './propertyTables';
import type { WholeLine } from './rejoin';
import type { LogSample } from './sample';
import { YamlActions } from './yamlActions';
import { YamlFaults } from './yamlFaults';

export interface AnswerReader {
  readonly push: (line: WholeLine) => void;
  settle(): void;
}

/** What reads answers of the API out of the lines, each before the one behind it. */
export function answerReaders(
  { answers, actions }: LogSample, toMaker: (line: WholeLine) => void,
): readonly AnswerReader[] {
  const ofActions = actions ? new ActionTables(toMaker) : undefined;
  const inYaml = ofActions && new YamlActions(ofActions.push);
  const next = inYaml?.push ?? toMaker;
  const ofFaults = answers === 'table' ? new PropertyTables(next)
    : answers === 'yaml' ? new YamlFaults(next)
      : answers === 'panel' ? new FaultPanels(next) : undefined;
  return [ofFaults, inYaml, ofActions].filter((stage) => stage !== undefined);
}
