/** Moments written as whole numbers, as SNAP and logs write them: `1082040961`. */

const SECONDS_FROM = 1e9;
const SECONDS_TO = 1e10;
const MS = 1000;

/** Whether a number can be seconds since 1970 in ten digits (September 2001 to 2286), or milliseconds in thirteen. */
export const isMoment = (value: number): boolean =>
  Number.isInteger(value) &&
  ((value >= SECONDS_FROM && value < SECONDS_TO) || (value >= MS * SECONDS_FROM && value < MS * SECONDS_TO));
