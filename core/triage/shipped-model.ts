import { LinearModel } from './linear-model.ts';
import kept from './linear-weights.json' with { type: 'json' };

/** The linear reader's weights as they are shipped. */
export const model = new LinearModel(kept);
