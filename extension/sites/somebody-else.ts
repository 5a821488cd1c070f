/** The refusal of a reply that a person has addressed to another than the message's sender. */
export const TO_SOMEBODY_ELSE =
  'The open reply is to somebody else. Press Reply under this message, then Insert again.';
