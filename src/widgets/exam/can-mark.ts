/** Can this browser mark text without changing it? */
export const canMark = (): boolean => typeof CSS !== 'undefined' && 'highlights' in CSS;
