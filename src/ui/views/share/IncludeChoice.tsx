import { isOwn, namesOfOwn } from './ownGraph';
import { useAppState } from '../../state/hooks';
import { Checkbox } from '../../widgets/Checkbox';
import type { ShareOptions } from './shareOptions';
import styles from './LinkTab.module.css';
import type { TabProps } from './tabs';

type Part = 'run' | 'view' | 'graph' | 'names' | 'results';

/** What is in the link besides data set, model and training. */
export function IncludeChoice({ options, onOptions }: TabProps) {
  const epoch = useAppState((state) => state.training.epoch);
  const hasOwn = useAppState(isOwn);
  const names = useAppState(namesOfOwn);
  const parts: readonly { readonly part: Part; readonly label: string; readonly hint: string }[] = [
    {
      part: 'run',
      label: epoch > 0 ? `the run up to epoch ${epoch}` : 'the run',
      hint: 'With the settings changed during the run. Without it: the settings, at epoch 0',
    },
    {
      part: 'view',
      label: 'the view: camera, selection, colours',
      hint: 'Without it: the usual view',
    },
    ...(hasOwn
      ? ([
          {
            part: 'graph',
            label: 'your own graph',
            hint: 'Without it the receiver has to open the same file',
          },
        ] as const)
      : []),
    ...(names !== null && options.graph
      ? ([
          {
            part: 'names',
            label: `its names and columns: ${names}`,
            hint: 'Whoever has the link can read them. Without them nodes are told by their numbers',
          },
        ] as const)
      : []),
    {
      part: 'results',
      label: 'results to compare with',
      hint: 'Loss, accuracy and predictions here: the receiver’s page says how far its own agree',
    },
  ];
  const take = (part: Part, isTaken: boolean): ShareOptions => ({ ...options, [part]: isTaken });
  return (
    <fieldset className={styles.include}>
      <legend className={styles.legend}>In the link</legend>
      {parts.map(({ part, label, hint }) => (
        <Checkbox
          key={part}
          label={label}
          hint={hint}
          checked={options[part]}
          onChange={(isTaken) => onOptions(take(part, isTaken))}
        />
      ))}
    </fieldset>
  );
}
