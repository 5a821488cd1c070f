/* What the register goes through: kills, a full disk, backups cut off. Takes many minutes; not part of `npm test`. */
import { run } from './bundle.mjs';

await run('test/faults/faults.ts', ['test/faults', 'test/support']);
