import { describe, expect, it } from 'vitest';
import { TRAIN_PARAMS } from '../../../src/data/run/training';
import {
  countOf,
  nearestStop,
  parseWithin,
  writeCount,
  writeMs,
  writeSetting,
  writeShare,
} from '../../../src/ui/widgets/numbers';

describe('numbers', () => {
  it('reads whole numbers within their range', () => {
    expect(parseWithin('12', 1, 256)).toBe(12);
    expect(parseWithin('12.6', 1, 256)).toBe(13);
    expect(parseWithin('0', 1, 256)).toBe(1);
    expect(parseWithin('1e9', 1, 256)).toBe(256);
  });

  it('reads no number out of nothing', () => {
    for (const text of ['', '  ', 'many', 'Infinity']) expect(parseWithin(text, 1, 256)).toBeNull();
  });

  it('finds the stop nearest to a value in between', () => {
    expect(nearestStop([0.001, 0.01, 0.1], 0.02)).toBe(1);
    expect(nearestStop([0, 1], 0.5)).toBe(0);
    expect(nearestStop([0, 1], 7)).toBe(1);
  });

  it('has no value only where none is set', () => {
    const stops = [null, 0, 0.1, 0.5];
    expect(nearestStop(stops, null)).toBe(0);
    expect(nearestStop(stops, 0)).toBe(1);
    expect(nearestStop(stops, 0.04)).toBe(1);
    expect(nearestStop(stops, 9)).toBe(3);
    expect(writeSetting(null)).toBe('as the run');
  });

  it('has the default of every slider among its stops', () => {
    for (const param of TRAIN_PARAMS)
      if (param.kind === 'real') {
        expect(param.stops[nearestStop(param.stops, param.default)], param.key).toBe(param.default);
        expect(
          param.stops.every((stop) => stop >= param.min && stop <= param.max),
          param.key,
        ).toBe(true);
      }
  });

  it('writes settings without exponents', () => {
    expect(writeSetting(0.00001)).toBe('0.00001');
    expect(writeSetting(0.0005)).toBe('0.0005');
    expect(writeSetting(0.1 + 0.2)).toBe('0.3');
    expect(writeSetting(0)).toBe('0');
  });

  it('writes counts, shares and durations', () => {
    expect(writeCount(10556)).toBe('10,556');
    expect(writeShare(0.8154)).toBe('0.815');
    expect([0.1234, 1.84, 73.6].map(writeMs)).toEqual(['0.12 ms', '1.8 ms', '74 ms']);
    expect([countOf(1, 'class', 'classes'), countOf(7, 'class', 'classes'), countOf(0, 'node')]).toEqual([
      '1 class',
      '7 classes',
      '0 nodes',
    ]);
  });
});
