// Why a verification could not be done, in words for the person who asked for it.
// Deliberately apart from mismatches: an engine that fails says nothing about the model.

export type FailureKind =
  /** Nobody answers at that address. */
  | 'unreachable'
  /** No answer in time. */
  | 'hangs'
  /** It answers, but with an error that is not about the request. */
  | 'errors'
  /** The embedded engine ended by itself. */
  | 'died'
  /** It does not let us: credentials, permissions. */
  | 'denied'
  /** There is a table of that name, and it is not ours. */
  | 'table-exists'
  /** The person cancelled. */
  | 'cancelled';

export class VerifyFailure extends Error {
  readonly kind: FailureKind;

  constructor(kind: FailureKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'VerifyFailure';
    this.kind = kind;
  }
}

/** By its name: client and command line meet failures of another bundle's class. */
export const isFailure = (error: unknown): error is VerifyFailure =>
  error instanceof Error && error.name === 'VerifyFailure';
