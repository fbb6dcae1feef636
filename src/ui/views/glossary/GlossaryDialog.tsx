import { useState } from 'react';
import { useActions } from '../../state/actions';
import { GLOSSARY, GROUP_TITLES, type TermGroup } from '../../texts/glossary';
import { TERM_IDS } from '../../texts/terms';
import { Dialog } from '../../widgets/Dialog';
import { TermPicture } from '../../widgets/term/TermPicture';
import styles from './GlossaryDialog.module.css';

const GROUPS = Object.keys(GROUP_TITLES) as TermGroup[];

/** All terms that the page uses: a picture and a sentence each. */
export default function GlossaryDialog() {
  const { showDialog } = useActions();
  const [wanted, setWanted] = useState('');
  const found = TERM_IDS.filter((id) =>
    `${id} ${GLOSSARY[id].sentence}`.toLowerCase().includes(wanted.trim().toLowerCase()),
  );
  return (
    <Dialog title="Glossary" size="large" onClose={() => showDialog(null)}>
      <p className={styles.lead}>
        These words are underlined with dots where they stand on the page: press one, or rest the pointer on
        it.
      </p>
      <input
        type="search"
        className={styles.search}
        aria-label="Find a term"
        placeholder="Find a term"
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
      />
      {found.length === 0 && <output>No term matches.</output>}
      {GROUPS.filter((group) => found.some((id) => GLOSSARY[id].group === group)).map((group) => (
        <section key={group} className={styles.group}>
          <h3>{GROUP_TITLES[group]}</h3>
          <dl>
            {found
              .filter((id) => GLOSSARY[id].group === group)
              .map((id) => (
                <div key={id}>
                  <dt>
                    <TermPicture id={id} />
                    <span className={styles.name}>{id}</span>
                  </dt>
                  <dd>{GLOSSARY[id].sentence}</dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
