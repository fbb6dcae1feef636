import { describe, expect, it } from 'vitest';
import { focusOf, isKeyFree, shortcutOf, type KeyPress } from '../../../src/ui/app/shortcuts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  repeat: false,
  ...more,
});

describe('shortcuts', () => {
  it.each([
    [' ', {}, 'toggle'],
    ['.', {}, 'step'],
    ['r', {}, 'reset'],
    ['R', {}, 'reset'],
    ['l', {}, 'layers'],
    ['p', {}, 'projector'],
    ['s', {}, 'share'],
    ['/', {}, 'search'],
    ['/', { shiftKey: true }, 'search'],
    ['t', {}, 'table'],
    ['0', {}, 'label'],
    ['9', {}, 'label'],
    ['Delete', {}, 'delete'],
    ['Backspace', {}, 'delete'],
    ['Escape', {}, 'clear'],
    ['?', { shiftKey: true }, 'help'],
    ['z', { ctrlKey: true }, 'undo'],
    ['z', { metaKey: true }, 'undo'],
    ['Z', { ctrlKey: true, shiftKey: true }, 'redo'],
    ['Z', { metaKey: true, shiftKey: true }, 'redo'],
    ['y', { ctrlKey: true }, 'redo'],
  ] as const)('reads %j with %j as %s', (key, more, expected) => {
    expect(shortcutOf(press(key, more), 'page')).toBe(expected);
  });

  it('leaves the keys of the browser alone', () => {
    expect(shortcutOf(press('r', { ctrlKey: true }), 'page')).toBeNull();
    expect(shortcutOf(press('r', { metaKey: true }), 'page')).toBeNull();
    expect(shortcutOf(press('y', { metaKey: true }), 'page')).toBeNull();
    expect(shortcutOf(press('z', { altKey: true }), 'page')).toBeNull();
    expect(shortcutOf(press('a'), 'page')).toBeNull();
  });

  it('types into fields', () => {
    for (const key of [' ', '.', 'r', '?', 'Escape', '/', 't', '1', 'Delete', 'Backspace'])
      expect(shortcutOf(press(key), 'field')).toBeNull();
    expect(shortcutOf(press('z', { ctrlKey: true }), 'field')).toBeNull();
  });

  it('lets space press a focused button, and keeps the other keys', () => {
    expect(shortcutOf(press(' '), 'button')).toBeNull();
    expect(shortcutOf(press('.'), 'button')).toBe('step');
  });

  it('repeats steps and undo while a key is held, not play', () => {
    expect(shortcutOf(press('.', { repeat: true }), 'page')).toBe('step');
    expect(shortcutOf(press('z', { ctrlKey: true, repeat: true }), 'page')).toBe('undo');
    expect(shortcutOf(press(' ', { repeat: true }), 'page')).toBeNull();
  });
});

describe('the focus', () => {
  it.each([
    [{ tagName: 'INPUT', type: 'number' }, 'field'],
    [{ tagName: 'INPUT' }, 'field'],
    [{ tagName: 'select' }, 'field'],
    [{ tagName: 'TEXTAREA' }, 'field'],
    [{ tagName: 'DIV', isContentEditable: true }, 'field'],
    [{ tagName: 'INPUT', type: 'checkbox' }, 'button'],
    [{ tagName: 'INPUT', type: 'radio' }, 'button'],
    [{ tagName: 'BUTTON' }, 'button'],
    [{ tagName: 'SUMMARY' }, 'button'],
    [{ tagName: 'INPUT', type: 'range' }, 'page'],
    [{ tagName: 'DIV' }, 'page'],
  ] as const)('on %j is a %s', (element, expected) => {
    expect(focusOf(element)).toBe(expected);
  });
});

describe('keys on a page that a link opened', () => {
  const view = { locked: [], hidden: [], embed: false } as const;

  it('do nothing where their group is locked or hidden, and stay otherwise', () => {
    expect(isKeyFree('label', view)).toBe(true);
    expect(isKeyFree('label', { ...view, locked: ['edit'] })).toBe(false);
    expect(isKeyFree('layers', { ...view, hidden: ['projection'] })).toBe(false);
    expect(isKeyFree('toggle', { ...view, locked: ['model'], hidden: ['edit', 'time'] })).toBe(true);
  });

  it('are those of the run in a frame', () => {
    const framed = { ...view, embed: true };
    expect((['toggle', 'step', 'reset', 'clear'] as const).every((key) => isKeyFree(key, framed))).toBe(true);
    expect((['label', 'share', 'table', 'search'] as const).some((key) => isKeyFree(key, framed))).toBe(
      false,
    );
  });
});
