import 'react';

// Custom properties in `style`, so that a module's CSS can be given a number or a colour.
declare module 'react' {
  interface CSSProperties {
    [property: `--${string}`]: string | number | undefined;
  }
}
