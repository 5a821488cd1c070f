import type { HazardKind } from './verdict.ts';

/*
 * Which words near each other name a danger in a home. Tuned to miss none: a person reads the words and decides. The
 * kinds follow the hazards of the Housing Health and Safety Rating System.
 */

const list = (words: string): readonly string[] => words.split(' ');

/** Groups of words that mean the same for a danger. Small letters, without apostrophes. */
export const WORD_GROUPS = {
  // Also as Polish, Romanian, Portuguese and Welsh have them: the scanner passes over letters with marks.
  gas: list('gas gaz nwy'),
  smell: list(
    'smell smells smelling smelt stink stinks stinking reek reeks whiff odour fumes smelled niff czu zapach miros cheiro arogl arogli',
  ),
  leak: list('leak leaks leaking leaked leakage leaky lekking drip drips dripping'),
  co: list('co'),
  monoxide: list('monoxide'),
  alarm: list('alarm alarms detector detectors sensor sounder cylinder'),
  flue: list('flue fumes'),
  spark: list('spark sparks sparking sparked sparkin fizzing fizzes crackling arcing arced'),
  shock: list('shock shocks shocked tingle tingles tingling zap zapped jolt electrocuted electrocution'),
  electric: list(
    'electric electrics electrical electricity socket sockets plug plugs switch switches fuse fuses fusebox fuseboard consumer wire wires wiring cable cables light lights lamp fitting pendant rcd trip trips tripped tripping',
  ),
  bare: list('bare exposed live loose hanging dangling open'),
  burn: list(
    'burn burns burning burnt burned melted melting scorched scorch hot smoking blackened charred smouldering sizzling',
  ),
  water: list('water rain rainwater'),
  through: list(
    'through thru in into out down everywhere running pouring pours poured pourin gushing gushes coming comes came drenched soaked soaking wet',
  ),
  pour: list('pouring pours poured pourin gushing gushes gushed flooding flooded flood floods flooded deluge'),
  fire: list('fire fires'),
  fireThing: list(
    'door doors escape escapes exit exits extinguisher extinguishers risk hazard route stairs stairwell alarm alarms brigade closer closers closing strip riser risers sprinkler sprinklers lobby lanes engine',
  ),
  burning: list('caught started broke blaze ablaze flames flame smoulder smouldering'),
  smoke: list('smoke smokes'),
  heat: list(
    'heating heat boiler boilers radiator radiators rads rad heater heaters thermostat hw ch thermostats gas radiater radiaters rayburn stove immersion ashp',
  ),
  hot: list('hot'),
  cold: list(
    'cold freezing freezin frozen bitter perishing icy degrees shivering hypothermia cauld coat coats breath thermometer celsius colder chilly blankets mittens puffer igloo minus frost frosty kettles wrapped layers',
  ),
  not: list(
    'no not nae none never without wont cant cannot dont doesnt didnt isnt arent hasnt havent aint nothing still off stopped lost failed fails failing zero lack wouldnt couldnt hardly barely only minus',
  ),
  broken: list(
    'broken broke bust busted knackered dead gone faulty fault failed packed kaput stuck jammed snapped cracked damaged rotten rotted loose wobbly wobbles missing unsafe dangerous defective condemned disconnected isolated capped smashed split collapsed bent hanging leaning bowed useless kicked forced beeping bleeping chirping chirp beep expired cut fell fallen falling removed lifted lasts propped disabled overheated overheating swollen tape cardboard boarded wont uneven hole holes gap held dark worn slipping',
  ),
  wet: list('damp damps mould mold mouldy moldy mildew fungus fungal spores grzyb llwydni'),
  black: list('black green'),
  spots: list('spots patches patch wall walls stuff fur furry speckles'),
  ceiling: list('ceiling ceilings'),
  fall: list(
    'fall falls falling fell fallen collapse collapsed collapsing collapses bulging bulge bulges sagging sag sags bowing caved caving dropped crumbling bulged hole',
  ),
  came: list('came come comes coming'),
  down: list('down doon'),
  collapse: list('collapse collapsed collapsing caved subsidence'),
  crack: list('crack cracks cracked cracking'),
  wall: list('wall walls ceiling chimney lintel gable brickwork foundations floor foundation beam'),
  walkway: list(
    'balcony balconies railing railings handrail handrails banister bannister stair stairs staircase step steps floorboard floorboards landing ramp paving slab slabs walkway rail rails scaffold scaffolding fence restrictor pane glass nosing tread treads kerb hatch bannisters bridge gates gate roof path paths lounge window windows',
  ),
  masonry: list(
    'tile tiles slate slates brick bricks masonry render plaster chimney gutter guttering cladding coping branch tree',
  ),
  sewage: list('sewage sewerage sewer sewers faeces feces excrement effluent'),
  waste: list(
    'toilet toilets drain drains manhole soil waste loo bog wc cesspit septic lavatory sink flush flushing sanita',
  ),
  overflow: list(
    'overflow overflows overflowing overflowed backed backing backs blocked blockage blocks bubbling rising coming comes came smell smells stinks flooded floods blocking bucket buckets mop full surging spill spilling rods rodded jet jetted flushing',
  ),
  asbestos: list('asbestos artex'),
  pest: list(
    'rat rats mice mouse cockroach cockroaches roaches bedbug bedbugs maggots fleas wasps hornets infestation infested vermin rodent rodents wasp hornet droppings',
  ),
  bug: list('bugs bug'),
  bed: list('bed'),
  lock: list(
    'lock locks door doors window windows intercom entryphone fob gate latch glass safe entry entrance porch restrictor',
  ),
  insecure: list(
    'lock locked unlocked secure insecure shut close kicked forced open wedged ajar broken jammed burgled burglary intruder strangers kids anyone change changed polis police wide walked unsecured',
  ),
  burglary: list(
    'burgled burglary intruder intruders needle needles syringe syringes breakin knife bat swung firework fireworks rocket rockets petrol bricks',
  ),
  lift: list('lift lifts elevator stairlift hoist'),
  trapped: list('trapped stuck marooned stranded housebound prisoner trap cannot carried carry stairs'),
  hurt: list(
    'slipped slip tripped trip fell fall falls injured injury hurt cut bleeding fractured broke hospital ambulance unconscious scalded burnt bruised hip wrist fallen tripping fracture stitches burned bitten choked',
  ),
  ice: list('ice icy glass nails nail sharp needle rusty loose uneven wet stones slab'),
  pullcord: list(
    'cord pullcord pendant careline lifeline oxygen dialysis insulin medication tablets meds stoma feed button buzzer carer carers catheter oximeter',
  ),
  frail: list(
    'baby babies newborn bairn infant toddler pregnant premature oxygen dialysis chemo chemotherapy elderly frail asthma asthmatic copd ventilator disabled wheelchair epilepsy diabetic pacemaker pram wean bairns weans children child kids epileptic eczema inhaler stroke bronchitis croup 5weeks hip dizzy',
  ),
  pulled: list('pulled pressed pushed pulls pressing pulling'),
  touched: list('tap taps cooker oven metal switch switches socket sockets sink bath shower kettle washing machine'),
  outOf: list('out off down order broken stopped stuck dead'),
  lamp: list('bulb bulbs lights light lamp lamps lighting torch'),
  shared: list(
    'stair stairs stairwell staircase landing landings corridor lobby hallway passage block communal communals floors path alley car',
  ),
  temperature: list('degrees thermometer temperature celsius'),
  danger: list('danger dangerous unsafe hazard hazardous deathtrap lethal'),
  scald: list('scalding scalded legionella lead radon'),
  charging: list('ebike ebikes escooter lithium barbecue bbq petrol canister canisters accelerant hoarding hoarder'),
} as const satisfies Record<string, readonly string[]>;

