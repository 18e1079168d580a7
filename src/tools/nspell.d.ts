// nspell brings no types of its own: what is used of it.
declare module 'nspell' {
  export interface Speller {
    correct: (word: string) => boolean;
    add: (word: string) => Speller;
  }
  export default function nspell(dictionary: { readonly aff: Uint8Array; readonly dic: Uint8Array }): Speller;
}
