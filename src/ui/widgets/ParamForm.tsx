import type { Param, ParamValue } from '../../data/run/params';
import { Checkbox } from './Checkbox';
import { NumberField } from './NumberField';
import { writeCount } from './numbers';
import styles from './ParamForm.module.css';
import { Select } from './Select';
import { Slider } from './Slider';

interface Props<K extends string> {
  readonly params: readonly Param<K>[];
  readonly values: Readonly<Record<K, ParamValue>>;
  readonly onChange: (key: K, value: ParamValue) => void;
  /** One short line below a control: from when on it holds. */
  readonly note?: (key: K) => string | null;
  /** Side by side, names above: for the cards of layers. */
  readonly compact?: boolean;
}

/** Draws a control for every descriptor in the list, in its order. */
export function ParamForm<K extends string>({ params, values, onChange, note, compact = false }: Props<K>) {
  return (
    <div className={compact ? styles.compact : styles.form}>
      {params.map((param) => (
        <ParamControl
          key={param.key}
          param={param}
          value={values[param.key]}
          labelled={compact ? 'above' : 'beside'}
          note={note?.(param.key) ?? null}
          onChange={(value) => onChange(param.key, value)}
        />
      ))}
    </div>
  );
}

interface ControlProps {
  readonly param: Param;
  readonly value: ParamValue;
  readonly labelled: 'above' | 'beside';
  readonly note: string | null;
  readonly onChange: (value: ParamValue) => void;
}

function ParamControl({ param, value, labelled, note, onChange }: ControlProps) {
  const { label, help: hint } = param;
  switch (param.kind) {
    case 'integer':
      if (param.stops)
        return (
          <Select
            {...{ label, labelled, hint }}
            value={String(value)}
            options={[...new Set([...param.stops, Number(value)])]
              .sort((a, b) => a - b)
              .map((stop) => ({
                value: String(stop),
                label: stop === 0 && param.zero ? param.zero : writeCount(stop),
              }))}
            onChange={(chosen) => onChange(Number(chosen))}
          />
        );
      return (
        <NumberField
          {...{ label, labelled, hint, onChange }}
          value={Number(value)}
          min={param.min}
          max={param.max}
        />
      );
    case 'real':
      return <Slider {...{ label, hint, note, onChange }} value={Number(value)} stops={param.stops} />;
    case 'own':
      return (
        <Slider
          {...{ label, hint, note, onChange }}
          value={value === null ? null : Number(value)}
          stops={[null, ...param.stops]}
        />
      );
    case 'choice':
      return (
        <Select
          {...{ label, labelled, hint, onChange }}
          value={String(value)}
          options={param.options.map((option) => ({ value: option, label: option }))}
        />
      );
    case 'boolean':
      return <Checkbox {...{ label, labelled, hint, onChange }} checked={value === true} />;
    default:
      return param satisfies never;
  }
}
