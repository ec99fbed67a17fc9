// The form of a whole model file, made once from its schema: what the shape check and the reference walk.
// Deliberately a constant: the language does not change while the program runs.
import { document } from './document.ts';
import { type Form, formOf } from './form.ts';

export const documentForm: Form = formOf(document);
