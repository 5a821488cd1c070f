/*
 * Pieces that the cues' patterns are made of. Plain text only: small letters, straight apostrophes. No piece repeats
 * without a bound, so that every pattern takes time in proportion to the text.
 */

export const NOT =
  "(?:not|never|no|n't|hasnt|hasn't|havent|haven't|hadnt|hadn't|isnt|isn't|wasnt|wasn't|werent|weren't|dont|don't|doesnt|doesn't|didnt|didn't|wont|won't|wouldnt|wouldn't|cant|can't|cannot|couldnt|couldn't|aint|ain't|nae|didnae|cannae|havenae|hasnae)";

export const NOBODY =
  '(?:nobody|no one|no-one|noone|not one (?:person|of you|single)|not a soul|naebody|neither of|none of (?:you|them|your))';

export const NUMBER =
  '(?:\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen|twenty|thirty|forty|several|many|few|half a dozen)';

export const UNIT =
  '(?:days?|weeks?|wks?|months?|mths?|years?|yrs?|hours?|hrs?|mins?|minutes?|nights?|winters?|summers?|weekends?|mornings?|fortnights?|sundays?|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|calls?|visits?|emails?|letters?|times|appointments?|men|people|engineers?)';

export const MONTH =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|christmas|xmas|easter|spring|summer|autumn|winter|new year|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues|tue|weds|wed|thurs|thur|thu|fri|sat|sun)';

export const STAFF =
  '(?:managers?|officers?|caretakers?|wardens?|operatives?|engineers?|plumbers?|contractors?|surveyors?|inspectors?|electricians?|joiners?|roofers?|gardeners?|cleaners?|fitters?|workm[ae]n|builders?|decorators?|lads?|crew|team|call cent(?:re|er)|reception|repairs (?:line|desk|team)|office|staff|council|association|landlord|housing|lot|people|man|men|bloke|chap|guy|lady|girl|young (?:man|lady|woman)|fella|gentleman|woman|lot|firm|department|adviser|advisor|helpline|helpdesk|surveyor|scheme manager|housing officer|concierge)';

export const YOU = '(?:you|your|yours|yous|youse|u|ur|yer|ye|you lot|yourselves)';

export const CAME =
  '(?:came|come|comes|coming|been|turned|turn|turns|showed|show|shows|arrived|attended|appeared|rang|ring|rung|called|call|contacted|replied|reply|answered|answers?|phoned|texted|wrote|got|gets|bothered|told|tells|knew|knows|seems|wants|listens|listened|cares|looked|looks|visited|explained|apologised|thought|mentioned|asked|checked|informed|picked|bothers|has|have|did|does|will|could|can|is|was|would|ever)';

export const CONTACT =
  '(?:rang|rung|ringing|ring|phoned|phone|phoning|called|calling|call|emailed|emailing|email|e-mailed|wrote|written|writing|texted|messaged|reported|reporting|report|complained|told|asked|asking|chased|chasing|chase|begged|requested|raised|mentioned|logged|queued|sent)';

export const PROMISED =
  '(?:told|promised|assured|advised|informed|given (?:a|the|to understand)|led to believe|quoted|guaranteed)';

/** Up to so many characters in the same sentence. */
export const gap = (characters: number): string => `[^\\n]{0,${characters}}?`;
