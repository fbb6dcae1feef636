import { useActions } from '../../state/actions';
import { useAppState } from '../../state/hooks';
import { Button } from '../../widgets/Button';
import { downloadText } from '../dataset/downloadText';

/** The set of the link is not here: its download is offered. More on it stands in the data card. */
export function MissingOffer() {
  const { loadData } = useActions();
  const { descriptor } = useAppState((state) => state.data);
  const text = downloadText(descriptor);
  return text && <Button onClick={() => loadData(descriptor.id)}>{text}</Button>;
}
