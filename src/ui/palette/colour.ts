/** Arithmetic on sRGB colours written as #rrggbb, for contrast and for mixing towards the ground. */

const HEX = /^#[0-9a-f]{6}$/i;

type Rgb = readonly [red: number, green: number, blue: number];

/** @throws RangeError where the colour is not written as #rrggbb */
export function toRgb(colour: string): Rgb {
  if (!HEX.test(colour)) throw new RangeError(`palette: expected a colour as #rrggbb, got ${colour}.`);
  const bits = Number.parseInt(colour.slice(1), 16);
  return [bits >> 16, (bits >> 8) & 255, bits & 255];
}

const toHex = (rgb: Rgb): string =>
  `#${rgb.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;

/** (1 - share) * from + share * to, per sRGB channel. */
export function mix(from: string, to: string, share: number): string {
  const [a, b] = [toRgb(from), toRgb(to)];
  const blend = (i: 0 | 1 | 2): number => a[i] + (b[i] - a[i]) * share;
  return toHex([blend(0), blend(1), blend(2)]);
}

/** Relative luminance, 0 to 1 (WCAG 2.2). */
export function luminance(colour: string): number {
  const [red, green, blue] = toRgb(colour).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

/** (L1 + 0.05) / (L2 + 0.05) with L1 the lighter one: 1 to 21 (WCAG 2.2). Text needs 4.5, marks need 3. */
export function contrast(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** The colour nearest to `colour` on the way to `towards` that has at least this contrast with `ground`. */
export function withContrast(colour: string, ground: string, towards: string, atLeast: number): string {
  for (let share = 0; share < 1; share += 0.05) {
    const candidate = mix(colour, towards, share);
    if (contrast(candidate, ground) >= atLeast) return candidate;
  }
  return towards;
}
