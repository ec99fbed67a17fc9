// A long word with the places at which it may be broken into lines.
// Deliberately without soft hyphens: what is copied is the text itself.
import { Fragment } from 'preact';

export function Breakable({ text, behind }: { readonly text: string; readonly behind: RegExp }) {
  return (
    <>
      {text.split(behind).map((part, i) => (
        <Fragment key={i}>
          {i > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </>
  );
}

/** `getOrdersOfCustomer` breaks before its capitals. */
export const Name = ({ text }: { readonly text: string }) => (
  <Breakable text={text} behind={/(?<=[a-z0-9])(?=[A-Z])/} />
);

/** Keys and key templates break behind a separator. */
export const KeyText = ({ text }: { readonly text: string }) => (
  <Breakable text={text} behind={/(?<=[#|/:])/} />
);
