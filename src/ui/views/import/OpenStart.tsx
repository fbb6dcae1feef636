import { useId, useState } from 'react';
import { useActions } from '../../state/actions';
import { Button } from '../../widgets/Button';
import { ChooseFiles } from './ChooseFiles';
import { FORMAT_TEXTS } from './formats';
import styles from './OpenStart.module.css';
import { OwnList } from './OwnList';

/** The ways in. Files stay in this tab. */
export function OpenStart() {
  const { openText, openUrl } = useActions();
  const id = useId();
  const [text, setText] = useState('');
  const [address, setAddress] = useState('');
  return (
    <div className={styles.start}>
      <div className={styles.ways}>
        <div className={styles.zone}>
          <p>Drop files anywhere on the page. They stay in this tab.</p>
          <ChooseFiles look="accent">Choose files…</ChooseFiles>
        </div>
        <form
          className={styles.way}
          onSubmit={(event) => {
            event.preventDefault();
            openUrl(address);
          }}
        >
          <label htmlFor={`${id}-address`}>Or fetch one from an address</label>
          <div className={styles.row}>
            <input
              id={`${id}-address`}
              type="text"
              inputMode="url"
              autoComplete="off"
              spellCheck={false}
              placeholder="https://host/graph.gexf"
              value={address}
              onChange={(event) => setAddress(event.target.value)}
            />
            <Button disabled={address.trim() === ''} onClick={() => openUrl(address)}>
              Fetch
            </Button>
          </div>
        </form>
        <div className={styles.way}>
          <label htmlFor={`${id}-text`}>Or paste it: one edge per line, a table, JSON, XML</label>
          <textarea
            id={`${id}-text`}
            rows={4}
            spellCheck={false}
            placeholder={'source,target\nada,bob\nbob,cy'}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <Button disabled={text.trim() === ''} onClick={() => openText(text)}>
            Read it
          </Button>
        </div>
      </div>
      <div className={styles.known}>
        <OwnList />
        <h3>What can be opened</h3>
        <ul className={styles.formats}>
          {FORMAT_TEXTS.map(({ text: line }) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
