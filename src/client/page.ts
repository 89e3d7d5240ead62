import { nameFiles } from './name-files.ts';
import { listenToSearchKeys } from './search-keys.ts';

/** What every page does. */
listenToSearchKeys();
nameFiles();
