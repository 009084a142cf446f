import { z } from 'zod';
import { Id } from './text.ts';

/** The kinds of things that have a page of their own. */
export const REDIRECTED = ['indicator', 'section', 'target'] as const;

export const Redirects = z
  .strictObject({
    redirects: z.array(
      z.strictObject({
        kind: z.enum(REDIRECTED).meta({ description: 'indicator 指標・section 節・target 目標' }),
        from: Id.meta({ description: '以前の id' }),
        to: Id.meta({ description: '今の id' }),
      }),
    ).min(1).meta({ description: '変わった id の一覧' }),
  })
  .meta({ id: 'Redirects', description: '変わった id。以前のページから今のページへ案内します。npm run rename が書きます。' });
export type Redirects = z.infer<typeof Redirects>;
