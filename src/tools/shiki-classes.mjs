// Highlighting by class: a theme of variables, and a transformer that turns each into a class and drops the style.
import { createCssVariablesTheme } from 'shiki';

export const classTheme = createCssVariablesTheme({
  name: 'gatehouse',
  variablePrefix: '--sk-',
  fontStyle: true,
});

/** Lines such as `{2,4-6}` after the fence's language. */
function isMarked(meta, line) {
  const ranges = /\{([\d,-]+)\}/.exec(meta)?.[1].split(',') ?? [];
  return ranges.some((range) => {
    const [from, to = from] = range.split('-').map(Number);
    return line >= from && line <= to;
  });
}

/** @returns {import('shiki').ShikiTransformer} */
export const styleToClass = () => ({
  name: 'style-to-class',
  enforce: 'post',
  line(node, line) {
    if (isMarked(this.options.meta?.__raw ?? '', line)) this.addClassToHast(node, 'marked');
  },
  pre(node) {
    const title = /title="([^"]*)"/.exec(this.options.meta?.__raw ?? '');
    if (title) node.properties['data-title'] = title[1];
    delete node.properties.style;
  },
  span(node) {
    const style = String(node.properties.style ?? '');
    const token = /--sk-(?:token-)?([a-z-]+)/.exec(style)?.[1];
    if (token && token !== 'foreground') this.addClassToHast(node, `sk-${token}`);
    delete node.properties.style;
  },
});
