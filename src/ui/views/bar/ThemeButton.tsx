import { useActions } from '../../state/actions';
import { useTheme } from '../../palette/theme';
import { IconButton } from '../../widgets/IconButton';

/** Changes to the other theme. Where that is what the system has, the page follows the system again. */
export function ThemeButton() {
  const { setView } = useActions();
  const other = useTheme() === 'dark' ? 'light' : 'dark';
  return (
    <IconButton
      icon={other === 'dark' ? 'moon' : 'sun'}
      label={`Change to the ${other} theme`}
      onClick={() => {
        const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
        setView({ theme: other === system ? 'system' : other });
      }}
    />
  );
}
