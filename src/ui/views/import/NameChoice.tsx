import { useId } from 'react';
import { useActions } from '../../state/actions';
import { Select } from '../../widgets/Select';
import { useCommit } from '../../widgets/useCommit';
import { columnOf, columnOptions, columnValue, type Asked } from './asked';
import { Choice } from './Choice';
import styles from './Preview.module.css';

/** What the graph is called, and its nodes. */
export function NameChoice({ preview, answers }: Asked) {
  const { setImportAnswers } = useActions();
  const id = useId();
  const input = useCommit((element) => {
    const name = element.value.trim();
    if (name === '') element.value = answers.name;
    else if (name !== answers.name) setImportAnswers({ name });
  }, answers.name);
  return (
    <Choice title="Names">
      <div className={styles.fields}>
        <span className={styles.field}>
          <label htmlFor={id}>Of the graph</label>
          <input ref={input} id={id} type="text" maxLength={80} defaultValue={answers.name} />
        </span>
        {preview.nodeColumns.length > 0 && (
          <Select
            label="Of its nodes"
            labelled="above"
            value={columnValue(answers.names)}
            options={columnOptions(preview.nodeColumns, 'the ids of the file')}
            onChange={(value) => setImportAnswers({ names: columnOf(value) })}
          />
        )}
      </div>
    </Choice>
  );
}
