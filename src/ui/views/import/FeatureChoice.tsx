import type { FeatureAnswer } from '../../../data/import/answers';
import { MAX_POSITIONAL } from '../../../data/import/validateAnswers';
import { useActions } from '../../state/actions';
import { NumberField } from '../../widgets/NumberField';
import { Select, type Option } from '../../widgets/Select';
import { featureColumns, withFeatures } from './answerChanges';
import type { Asked } from './asked';
import { Choice } from './Choice';
import { ColumnTable } from './ColumnTable';
import styles from './Preview.module.css';

const SENTENCES: Readonly<Record<FeatureAnswer['kind'], string>> = {
  file: 'The rows of the matrix that the file has.',
  columns: 'Numbers are scaled, categories become one-hot, texts bags of words.',
  degree: 'How many edges a node has, one-hot: features that any graph has.',
  identity: 'Each node is known by its own index alone; nothing carries over to nodes that are added.',
  constant: 'The same for every node: whatever is learned comes from the edges.',
  positional: 'Where a node is in the graph: the first eigenvectors of its Laplacian.',
};

/** What is known of a node before any message. */
export function FeatureChoice({ preview, answers }: Asked) {
  const { setImportAnswers } = useActions();
  const { features } = answers;
  const options: readonly Option<FeatureAnswer['kind']>[] = [
    ...(preview.matrixColumns === null ? [] : [{ value: 'file' as const, label: 'the matrix of the file' }]),
    ...(featureColumns(preview, answers).length === 0
      ? []
      : [{ value: 'columns' as const, label: 'columns of the nodes' }]),
    { value: 'degree', label: 'degree' },
    { value: 'identity', label: 'one-hot identity' },
    { value: 'positional', label: 'position in the graph' },
    { value: 'constant', label: 'a constant' },
  ];
  return (
    <Choice title="Features">
      <div className={styles.fields}>
        <Select
          label="Of each node"
          labelled="above"
          value={features.kind}
          options={options}
          onChange={(kind) => setImportAnswers(withFeatures(preview, answers, kind))}
        />
        {features.kind === 'positional' && (
          <NumberField
            label="Eigenvectors"
            value={features.size}
            min={1}
            max={Math.max(1, Math.min(MAX_POSITIONAL, preview.counts.nodes - 1))}
            onChange={(size) => setImportAnswers({ features: { kind: 'positional', size } })}
          />
        )}
      </div>
      <p className={styles.quiet}>{SENTENCES[features.kind]}</p>
      {features.kind === 'columns' && <ColumnTable preview={preview} answers={answers} />}
    </Choice>
  );
}
