import { CategoryScale, LinearScale } from 'chart.js';
import type { Chart, Scale } from 'chart.js';
import type { Configuration } from './configuration.ts';

/**
 * The scales of a drawing that does not change: each reads its options once. Chart.js looks every option up anew wherever
 * it needs one, through all places where it might be set, which is most of the work of a small chart.
 */
export const SETTLED_SCALES = [settled(CategoryScale), settled(LinearScale)];

type Options = Record<string, unknown>;

interface Initial extends Scale {
  getContext(): object;
}

function settled<Kind extends typeof CategoryScale | typeof LinearScale>(kind: Kind): Kind {
  class Settled extends (kind as unknown as new (...given: unknown[]) => Initial) {
    static id = settledName(kind.id);
    static defaults = kind.defaults;

    override init(): void {
      const { config } = this.chart as Chart & { readonly config: { readonly options: { readonly scales: Record<string, Options> } } };
      super.init(settle(config.options.scales[this.id]!, this.getContext()) as never);
    }
  }
  return Settled as unknown as Kind;
}

/** The name under which Chart.js knows the settled scale of a kind. */
function settledName(kind: string): string {
  return `settled-${kind}`;
}

/** The same chart on settled scales. */
export function settleScales(configuration: Configuration): Configuration {
  const scales = Object.entries(configuration.options?.scales ?? {}).map(([id, scale]) => [id, { ...scale, type: settledName(scale?.type ?? '') }]);
  return { ...configuration, options: { ...configuration.options, scales: Object.fromEntries(scales) } };
}

/** What is computed from the context or from its neighbours is; what Chart.js calls by itself stays. */
function settle(options: Options, context: object): Options {
  const made: Options = {};
  const computed: [string, (context: object, options: Options) => unknown][] = [];
  for (const [key, value] of Object.entries(options)) {
    if (typeof value === 'function' && !/^(?:before|after)|^callback$/.test(key)) computed.push([key, value as never]);
    else made[key] = isPlain(value) ? settle(value, context) : value;
  }
  for (const [key, compute] of computed) made[key] = compute(context, made);
  return Object.defineProperty(made, 'setContext', { value: () => made });
}

function isPlain(value: unknown): value is Options {
  if (value === null || typeof value !== 'object') return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
