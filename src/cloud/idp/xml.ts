// As much XML as assertions and metadata need: texts of elements by name, whatever their prefix. It is no XML parser.
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => ENTITIES[letter] ?? letter);
}

export function unescapeXml(text: string): string {
  return Object.entries(ENTITIES).reduceRight(
    (now, [letter, entity]) => now.replaceAll(entity, letter),
    text,
  );
}

/** The texts in all elements of a name. */
export function textsIn(xml: string, name: string): readonly string[] {
  const found = xml.matchAll(new RegExp(`<(?:\\w+:)?${name}(?:\\s[^>]*)?>([^<]*)</(?:\\w+:)?${name}>`, 'g'));
  return [...found].map(([, text = '']) => unescapeXml(text.trim()));
}

/** The value of an attribute in the first element of a name. */
export function attributeIn(xml: string, element: string, attribute: string): string | undefined {
  const value = new RegExp(`<(?:\\w+:)?${element}\\s[^>]*?\\b${attribute}="([^"]*)"`).exec(xml)?.[1];
  return value === undefined ? undefined : unescapeXml(value);
}
