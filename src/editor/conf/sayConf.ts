// The words about nova.conf, in the language in which VS Code displays its own.

import { confEnglish, sayConfIn } from '../../core/render/confWords';

export const sayConf = sayConfIn(confEnglish);
