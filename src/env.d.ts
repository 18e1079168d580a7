/// <reference types="astro/client" />

declare module 'astro' {
  interface AstroClientDirectives {
    /** Sleeps as finished HTML until touched, focused, typed into, or told `gatehouse:wake`. */
    'client:wake'?: boolean;
  }
}
export {};
