// What is said of failures in Simplified Chinese, by the names of its tables: it must be there when the first
// log is analysed. Data only: the build makes JSON of this module.

import type { NoteTables } from '../notesInLanguage';
import { diagnosisCards } from './diagnosisCards';
import { diagnoses } from './diagnoses';
import { remedies as ofClasses } from './remedies';

const remedies: Readonly<Record<string, NoteTables['remedies']>> = ofClasses;

export const findings = { diagnoses, diagnosisCards, remedies };
