import { z } from 'zod';
import { isLikelyYear, isRealDay } from '../time/period.ts';

/**
 * A point or span of time as the data writes it:
 * `FY2025` a fiscal year (a stock: its end) · `2025-09` a month (a stock: its end) · `2025-09-30` a day.
 */
export const Period = z
  .string({ error: 'period' })
  .regex(/^(FY\d{4}|\d{4}-(0[1-9]|1[0-2])|\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]))$/, { error: 'period', abort: true })
  .refine(isRealDay, { error: 'unrealDay' })
  .refine(isLikelyYear, { error: 'unlikelyYear' })
  .meta({
    id: 'Period',
    description: '時点・期間。年度は FY2025、月（末）は 2025-09、日は 2025-09-30。四半期や半期だけの期間はなく、最後の月で書きます。',
    examples: ['FY2025', '2025-09', '2025-09-30'],
  });
export type Period = z.infer<typeof Period>;

export const FiscalYear = z.string({ error: 'fiscalYear' }).regex(/^FY\d{4}$/, { error: 'fiscalYear', abort: true })
  .refine(isLikelyYear, { error: 'unlikelyYear' })
  .meta({ id: 'FiscalYear', description: '年度。例: FY2025（令和7年度）', examples: ['FY2025'] });

export const Day = z.string({ error: 'day' })
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, { error: 'day', abort: true })
  .refine(isRealDay, { error: 'unrealDay' })
  .refine(isLikelyYear, { error: 'unlikelyYear' })
  .meta({ id: 'Day', description: '日付。例: 2025-09-30', examples: ['2025-09-30'] });
