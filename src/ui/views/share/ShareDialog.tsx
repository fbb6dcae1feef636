import { useState } from 'react';
import { useActions } from '../../state/actions';
import { useAppState, useAppStore } from '../../state/hooks';
import { Dialog } from '../../widgets/Dialog';
import { Fetched } from '../../widgets/Fetched';
import { Guarded } from '../../widgets/Guarded';
import { keptOptions } from './keptOptions';
import styles from './ShareDialog.module.css';
import { ShareTabs } from './ShareTabs';
import { SHARE_TABS } from './tabs';

/** All ways out of the page. What is chosen here is of what is sent, and changes nothing on this page. */
export default function ShareDialog() {
  const { showDialog } = useActions();
  const store = useAppStore();
  const hidden = useAppState((state) => state.view.hidden);
  const [options, setOptions] = useState(() => keptOptions.of(store));
  const [chosen, setChosen] = useState(SHARE_TABS[0]!.id);
  const tabs = SHARE_TABS.filter(({ control }) => !control || !hidden.includes(control));
  const tab = tabs.find(({ id }) => id === chosen) ?? tabs[0]!;
  const page = (
    <Fetched key={tab.id} part={tab.page}>
      {({ default: Page }) => (
        <Page
          options={options}
          onOptions={(next) => {
            setOptions(next);
            keptOptions.keep(store, next);
          }}
        />
      )}
    </Fetched>
  );
  return (
    <Dialog title="Share" size="steady" onClose={() => showDialog(null)}>
      <ShareTabs tabs={tabs} chosen={tab.id} onChoose={setChosen} />
      <div
        role="tabpanel"
        id={`share-page-${tab.id}`}
        aria-labelledby={`share-tab-${tab.id}`}
        className={styles.page}
      >
        {tab.control ? <Guarded control={tab.control}>{page}</Guarded> : page}
      </div>
    </Dialog>
  );
}
