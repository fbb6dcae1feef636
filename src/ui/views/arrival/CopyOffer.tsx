import { useActions } from '../../state/actions';
import { Button } from '../../widgets/Button';
import { Icon } from '../../widgets/Icon';
import { Popover } from '../../widgets/Popover';
import styles from './ArrivalStrip.module.css';

/** The way out of what the sender locked. It says what it does before it does it: a tap in passing undoes no lesson. */
export function CopyOffer() {
  const { unlock } = useActions();
  return (
    <Popover
      label="Make a copy"
      button={{
        className: styles.copy,
        children: (
          <>
            <Icon name="copy" size={14} />
            <span>
              Make a copy<span className={styles.purpose}> to change everything</span>
            </span>
          </>
        ),
      }}
    >
      <div className={styles.sheet}>
        <p>
          In the copy nothing is locked or hidden. The lesson itself stays as it was made, at its own address.
        </p>
        <Button look="accent" onClick={() => unlock()}>
          Make the copy
        </Button>
      </div>
    </Popover>
  );
}
