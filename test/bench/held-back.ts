/**
 * The files of the inbox that no weight is trained or tuned on, over fifteen hundred messages: one writer's mail from
 * telephones, one's office mail, one's notes, forms and portals, one's asides, and of each later kind of mail one writer's.
 * Whole files, because a writer's habits give labels away. Both readers keep to it; a bench that looks here reports figures and no messages.
 */
export const HELD_BACK: readonly string[] = [
  'phones',
  'office',
  'systems',
  'passing',
  'unsaid2',
  'wrongdoor2',
  'mixedbag2',
  'plain2',
  'inbox4',
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
  'edge',
  'wholeinbox2',
  'aside3',
  'bodies3',
  'hazard4',
  'notes4',
  'aside5',
  'flags5',
  'intents5',
  'elsewhere6',
  'elsewhere7',
  'whole8',
  'aside8',
  'bound8',
  'hazard8',
  'elsewhere8',
  'office8',
  'flags8',
  'notes9',
  'flags9',
  'asides9',
  'plain9',
  'office9',
];

/**
 * Of the files held back those by which the few numbers were fitted that put the two readers together. The rest is kept
 * unseen to the end: figures of both readers are of them alone.
 */
export const FITTED_ON: readonly string[] = ['systems', 'unsaid2', 'plain2', 'inbox4'];
export const UNSEEN: readonly string[] = HELD_BACK.filter((writer) => !FITTED_ON.includes(writer));
