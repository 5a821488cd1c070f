/* The command line. */
import { run } from './bundle.mjs';

await run('cli/main.ts');
