// The limits that a server has without settings.
import { filterLimits, readLimits } from '../../src/config/limits.js';

export const USUAL = readLimits({});
export const FILTER_LIMITS = filterLimits(USUAL);
