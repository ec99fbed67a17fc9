// The request of a pattern as one copies it, in the language of one's choice.
// Deliberately text as it comes from the core, each language from a printing function of its own.
import type { PrintedRequest } from '../../core/preview/view/patterns.ts';
import { usePage } from '../context.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import { TabList, tabId } from '../parts/tab-list.tsx';

export function Requests({ requests }: { readonly requests: readonly PrintedRequest[] }) {
  const { choices, choose } = usePage();
  const chosen = requests.find(({ id }) => id === choices.language) ?? requests[0];
  if (!chosen) return null;
  return (
    <section class="requests" aria-label="Request">
      <div class="bar">
        <h3>Request</h3>
        <TabList
          label="Languages"
          tabs={requests}
          current={chosen.id}
          panel="request"
          choose={(language) => choose({ language })}
          class="languages"
        />
        <CopyButton text={chosen.text} what={`the request as ${chosen.title}`} />
      </div>
      <div id="request" role="tabpanel" aria-labelledby={tabId('request', chosen.id)}>
        {chosen.notes.map((note) => (
          <p key={note} class="quiet">
            {note}
          </p>
        ))}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard */}
        <pre class="code" tabIndex={0}>
          {chosen.text}
        </pre>
      </div>
    </section>
  );
}
