import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/** npm run check, in the form in which Node compiled it the last time: an editor, who checks often, does not wait for that each time. */
enableCompileCache(join(import.meta.dirname, '../.cache/compiled'));
await import('./check-command.ts');
