import { describe, expect, it } from 'vitest';
import { forgetLeft, keepLeft, takeLeft, type TabStorage } from '../../../src/ui/app/leftAt';

function storage(first: Record<string, string> = {}): TabStorage & { readonly items: Map<string, string> } {
  const items = new Map(Object.entries(first));
  return {
    items,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}

describe('where a page was left', () => {
  it('is what its reload opens, once', () => {
    const tab = storage();
    keepLeft('#data=cora&epoch=25', '#data=cora&epoch=35', tab);
    expect(takeLeft('#data=cora&epoch=25', tab)).toBe('#data=cora&epoch=35');
    expect(takeLeft('#data=cora&epoch=25', tab)).toBe('#data=cora&epoch=25');
  });

  it('is nothing to another address, nor to one that reached the bar', () => {
    const tab = storage();
    keepLeft('#data=cora&epoch=25', '#data=cora&epoch=35', tab);
    expect(takeLeft('#data=karate', tab)).toBe('#data=karate');
    keepLeft('#data=cora&epoch=25', '#data=cora&epoch=35', tab);
    expect(takeLeft('#data=cora&epoch=35', tab)).toBe('#data=cora&epoch=35');
    expect(tab.items.size).toBe(0);
  });

  it('can be forgotten', () => {
    const tab = storage();
    keepLeft('', '#data=cora', tab);
    forgetLeft(tab);
    expect(takeLeft('', tab)).toBe('');
  });

  it.each(['', '{', '3', 'null', '[]', '{"shown":""}', '{"shown":"","left":4}'])(
    'is not taken from what is no such thing: %s',
    (text) => expect(takeLeft('', storage({ 'gnn-playground.left': text }))).toBe(''),
  );

  it('is not kept where the browser refuses or has no room', () => {
    const refuse = () => {
      throw new DOMException('no', 'QuotaExceededError');
    };
    const full = { getItem: refuse, setItem: refuse, removeItem: refuse };
    expect(() => keepLeft('', '#data=cora', full)).not.toThrow();
    expect(() => forgetLeft(full)).not.toThrow();
    expect(takeLeft('#data=cora', full)).toBe('#data=cora');
    expect(takeLeft('#data=cora', null)).toBe('#data=cora');
  });
});
