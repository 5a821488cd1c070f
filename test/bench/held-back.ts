/**
 * The files of the inbox that no weight is trained or tuned on, almost sixteen hundred messages: one writer's mail from
 * telephones, one's office mail, one's notes, forms and portals, one's asides, one's border cases, and of each later kind of
 * mail one writer's. Whole files, because a writer's
 * habits give labels away. Both readers keep to it; a bench that looks here reports figures and no messages.
 */
export const HELD_BACK: readonly string[] = [
  'phones',
  'office',
  'systems',
  'passing',
  'edge',
  'unsaid2',
  'wrongdoor2',
  'wholeinbox2',
  'mixedbag2',
  'plain2',
];

/** The inbox's other messages, by the file (that is, writer) they come from. */
export const LEARNT_FROM: readonly string[] = [
  'dev',
  'mixed',
  'ordinary',
  'letters',
  'notes',
  'others',
  'threads',
  'hazards',
  'rare',
  'asides',
  'facts',
  'short',
  'blame',
  'warm',
  'misdirected',
  'formal',
  'aftermath',
  'unsaid',
  'wrongdoor',
  'wholeinbox',
  'plain',
  'tongues',
  'flagged',
  'inpassing',
  'dangers',
  'intents',
];

/**
 * Of the files held back those by which the few numbers were fitted that put the two readers together. The rest is kept
 * unseen to the end: figures of both readers are of them alone.
 */
export const FITTED_ON: readonly string[] = ['systems', 'edge', 'unsaid2', 'wholeinbox2', 'plain2'];
export const UNSEEN: readonly string[] = HELD_BACK.filter((writer) => !FITTED_ON.includes(writer));
