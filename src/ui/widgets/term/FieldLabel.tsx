import { termOf } from '../../texts/terms';
import { Term } from './Term';

interface Props {
  /** Of the field. */
  readonly id: string;
  readonly label: string;
  readonly className?: string | undefined;
  readonly hint?: string | undefined;
  /** For screen readers only: a term that cannot be seen is not for pressing either. */
  readonly isHidden?: boolean;
}

/** The name of a field. One that is a term is pressed for its explanation, so that it cannot be a `label` too. */
export function FieldLabel({ id, label, className, hint, isHidden = false }: Props) {
  const term = isHidden ? null : termOf(label);
  if (!term)
    return (
      <label htmlFor={id} className={className}>
        {label}
      </label>
    );
  return (
    <span data-name className={className}>
      <Term of={term} hint={hint}>
        {label}
      </Term>
    </span>
  );
}

/** `aria-label` of the field: undefined where its name is a `label`. Where there is no room its name may be hidden. */
export const namedBy = (label: string, isHidden = false): string | undefined =>
  isHidden || termOf(label) === null ? undefined : label;
