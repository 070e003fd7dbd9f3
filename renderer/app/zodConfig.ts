import { z } from 'zod';

// zod compiles object parsers with `new Function`, which the page's CSP forbids. Imported before any schema is made.
z.config({ jitless: true });
