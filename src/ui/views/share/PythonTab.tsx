import { useEffect, useRef, useState } from 'react';
import { messageOf } from '../../../data/base/errors';
import type { PythonProject } from '../../../data/python/pythonProject';
import { canonical } from '../../../data/run/runSpec';
import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import { Button } from '../../widgets/Button';
import { Checkbox } from '../../widgets/Checkbox';
import { saveFile } from '../../widgets/saveFile';
import { copyText } from './copyText';
import styles from './PythonTab.module.css';

/** The run as a PyTorch Geometric script, with the weights that the page shows. */
export default function PythonTab() {
  const epoch = useAppState((state) => state.training.epoch);
  const run = useAppState((state) => state.run);
  const isPlaying = useAppState((state) => state.training.phase === 'playing');
  const [withWeights, setWithWeights] = useState(true);
  return (
    <div className={styles.tab}>
      <p>
        A script that builds this data, this model and this recipe with PyTorch Geometric, for those who
        outgrow a tab. It loads the weights of this page, or trains anew, on one machine or on several.
      </p>
      <Checkbox
        label={`with the weights of epoch ${epoch}`}
        checked={withWeights}
        onChange={setWithWeights}
      />
      {isPlaying ? (
        <p className={styles.note}>The run is training: pause it to take its weights.</p>
      ) : (
        <Project key={`${epoch} ${withWeights} ${canonical(run)}`} withWeights={withWeights} />
      )}
    </div>
  );
}

/** Written once: another run, epoch or choice is another project. */
function Project({ withWeights }: { readonly withWeights: boolean }) {
  const { python } = useActions();
  const [project, setProject] = useState<PythonProject | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [copied, setCopied] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    let isWanted = true;
    python({ weights: withWeights }).then(
      (made) => isWanted && setProject(made),
      (error: unknown) => isWanted && setTrouble(messageOf(error)),
    );
    return () => {
      isWanted = false;
    };
  }, [python, withWeights]);
  if (trouble) return <p role="alert">{trouble}</p>;
  if (!project) return <output className={styles.note}>Writing the script…</output>;
  const { name, script, files } = project;
  return (
    <>
      <div className={styles.choices}>
        <Button look="accent" icon="download" onClick={() => void save(project)}>
          {files.length > 0 ? 'Save script and files' : 'Save script'}
        </Button>
        <Button icon="copy" onClick={() => void copyText(script, field.current).then(setCopied)}>
          Copy script
        </Button>
        <output className={styles.note}>{copied}</output>
        <span className={styles.note}>
          {[name, ...files.map((file) => file.name)].join(', ')}
          {files.length > 0 && ', in one zip file'}
        </span>
      </div>
      <textarea
        ref={field}
        readOnly
        className={styles.script}
        aria-label="The script"
        spellCheck={false}
        wrap="off"
        value={script}
      />
    </>
  );
}

/** A script alone, or with its files in a zip. */
async function save({ name, script, files }: PythonProject): Promise<void> {
  if (files.length === 0) return saveFile(name, new Blob([script], { type: 'text/x-python' }));
  const { zipSync } = await import('fflate');
  const entries = [
    [name, new TextEncoder().encode(script)] as const,
    ...files.map((file) => [file.name, file.bytes] as const),
  ];
  const zipped = zipSync(Object.fromEntries(entries));
  saveFile(name.replace(/\.py$/, '.zip'), new Blob([zipped], { type: 'application/zip' }));
}
