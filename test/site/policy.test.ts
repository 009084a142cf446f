import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { withPolicy } from '../../src/site/policy.ts';

const digest = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test('only a real style is allowed, whatever the words of the head look like', () => {
  const page = withPolicy(`<!doctype html><html><head><meta charset="utf-8"><meta name="author" content="a</head><style>*{}</style>"><style>p{}</style></head><body></body></html>`);
  expect(page).toContain(`style-src 'self' ${digest('p{}')};`);
  // Where a page is printed, its stylesheet is put before the first of these.
  expect(page.indexOf('</head>')).toBe(page.lastIndexOf('</head>'));
  expect(page).toContain('<meta name="author" content="a&lt;/head&gt;&lt;style&gt;*{}&lt;/style&gt;"><style>p{}</style></head><body>');
});
