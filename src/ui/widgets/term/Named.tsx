import { termOf } from '../../texts/terms';
import { Term } from './Term';

interface Props {
  readonly label: string;
  readonly hint?: string | undefined;
}

/** A name on the page, with its explanation where it is a term of the field. */
export function Named({ label, hint }: Props) {
  const term = termOf(label);
  return term ? (
    <Term of={term} hint={hint}>
      {label}
    </Term>
  ) : (
    label
  );
}
