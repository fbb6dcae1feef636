import { useEffect, useMemo, useRef, useState } from 'react';
import { messageOf } from '../../../data/base/errors';
import { pngOf, paintPicture, SCALES, svgBlob, type Scale } from '../../canvas/picture/formats';
import { pictureOf, PICTURES, type Picture, type PictureKind } from '../../canvas/picture/picture';
import { useTheme } from '../../palette/theme';
import { useAppStore } from '../../state/hooks';
import { inTurns } from '../../state/inTurns';
import { Button } from '../../widgets/Button';
import { writeCount } from '../../widgets/numbers';
import { saveFile } from '../../widgets/saveFile';
import { Segmented } from '../../widgets/Segmented';
import { pictureName, pictureTexts } from './pictureTexts';
import styles from './PictureTab.module.css';

const KINDS = PICTURES.map((value) => ({ value, label: value }));
const SIZES = SCALES.map((scale) => ({ value: String(scale), label: `${scale}×` }));

/** The pictures as they are now: as PNG for slides, as SVG for print. */
export default function PictureTab() {
  const store = useAppStore();
  const theme = useTheme();
  const [kind, setKind] = useState<PictureKind>('both');
  const [scale, setScale] = useState<Scale>(2);
  const [trouble, setTrouble] = useState<string | null>(null);
  const state = store.getState();
  const picture = useMemo(
    () => pictureOf(store.getState(), kind, theme, pictureTexts(store.getState())),
    [store, kind, theme],
  );
  if (!picture) return <p>There is no graph to take a picture of yet.</p>;
  const savePng = async (): Promise<void> => {
    try {
      saveFile(pictureName(state, kind, 'png'), await pngOf(picture, scale));
      setTrouble(null);
    } catch (error) {
      setTrouble(messageOf(error));
    }
  };
  return (
    <div className={styles.tab}>
      <Preview picture={picture} />
      <div className={styles.choices}>
        <Segmented label="Picture of" value={kind} segments={KINDS} onChange={setKind} />
        <span className={styles.way}>
          <Segmented
            label="Scale"
            value={String(scale)}
            segments={SIZES}
            onChange={(next) => setScale(SCALES.find((each) => String(each) === next) ?? 2)}
          />
          <Button look="accent" icon="download" onClick={() => void savePng()}>
            Save PNG
          </Button>
          <span className={styles.pixels}>
            {writeCount(picture.width * scale)} × {writeCount(picture.height * scale)} pixels
          </span>
        </span>
        <Button
          icon="download"
          onClick={() =>
            void svgBlob(picture).then((blob) => saveFile(pictureName(state, kind, 'svg'), blob))
          }
        >
          Save SVG
        </Button>
      </div>
      {trouble && <p role="alert">{trouble}</p>}
    </div>
  );
}

function Preview({ picture }: { readonly picture: Picture }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    if (!element) return undefined;
    // As sharp as it is shown.
    const shown = (element.clientWidth * (window.devicePixelRatio || 1)) / picture.width;
    return inTurns(paintPicture(element, picture, Math.max(0.25, shown)), () => {});
  }, [picture]);
  return (
    <canvas
      ref={canvas}
      className={styles.preview}
      aria-label={`Preview: ${picture.caption}`}
      style={{ '--ratio': picture.width / picture.height }}
    />
  );
}
