// The theme of the page: on the document, and where the next page finds it before it is painted.
import type { settings as words } from '#strings';

export type Theme = keyof typeof words.themes;
export const THEMES: readonly Theme[] = ['auto', 'light', 'dark'];

/** @param value what was kept; anything unknown is as the system has it */
export function parseTheme(value: string | undefined): Theme {
  return THEMES.find((known) => known === value) ?? 'auto';
}

export function showTheme(theme: Theme): void {
  if (theme === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  try {
    localStorage.setItem('gatehouse-theme', theme);
  } catch {
    // The theme then holds for this page alone.
  }
}
