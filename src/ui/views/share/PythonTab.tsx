import { useEffect, useState } from 'react';
import { messageOf } from '../../../data/base/errors';
import type { PythonProject } from '../../../data/python/pythonProject';
import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import { Button } from '../../widgets/Button';
import { Checkbox } from '../../widgets/Checkbox';
import { saveFile } from '../../widgets/saveFile';
import styles from './PythonTab.module.css';

const SHOWN_LINES = 400;

/** The first lines: embedded data is long, and nobody reads it. */
function shown(script: string): string {
  const lines = script.split('\n');
  const head = lines
    .slice(0, SHOWN_LINES)
    .map((line) => (line.length > 160 ? `${line.slice(0, 150)} …` : line));
  return lines.length > SHOWN_LINES ? `${head.join('\n')}\n…` : head.join('\n');
}

/** The run as a PyTorch Geometric script, with the weights that the page shows. */
export default function PythonTab() {
  const { python } = useActions();
  const epoch = useAppState((state) => state.training.epoch);
  const run = useAppState((state) => state.run);
  const phase = useAppState((state) => state.training.phase);
  const [withWeights, setWithWeights] = useState(true);
  const [project, setProject] = useState<PythonProject | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const isPlaying = phase === 'playing';
  useEffect(() => {
    let isWanted = !isPlaying;
    if (isWanted)
      python({ weights: withWeights }).then(
        (made) => {
          if (isWanted) setProject(made);
          setTrouble(null);
        },
        (error: unknown) => {
          if (isWanted) setTrouble(messageOf(error));
        },
      );
    return () => {
      isWanted = false;
    };
  }, [python, withWeights, epoch, run, isPlaying]);
  const save = async (): Promise<void> => {
    if (!project) return;
    if (project.files.length === 0)
      return saveFile(project.name, new Blob([project.script], { type: 'text/x-python' }));
    const { zipSync } = await import('fflate');
    const files = project.files.map(({ name, bytes }) => [name, bytes] as const);
    const zipped = zipSync(
      Object.fromEntries([[project.name, new TextEncoder().encode(project.script)], ...files]),
    );
    saveFile(project.name.replace(/\.py$/, '.zip'), new Blob([zipped], { type: 'application/zip' }));
  };
  return (
    <div className={styles.tab}>
      <p>
        A script that builds this data, this model and this recipe with PyTorch Geometric, for those who
        outgrow a tab. It loads the weights of this page, or trains anew, on one machine or on several.
      </p>
      <div className={styles.choices}>
        <Checkbox
          label={`with the weights of epoch ${epoch}`}
          checked={withWeights}
          onChange={setWithWeights}
        />
        <Button look="accent" icon="download" disabled={!project || isPlaying} onClick={() => void save()}>
          {project && project.files.length > 0 ? 'Save script and files' : 'Save script'}
        </Button>
      </div>
      {isPlaying && <p className={styles.note}>The run is training: pause it to take its weights.</p>}
      {trouble && <p role="alert">{trouble}</p>}
      {project && (
        <>
          {project.files.length > 0 && (
            <p className={styles.note}>
              {[project.name, ...project.files.map(({ name }) => name)].join(', ')} in one zip file.
            </p>
          )}
          {/* Scrolled by keyboard, so it can be focused. */}
          <pre className={styles.script} tabIndex={0} aria-label="The script">
            {shown(project.script)}
          </pre>
        </>
      )}
    </div>
  );
}
