import { methodDescriptor } from '../../../data/run/layers/defaults';
import type { MethodSpec } from '../../../data/run/methods/methods';
import type { ParamValue } from '../../../data/run/params';
import { useActions } from '../../state/actions';
import { SettingsForm } from '../../widgets/SettingsForm';
import { KindNote } from './KindNote';
import styles from './LayerCard.module.css';
import { changedMethod, methodParams } from './methodChange';

/** A model that is no stack of layers: what it does, and its settings. */
export function MethodCard({ method }: { readonly method: MethodSpec }) {
  const { setMethod } = useActions();
  const descriptor = methodDescriptor(method.kind);
  const change = (key: string, value: ParamValue): string | null => {
    const next = changedMethod(method, key, value);
    if (typeof next === 'string') return next;
    setMethod(next);
    return null;
  };
  return (
    <>
      <div className={`${styles.card} ${styles.method}`}>
        <SettingsForm
          key={method.kind}
          params={methodParams(method)}
          values={{ ...method }}
          onChange={change}
        />
      </div>
      <KindNote descriptor={descriptor} label={descriptor.name} />
    </>
  );
}
