/** Turns what the schema rejects into sentences with a fix. */
import * as v from 'valibot';
import type { Finding } from './problem.ts';

type AnySchema = v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>;

/** The value as the schema gives it, or what is wrong with it. */
export type Reading<Schema extends AnySchema> =
  | { readonly kind: 'value'; readonly value: v.InferOutput<Schema> }
  | { readonly kind: 'faults'; readonly findings: readonly Finding[] };

/**
 * Checks a value against a schema.
 * @param prefix dotted path of the value inside its file; empty for the whole file
 */
export function readAs<Schema extends AnySchema>(
  schema: Schema,
  value: unknown,
  file: string,
  prefix = '',
): Reading<Schema> {
  const result = v.safeParse(schema, value);
  if (result.success) return { kind: 'value', value: result.output };
  const findings = result.issues.map((issue): Finding => {
    const path = v.getDotPath(issue) ?? '';
    const field = [prefix, path].filter((part) => part !== '').join('.');
    return { file, field, ...describeIssue(issue, field) };
  });
  return { kind: 'faults', findings };
}

function describeIssue(
  issue: v.BaseIssue<unknown>,
  field: string,
): { problem: string; fix: string } {
  const key = field.split('.').at(-1) ?? '';
  const names = quotedNames(issue.expected);
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return {
      problem: `“${key}” is not a field that belongs here.`,
      fix: 'Remove it, or correct its spelling; data/CONTRIBUTING.md lists the fields.',
    };
  }
  if (issue.received === 'undefined') {
    return { problem: `The field “${key}” is missing.`, fix: `Add “${key}”.` };
  }
  if (issue.type === 'picklist' && names !== undefined) {
    return { problem: `${show(issue.input)} is not on the list.`, fix: `Use one of: ${names}.` };
  }
  if (issue.type === 'max_length' && typeof issue.input === 'string') {
    const limit = Number(issue.requirement);
    return {
      problem: `The text is ${issue.input.length} characters long; ${limit} is the most.`,
      fix: `Shorten it by ${issue.input.length - limit} or more; say one thing only.`,
    };
  }
  if (issue.kind === 'validation') {
    const own = issue.message.startsWith('Invalid')
      ? `is not valid (${issue.message})`
      : issue.message;
    return { problem: `${show(issue.input)} ${own}.`, fix: fixFor(issue, own) };
  }
  return {
    problem: `Found ${issue.received} where ${issue.expected ?? 'something else'} is expected.`,
    fix: `Write ${describeExpected(issue.expected)}.`,
  };
}

function fixFor(issue: v.BaseIssue<unknown>, message: string): string {
  if (message.includes('white space')) return 'Remove the space at the beginning or end.';
  if (message.startsWith('must')) return `The value ${message}: correct it.`;
  if (message.startsWith('needs'))
    return `It ${message}: add what is missing or remove the record.`;
  if (issue.type === 'min_length')
    return 'Write a text, or remove the field if it may be left out.';
  return 'Correct the value.';
}

function quotedNames(expected: string | null): string | undefined {
  const names = expected?.match(/"[^"]+"/gu);
  return names?.map((name) => name.slice(1, -1)).join(', ');
}

function describeExpected(expected: string | null): string {
  switch (expected) {
    case 'string':
      return 'a text in quotation marks';
    case 'number':
      return 'a number without quotation marks';
    case 'Array':
      return 'a list in square brackets';
    case 'Object':
      return 'an object in curly brackets';
    case 'true':
      return 'true, or leave the field out';
    default:
      return expected ?? 'another value';
  }
}

function show(input: unknown): string {
  if (Array.isArray(input)) return 'The list';
  const text = typeof input === 'string' ? input : (JSON.stringify(input) ?? String(input));
  return `“${text.length > 60 ? `${text.slice(0, 57)}…` : text}”`;
}
