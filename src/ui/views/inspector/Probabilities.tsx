import { writeShare } from '../../widgets/numbers';
import { BarRow } from './BarRow';

interface Props {
  readonly classNames: readonly string[];
  /** One probability per class. */
  readonly values: Float32Array;
}

/** In the order of the classes, so that bars grow and shrink in place while the model trains. */
export function Probabilities({ classNames, values }: Props) {
  return (
    <ul>
      {classNames.map((name, index) => (
        <BarRow
          key={name}
          index={index}
          numClasses={classNames.length}
          name={name}
          share={values[index] ?? 0}
          value={writeShare(values[index] ?? 0)}
        />
      ))}
    </ul>
  );
}
