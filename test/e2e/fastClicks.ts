/** A visitor without patience, and what is left on the page once they have stopped. */
import type { Page } from 'playwright';

const button = (label: string) => `button[aria-label="${label}"]`;
const layer = (id: string) => `label[data-layer="${id}"]`;
const tool = (label: string) => `label[title^="${label}"]`;

/** Buttons that are another one each time. */
const PLAY = 'fieldset[aria-label="Training"] > button[title$="(space)"]';
const WALK = `${button('Play through the layers')}, ${button('End playing through the layers')}`;
/** Behind a button of its own. */
const MORE = button('More on the time');
const TIME = 'button:has-text("Play back from here"), button:has-text("Stop here")';

/** Each cuts short what the one before has begun. Keys come in pairs, and undo each other. */
const PRESSES: readonly string[] = [
  WALK,
  layer('z'),
  PLAY,
  'ground',
  layer('x'),
  button('Filter'),
  'key t',
  layer('h1'),
  PLAY,
  'ground',
  MORE,
  TIME,
  button('Nearest in the full space'),
  'narrow',
  PLAY,
  'wide',
  button('Graph distance against embedding distance'),
  tool('Select by a lasso'),
  'ground',
  WALK,
  'key p',
  'key l',
  layer('z'),
  'ground',
  'key p',
  button('Search'),
  tool('Move the picture'),
  MORE,
  TIME,
  'key t',
  PLAY,
  layer('h1'),
];

/** Where on the graph each press falls: spread over it, the same ones in every run. */
const place = (turn: number) => ({
  across: 0.2 + 0.6 * ((turn * 0.618) % 1),
  down: 0.2 + 0.6 * ((turn * 0.414) % 1),
});

/** Presses one after another as fast as the browser takes them, then lets go: nothing open, nothing selected. */
export async function clickFast(page: Page): Promise<{ pressed: number; of: number }> {
  const { width, height } = page.viewportSize() ?? { width: 1440, height: 900 };
  let pressed = 0;
  for (const [turn, press] of PRESSES.entries()) {
    if (press === 'narrow') await page.setViewportSize({ width: 390, height: 844 });
    else if (press === 'wide') await page.setViewportSize({ width, height });
    else if (press.startsWith('key ')) {
      await page.evaluate(
        () => document.activeElement instanceof HTMLElement && document.activeElement.blur(),
      );
      await page.keyboard.press(press.slice(4));
    } else {
      const found = page.locator(press === 'ground' ? '[role=application]' : press).first();
      const box = (await found.count()) > 0 ? await found.boundingBox() : null;
      if (!box) continue;
      const { across, down } = press === 'ground' ? place(turn) : { across: 0.5, down: 0.5 };
      await page.mouse.click(box.x + across * box.width, box.y + down * box.height);
    }
    pressed++;
  }
  // Escape closes what is open, ends a walk, and clears the selection, one after another.
  for (let times = 0; times < 3; times++) await page.keyboard.press('Escape');
  return { pressed, of: PRESSES.length };
}

export interface Remains {
  readonly canvases: number;
  readonly openSheets: number;
  readonly notices: number;
  readonly messagesInFlight: number;
  readonly isWalking: boolean;
  /** Whether anything was drawn while nobody did anything. */
  readonly isDrawing: boolean;
}

/** Frames that the page is left alone for: an animation draws in each of them. */
const FRAMES = 30;

/** What stands on the page once it has been left alone for a number of frames. */
export async function remains(page: Page): Promise<Remains> {
  return page.evaluate(async (frames) => {
    const drawn = () => JSON.stringify(window.playground.counters().redraws);
    const before = drawn();
    for (let frame = 0; frame < frames; frame++) await new Promise(requestAnimationFrame);
    const count = (selector: string) => document.querySelectorAll(selector).length;
    return {
      canvases: count('canvas'),
      openSheets: count(':popover-open') + count('dialog[open]'),
      notices: count('[aria-label="Notices"] p'),
      messagesInFlight: window.playground.counters().messagesInFlight,
      isWalking: count('[aria-label="End playing through the layers"]') > 0,
      isDrawing: drawn() !== before,
    };
  }, FRAMES);
}
