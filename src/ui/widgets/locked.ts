/** What is said of a control that cannot be touched. */
export const LOCKED = 'Locked by whoever sent this link';
