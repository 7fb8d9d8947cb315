import { IconButton } from '../IconButton.tsx';
import { CloseIcon } from '../icons.tsx';

/** Takes the row that it stands in away. */
export function RemoveButton(props: { readonly name: string; readonly onPress: () => void }) {
  return (
    <IconButton {...props}>
      <CloseIcon />
    </IconButton>
  );
}
