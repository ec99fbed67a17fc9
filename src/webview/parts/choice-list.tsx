// A choice of one among a few: the table or an index, a number of shards.
// Deliberately radio buttons: one stop of the Tab key, and the arrow keys choose, as everywhere.
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Props {
  readonly label: string;
  readonly choices: readonly { readonly id: string; readonly title: ComponentChildren }[];
  readonly current: string;
  readonly choose: (id: string) => void;
}

export function ChoiceList({ label, choices, current, choose }: Props) {
  const name = useId();
  return (
    <div class="choices" role="radiogroup" aria-label={label}>
      {choices.map(({ id, title }) => (
        <label class="choice" key={id}>
          <input
            type="radio"
            class="unseen"
            name={name}
            value={id}
            checked={id === current}
            onChange={() => choose(id)}
          />
          <span>{title}</span>
        </label>
      ))}
    </div>
  );
}
