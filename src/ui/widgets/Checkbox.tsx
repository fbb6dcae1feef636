import styles from './Checkbox.module.css';

interface Props {
  readonly label: string;
  readonly checked: boolean;
  readonly labelled?: 'above' | 'beside';
  readonly hint?: string;
  readonly onChange: (checked: boolean) => void;
}

export function Checkbox({ label, labelled = 'beside', checked, hint, onChange }: Props) {
  return (
    <label className={`${styles.checkbox} ${styles[labelled]}`} title={hint}>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>{label}</span>
    </label>
  );
}
