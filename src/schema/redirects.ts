import { z } from 'zod';
import { Id } from './text.ts';

/** The kinds of things whose ids are a file’s own, or a table’s in it: another may have the same. */
export const OF_A_FILE = ['measure', 'clause', 'table', 'figure', 'issue', 'row'] as const;

/** The kinds of things that have a page, a place on one, or a file of the open data. */
export const REDIRECTED = ['indicator', 'section', 'mid-term', 'target', 'term', 'document', 'report', ...OF_A_FILE] as const;
export type Redirected = (typeof REDIRECTED)[number];

export const Redirects = z
  .strictObject({
    redirects: z.array(
      z.strictObject({
        kind: z.enum(REDIRECTED).meta({ description: 'indicator 指標・section 節・mid-term 中期計画・target 目標・term 用語・document 文書・report 報告・measure 施策・clause 計画項目・table 表・figure 値・issue 課題・row 予算の行' }),
        in: z.string().regex(/^[a-z0-9-]+(\/[a-z0-9-]+){1,2}$/, { error: 'place' }).optional()
          .meta({ description: '施策・計画項目・表・値・課題があるファイル（data/ と .yaml を除いた名前）。予算の行では、その後に表の id。', examples: ['2025/np-collection', 'mid-term/2024-2028', 'finance/2025/items'] }),
        from: Id.meta({ description: '以前の id' }),
        to: Id.meta({ description: '今の id' }),
      }),
    ).min(1).meta({ description: '変わった id の一覧' }),
  })
  .meta({ id: 'Redirects', description: '変わった id。以前のアドレスから今のページへ案内します。npm run rename が書きます。' });
export type Redirects = z.infer<typeof Redirects>;
