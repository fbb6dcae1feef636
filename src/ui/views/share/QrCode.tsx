import { useMemo } from 'react';
import { encode } from 'uqr';
import styles from './QrCode.module.css';
import { darkModules, QUIET_ZONE } from './qrPath';

/** A QR code, dark on light in both themes: many readers do not take the inverse. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { path, size } = useMemo(() => {
    const { data } = encode(text, { ecc: 'L', boostEcc: true, border: QUIET_ZONE });
    return { path: darkModules(data), size: data.length };
  }, [text]);
  return (
    <svg className={styles.code} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
      <title>{label}</title>
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}
