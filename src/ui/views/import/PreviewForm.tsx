import { useActions } from '../../state/actions';
import type { ImportState } from '../../state/importing';
import { Button } from '../../widgets/Button';
import { Icon } from '../../widgets/Icon';
import { Facts } from '../Facts';
import { EdgeChoice } from './EdgeChoice';
import { EstimateLines } from './EstimateLines';
import { FeatureChoice } from './FeatureChoice';
import { LabelChoice } from './LabelChoice';
import { NameChoice } from './NameChoice';
import { PlacesChoice } from './PlacesChoice';
import styles from './Preview.module.css';
import { previewFacts } from './previewFacts';
import { SampleChoice } from './SampleChoice';
import { SplitChoice } from './SplitChoice';
import { TableChoice } from './TableChoice';
import { useFirstFocus } from './useFirstFocus';

export interface Shown {
  readonly shown: Extract<ImportState, { kind: 'preview' }>;
}

/** What was found in the file, and what it is taken for. Everything is filled in: Enter opens it so. */
export function PreviewForm({ shown }: Shown) {
  const { acceptImport } = useActions();
  const { preview, answers, estimate, problem } = shown;
  return (
    <form
      className={styles.preview}
      onSubmit={(event) => {
        event.preventDefault();
        acceptImport();
      }}
    >
      <div className={styles.found}>
        <h3>{preview.format}</h3>
        <Facts facts={previewFacts(preview)} />
        {preview.remarks.length > 0 && (
          <ul className={styles.remarks} aria-label="Remarks">
            {preview.remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        )}
        <EstimateLines estimate={estimate} problem={problem} />
      </div>
      <div className={styles.answers}>
        {preview.table && <TableChoice table={preview.table} />}
        <NameChoice preview={preview} answers={answers} />
        <LabelChoice preview={preview} answers={answers} classes={estimate?.classes ?? null} />
        <FeatureChoice preview={preview} answers={answers} />
        {answers.label !== null && <SplitChoice preview={preview} answers={answers} />}
        <EdgeChoice preview={preview} answers={answers} types={estimate?.types ?? null} />
        <PlacesChoice preview={preview} answers={answers} />
        <SampleChoice preview={preview} answers={answers} />
      </div>
      {/* What Enter in a field presses; the button to see is below. */}
      <button type="submit" hidden tabIndex={-1}>
        Open graph
      </button>
    </form>
  );
}

/** Has the focus when the preview appears, so that Enter opens the graph as it is suggested. */
export function PreviewFoot({ shown }: Shown) {
  const { acceptImport, cancelImport } = useActions();
  const inside = useFirstFocus<HTMLDivElement>('button');
  return (
    <div className={styles.foot} ref={inside}>
      {shown.problem && (
        <span className={styles.problem} role="alert">
          <Icon name="warning" size={14} />
          {shown.problem}
        </span>
      )}
      <Button look="accent" disabled={shown.problem !== null || shown.isRereading} onClick={acceptImport}>
        Open graph
      </Button>
      <Button onClick={cancelImport}>Cancel</Button>
    </div>
  );
}
