/** Modules of light that a reader needs around a code (ISO/IEC 18004). */
export const QUIET_ZONE = 4;

/** Dark modules as one SVG path, a rectangle for each run of them in a row; a module is one unit. */
export const darkModules = (rows: readonly (readonly boolean[])[]): string =>
  rows
    .flatMap((row, y) =>
      row.flatMap((isDark, x) => {
        if (!isDark || row[x - 1]) return [];
        const end = row.indexOf(false, x);
        const width = (end < 0 ? row.length : end) - x;
        return [`M${x} ${y}h${width}v1h-${width}z`];
      }),
    )
    .join('');
