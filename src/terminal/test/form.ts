// What stays of a text when everything is left out that differs from world to world: ids, keys, times, tokens.

const FORMS: readonly (readonly [RegExp, string])[] = [
  [/\b(A[A-Z]{3})[A-Z0-9]{17}\b/g, '‹$1, 21›'],
  [/\b(AKIA|ASIA)[A-Z0-9]{16}\b/g, '‹$1, 20›'],
  [/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00/g, '‹time›'],
  [/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, '‹uuid›'],
  [/\bIQoJb3JpZ2luX2Vj[A-Za-z0-9+/=.()]*/g, '‹session token›'],
  [/\beyJ[\w-]+\.[\w.()-]+/g, '‹jwt›'],
  [/\bdXNlcixhcm4sdXNlcl9jcmVhdGlvbl90aW1lL[A-Za-z0-9+/=]*/g, '‹credential report›'],
  [/(?<=\\"conditions\\":\{\\"items\\":\[).*(?=\]\}\}\}")/g, '‹conditions›'],
  [/(?<=failure message: )[\w-]+/g, '‹encoded›'],
  [/\bp-[a-z0-9]{8,}\b/g, '‹policy›'],
  [/\bi-[0-9a-f]{17}\b/g, '‹instance›'],
  [/(?<=consumes )\d+(?=%)/g, '‹percent›'],
  [/(?<="PackedPolicySize": )\d+/g, '‹percent›'],
  [/\bo-[a-z0-9]{10,32}\b/g, '‹organization›'],
  [/(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/=])/g, '‹secret key›'],
];

export function formOf(text: string): string {
  return FORMS.reduce((rest, [pattern, form]) => rest.replace(pattern, form), text);
}

/** The lines of a table or of columns, whatever their widths. */
export function linesOf(text: string): readonly string[] {
  return formOf(text)
    .replace(/-{2,}/g, '--')
    .replace(/ *\| */g, '|')
    .split('\n');
}
