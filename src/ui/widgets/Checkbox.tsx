import styles from './Checkbox.module.css';

interface Props {
  readonly label: string;
  readonly checked: boolean;
  readonly hint?: string;
  readonly onChange: (checked: boolean) => void;
}

export function Checkbox({ label, checked, hint, onChange }: Props) {
  return (
    <label className={styles.checkbox} title={hint}>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      {label}
    </label>
  );
}
