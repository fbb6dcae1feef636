import { useRef } from 'react';
import { layerDescriptor } from '../../../../data/run/layers/defaults';
import type { LayerInfo } from '../../../../data/run/records';
import { LayerName } from '../../LayerName';
import { Term as Explained } from '../../../widgets/term/Term';
import inspector from '../Inspector.module.css';
import type { Formula, Term } from '../terms/term';
import styles from './FormulaPart.module.css';
import { LinkedFormula } from './LinkedFormula';
import { MatrixCard } from './MatrixCard';
import type { Subject } from './subject';
import { TermList } from './TermList';
import { useLeaving } from './useLeaving';

interface Props {
  readonly subject: Subject;
  readonly layer: LayerInfo;
  readonly formula: Formula;
  readonly active: Term | null;
  readonly pinned: string | null;
  /** null: nothing is pointed at any more. */
  readonly onPoint: (term: string | null) => void;
  readonly onPin: (term: string | null) => void;
}

/** The layer's formula, its terms by name, and what the term that is pointed at means at this node. */
export function FormulaPart({ subject, layer, formula, active, pinned, onPoint, onPin }: Props) {
  const { name, sentence } = layerDescriptor(subject.trace.kind);
  const press = (term: string): void => onPin(term === pinned ? null : term);
  const part = useRef<HTMLElement>(null);
  useLeaving(part, () => onPoint(null));
  return (
    <section ref={part} className={inspector.part} aria-label="Formula">
      <h3>
        How <LayerName label={layer.label} /> is computed · {name}
        {layer.kind === 'output' && (
          <>
            {' '}
            · <Explained of="logit">logits</Explained>
          </>
        )}
      </h3>
      <LinkedFormula lines={formula.lines} active={active?.id ?? null} onPoint={onPoint} onPress={press} />
      <TermList
        terms={formula.terms}
        active={active?.id ?? null}
        pinned={pinned}
        onPoint={onPoint}
        onPress={press}
      />
      <p className={styles.sentence}>{active?.sentence ?? sentence}</p>
      {active?.shows.kind === 'matrix' && (
        <MatrixCard
          key={active.shows.role}
          subject={subject}
          role={active.shows.role}
          onClose={() => {
            onPin(null);
            onPoint(null);
          }}
        />
      )}
    </section>
  );
}
