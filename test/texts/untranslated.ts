import { parseSync } from 'vite';

interface Node {
  readonly type: string;
  readonly start: number;
}

const isNode = (value: unknown): value is Node & Record<string, unknown> =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

/** Attributes whose value a person sees or hears. */
const shownAttributes =
  /^(aria-label|aria-description|aria-roledescription|title|placeholder|label|alt|hint|text|emptyText)$/;

const letters = /\p{L}/u;
/** What only a person is spoken to in: it begins like a sentence and has several words. */
const sentence = /^[“\p{Lu}]\p{L}*[,:]? (?:.*\p{L})/u;

/** The literal text that an expression comes to in one of its branches. */
function branches(value: unknown): readonly string[] {
  if (!isNode(value)) return [];
  if (value.type === 'Literal') return typeof value.value === 'string' ? [value.value] : [];
  if (value.type === 'JSXExpressionContainer') return branches(value.expression);
  if (value.type === 'ConditionalExpression') return [...branches(value.consequent), ...branches(value.alternate)];
  if (value.type === 'LogicalExpression') return [...branches(value.left), ...branches(value.right)];
  if (value.type === 'TemplateLiteral')
    return (value.quasis as readonly { value: { cooked: string } }[]).map((part) => part.value.cooked);
  return [];
}

function textsOf(node: Node & Record<string, unknown>): readonly string[] {
  if (node.type === 'JSXText') return [String(node.value)];
  if (node.type === 'JSXAttribute') {
    const { name } = node.name as { readonly name: unknown };
    return shownAttributes.test(String(name)) ? branches(node.value) : [];
  }
  if (node.type === 'JSXElement' || node.type === 'JSXFragment')
    return (node.children as readonly unknown[]).flatMap((child) =>
      isNode(child) && child.type === 'JSXExpressionContainer' ? branches(child) : [],
    );
  const spoken = [...branches(node)];
  return node.type === 'Literal' || node.type === 'TemplateLiteral' ? spoken.filter((text) => sentence.test(text)) : [];
}

/** Text for people that stands in the code itself, with its line. What is thrown is for developers. */
export function untranslated(path: string, source: string): readonly string[] {
  const found = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const one of value) visit(one);
      return;
    }
    if (!isNode(value) || value.type === 'ThrowStatement' || value.type.startsWith('TSLiteral')) return;
    for (const text of textsOf(value))
      if (letters.test(text)) found.add(`${path}:${source.slice(0, value.start).split('\n').length} ${text.trim()}`);
    for (const one of Object.values(value)) visit(one);
  };
  visit(parseSync(path, source).program);
  return [...found];
}
