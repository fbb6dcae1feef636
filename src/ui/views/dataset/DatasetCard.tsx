import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import { Button } from '../../widgets/Button';
import { Icon } from '../../widgets/Icon';
import { Section } from '../../widgets/Section';
import { Facts } from '../Facts';
import styles from './DatasetCard.module.css';
import { EditsLine } from './EditsLine';
import { announcedFacts, countedFacts } from './facts';
import { LoadingLine } from './LoadingLine';
import { MissingSet } from './MissingSet';

/** What the shown set is and where it comes from; and how far another one is that shall take its place, or what is the matter with it. */
export function DatasetCard() {
  const { showDialog } = useActions();
  const data = useAppState((state) => state.data);
  const graph = useAppState((state) => state.graph);
  const { descriptor } = graph ?? data;
  return (
    <Section title="Data">
      <h3 className={styles.name}>
        {descriptor.name}
        {descriptor.synthetic && <span className={styles.tag}>synthetic</span>}
      </h3>
      <p className={styles.sentence}>{descriptor.sentence}</p>
      {data.kind === 'loading' && <LoadingLine sentence={data.sentence} />}
      {data.kind === 'failed' && (
        <MissingSet
          descriptor={data.descriptor}
          labelling={data.labelling}
          message={data.message}
          wasAsked={data.wasAsked}
        />
      )}
      {/* As edited. */}
      <Facts facts={graph ? countedFacts(graph.data) : announcedFacts(descriptor)} />
      {graph && <EditsLine />}
      <details className={styles.origin}>
        <summary>
          Source and licence
          <Icon name="down" size={11} />
        </summary>
        <p>
          {descriptor.source.url ? (
            <a href={descriptor.source.url} target="_blank" rel="noreferrer">
              {descriptor.source.name}
            </a>
          ) : (
            descriptor.source.name
          )}
        </p>
        {descriptor.citation && <p>{descriptor.citation}</p>}
        {descriptor.licence && <p>Licence: {descriptor.licence}</p>}
        {descriptor.download && (
          <>
            <p>Files, each taken only if its SHA-256 is right:</p>
            <ul className={styles.files}>
              {descriptor.download.files.map(({ name, sha256 }) => (
                <li key={name} title={sha256}>
                  {name} <code>{sha256.slice(0, 12)}…</code>
                </li>
              ))}
            </ul>
          </>
        )}
      </details>
      <div>
        <Button look="link" icon="file" onClick={() => showDialog('open')}>
          Open your own graph
        </Button>
      </div>
    </Section>
  );
}
