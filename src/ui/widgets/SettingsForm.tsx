import { useState } from 'react';
import type { Param, ParamValue } from '../../data/run/params';
import { ParamForm } from './ParamForm';
import styles from './SettingsForm.module.css';

interface Props {
  readonly params: readonly Param[];
  readonly values: Readonly<Record<string, ParamValue>>;
  /** Takes a value over, or says why there is no such combination. */
  readonly onChange: (key: string, value: ParamValue) => string | null;
}

/** A form whose settings may contradict each other: what is refused is said, and the old value shown again. */
export function SettingsForm({ params, values, onChange }: Props) {
  const [refused, setRefused] = useState({ times: 0, why: '' });
  const change = (key: string, value: ParamValue) => {
    const why = onChange(key, value);
    if (why !== null) setRefused(({ times }) => ({ times: times + 1, why }));
    else if (refused.why) setRefused(({ times }) => ({ times, why: '' }));
  };
  return (
    <>
      {/* A new form shows the value in force again in place of the one refused. */}
      <ParamForm key={refused.times} compact params={params} values={values} onChange={change} />
      {refused.why && (
        <p className={styles.refused} role="alert">
          {refused.why}
        </p>
      )}
    </>
  );
}
