import { describe, expect, it } from 'vitest';
import { Decimal, placesOf, roundHalfUp, roundToStep } from '../../src/quantity/decimal.ts';

describe('placesOf', () => {
  it.each([
    ['0.1', 1],
    ['1', 0],
    ['10000', -4],
    ['60', 0],
    ['6', 0],
    ['0.6', 1],
  ])('a step of %s takes %i', (step, places) => {
    expect(placesOf(step)).toBe(places);
  });
});

describe('roundToStep', () => {
  it.each([
    ['326', '60', '300'],
    ['330', '60', '360'],
    ['-330', '60', '-360'],
    ['93', '6', '96'],
    ['41543', '1000', '42000'],
  ])('%s by %s is %s', (value, step, rounded) => {
    expect(roundToStep(new Decimal(value), new Decimal(step)).toFixed()).toBe(rounded);
  });

  it('does not round twice on the way through places', () => {
    const minutes = new Decimal(roundHalfUp(new Decimal('326'), placesOf('60')));
    expect(roundToStep(minutes, new Decimal('60')).toFixed()).toBe('300');
  });
});
