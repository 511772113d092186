import {authorization, forget} from './session.js';
import {language} from './text.js';

/** What the service refused, in its own words. */
export class Problem extends Error {
  constructor(status, body) {
    super(body?.detail ?? `HTTP ${status}`);
    this.status = status;
    this.remedy = body?.remedy ?? '';
  }
}

export async function get(path) {
  const answer = await ask(path);
  return answer.json();
}

export async function post(path, body) {
  const answer = await ask(path, {method: 'POST', body: JSON.stringify(body)}, {'Content-Type': 'application/json'});
  return answer.json();
}

export async function remove(path) {
  await ask(path, {method: 'DELETE'});
}

/** The answer itself, to be read as it comes. */
export function open(path, headers, signal) {
  return ask(path, {signal}, headers);
}

/** All pages of a list that answers {items, next}. */
export async function all(path) {
  const items = [];
  for (let cursor = ''; cursor !== null;) {
    const page = await get(`${path}${path.includes('?') ? '&' : '?'}limit=500${cursor && `&cursor=${cursor}`}`);
    items.push(...page.items);
    cursor = page.next ?? null;
  }
  return items;
}

/** The path of an API resource, to link to it. */
export function link(path) {
  return `api/v1/${path}`;
}

async function ask(path, request = {}, more = {}) {
  const headers = {'Accept-Language': language, ...more, ...await authorization()};
  const answer = await fetch(link(path), {...request, headers});
  if (answer.status === 401 && headers.Authorization) {
    forget();
    return ask(path, request, more);
  }
  if (!answer.ok) throw new Problem(answer.status, await answer.json().catch(() => null));
  return answer;
}
