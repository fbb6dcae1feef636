import { useId } from 'react';
import { useActions } from '../../state/actions';
import type { BackendState } from '../../state/appState';
import { useAppState } from '../../state/hooks';
import { Popover } from '../../widgets/Popover';
import styles from './BackendBadge.module.css';
import { BACKEND_CHOICES, backendLabel } from './backendText';

/** Names the backend in use; opens why it was chosen, and the choice of another. */
export function BackendBadge() {
  const backend = useAppState((state) => state.backend);
  const label = backendLabel(backend);
  return (
    <Popover
      label="Backend"
      button={{
        className: `${styles.badge} ${styles[backend.kind]}`,
        title: 'What computes here, and why',
        'aria-label': `Backend: ${label}`,
        children: (
          <>
            <span className={styles.mark} aria-hidden="true" />
            {label}
          </>
        ),
      }}
    >
      <div className={styles.sheet}>
        <Why backend={backend} />
        <Choice choice={backend.choice} />
      </div>
    </Popover>
  );
}

function Why({ backend }: { readonly backend: BackendState }) {
  const secure = useAppState((state) => state.secure);
  const isOfflineReady = useAppState((state) => state.isOfflineReady);
  return (
    <div className={styles.why}>
      <h2>{backend.kind === 'ready' ? `Computing with ${backendLabel(backend)}` : backendLabel(backend)}</h2>
      {backend.kind === 'ready' && <p>{backend.info.reason}</p>}
      {backend.kind === 'ready' && backend.info.adapter && (
        <p>
          Adapter: {backend.info.adapter}
          {backend.info.isSoftwareAdapter && ' (software, no graphics card)'}
        </p>
      )}
      {backend.kind === 'starting' && <p>Asking for an adapter and testing the kernels.</p>}
      {backend.kind === 'failed' && <p className={styles.message}>{backend.message}</p>}
      {isOfflineReady && <p>This page, and all that was opened in it, works without a network too.</p>}
      {!secure && (
        <p>
          This page came over plain http from another address, so the browser withholds WebGPU and its cache.
          Open it over https or on localhost for both.
        </p>
      )}
    </div>
  );
}

function Choice({ choice }: Pick<BackendState, 'choice'>) {
  const { setBackend } = useActions();
  const name = useId();
  return (
    <fieldset className={styles.choice}>
      <legend>Use another. The run starts again.</legend>
      {BACKEND_CHOICES.map(({ value, label, sentence }) => (
        <label key={value}>
          <input type="radio" name={name} checked={value === choice} onChange={() => setBackend(value)} />
          <span>
            {label} <small>{sentence}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
