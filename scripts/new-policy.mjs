/* A folder for a new policy, and a scenario that fails until it says what follows from it: `npm run new:policy NAME`. */
import { run } from './bundle.mjs';

await run('scripts/write-new-policy.ts', ['scripts']);