export type WordGroup = keyof typeof WORD_GROUPS;

/** Words of all groups within so many words of each other, in any order, name a danger. */
export interface HazardRule {
  readonly kind: HazardKind;
  readonly urgency: 'now' | 'possible';
  readonly all: readonly WordGroup[];
  readonly within: number;
}

const rule = (kind: HazardKind, urgency: HazardRule['urgency'], within: number, ...all: WordGroup[]): HazardRule => ({
  kind,
  urgency,
  all,
  within,
});

export const HAZARD_RULES: readonly HazardRule[] = [
  rule('gas', 'now', 10, 'gas', 'smell'),
  rule('gas', 'now', 6, 'gas', 'leak'),
  rule('carbon-monoxide', 'now', 3, 'co', 'alarm'),
  rule('carbon-monoxide', 'now', 1, 'monoxide'),
  rule('carbon-monoxide', 'possible', 10, 'flue', 'broken'),
  rule('electrics', 'now', 10, 'spark', 'electric'),
  rule('electrics', 'possible', 1, 'spark'),
  rule('electrics', 'now', 10, 'shock', 'electric'),
  rule('electrics', 'now', 10, 'shock', 'touched'),
  rule('electrics', 'now', 6, 'bare', 'electric'),
  rule('electrics', 'now', 9, 'burn', 'electric'),
  rule('electrics', 'now', 12, 'water', 'through', 'electric'),
  rule('electrics', 'now', 10, 'leak', 'electric'),
  rule('electrics', 'possible', 6, 'not', 'electric'),
  rule('electrics', 'possible', 6, 'broken', 'electric'),
  rule('electrics', 'possible', 3, 'outOf', 'electric'),
  rule('fire', 'now', 5, 'fire', 'burning'),
  rule('fire', 'now', 4, 'smoke', 'through'),
  rule('fire', 'possible', 6, 'fire', 'fireThing'),
  rule('fire', 'possible', 9, 'smoke', 'alarm', 'broken'),
  rule('fire', 'possible', 9, 'smoke', 'alarm', 'not'),
  rule('fire', 'possible', 2, 'charging'),
  rule('no-heating', 'possible', 9, 'heat', 'not'),
  rule('no-heating', 'possible', 9, 'heat', 'broken'),
  rule('no-heating', 'possible', 6, 'heat', 'outOf'),
  rule('no-heating', 'possible', 3, 'cold', 'frail'),
  rule('no-heating', 'possible', 14, 'heat', 'cold'),
  rule('no-heating', 'possible', 7, 'hot', 'water', 'not'),
  rule('no-heating', 'possible', 7, 'hot', 'water', 'broken'),
  rule('no-heating', 'possible', 2, 'temperature'),
  rule('no-heating', 'now', 30, 'heat', 'not', 'frail'),
  rule('no-heating', 'now', 30, 'heat', 'broken', 'frail'),
  rule('no-heating', 'now', 30, 'heat', 'cold', 'frail'),
  rule('no-water', 'possible', 2, 'not', 'water'),
  rule('no-water', 'possible', 7, 'waste', 'not'),
  rule('no-water', 'possible', 6, 'waste', 'broken'),
  rule('no-water', 'possible', 4, 'waste', 'outOf'),
  rule('water-leak', 'now', 7, 'pour', 'water'),
  rule('water-leak', 'now', 9, 'pour', 'ceiling'),
  rule('water-leak', 'possible', 1, 'pour'),
  rule('water-leak', 'possible', 1, 'leak'),
  rule('water-leak', 'possible', 9, 'water', 'through', 'ceiling'),
  rule('damp-and-mould', 'possible', 1, 'wet'),
  rule('damp-and-mould', 'possible', 6, 'black', 'spots'),
  rule('structure', 'now', 9, 'ceiling', 'fall'),
  rule('structure', 'now', 9, 'ceiling', 'came', 'down'),
  rule('structure', 'now', 8, 'masonry', 'fall'),
  rule('structure', 'now', 8, 'masonry', 'came', 'down'),
  rule('structure', 'possible', 1, 'collapse'),
  rule('structure', 'possible', 9, 'wall', 'crack'),
  rule('structure', 'possible', 8, 'wall', 'fall'),
  rule('structure', 'possible', 8, 'walkway', 'broken'),
  rule('structure', 'possible', 4, 'walkway', 'outOf'),
  rule('structure', 'possible', 10, 'walkway', 'hurt'),
  rule('sewage', 'possible', 1, 'sewage'),
  rule('sewage', 'possible', 8, 'waste', 'overflow'),
  rule('asbestos', 'possible', 1, 'asbestos'),
  rule('pests', 'possible', 1, 'pest'),
  rule('pests', 'possible', 2, 'bed', 'bug'),
  rule('security', 'now', 8, 'lock', 'burglary'),
  rule('security', 'possible', 1, 'burglary'),
  rule('security', 'possible', 9, 'lock', 'not', 'insecure'),
  rule('security', 'possible', 7, 'lock', 'broken'),
  rule('security', 'possible', 4, 'lock', 'outOf'),
  rule('lift', 'now', 10, 'lift', 'trapped'),
  rule('lift', 'possible', 10, 'lift', 'outOf'),
  rule('lift', 'possible', 4, 'lift', 'not'),
  rule('other', 'possible', 1, 'danger'),
  rule('other', 'possible', 1, 'scald'),
  rule('other', 'now', 10, 'pullcord', 'not'),
  rule('other', 'now', 3, 'pulled', 'pullcord'),
  rule('other', 'possible', 8, 'ice', 'hurt'),
  rule('other', 'possible', 6, 'lamp', 'shared', 'not'),
  rule('other', 'possible', 6, 'lamp', 'shared', 'broken'),
  rule('other', 'possible', 14, 'hurt', 'frail'),
];
