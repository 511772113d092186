import {Problem, open} from './api.js';

const PAUSE = 2_000;

/**
 * Server-sent events of a resource as {id, name, data}, until the signal aborts. By fetch, as EventSource cannot send a
 * token. When the connection breaks it is made again and goes on after the last event; who has the last one returns.
 */
export async function* events(path, signal) {
  for (let last = ''; ; await pause(signal)) {
    try {
      const answer = await open(path, {Accept: 'text/event-stream', ...last && {'Last-Event-ID': last}}, signal);
      for await (const event of parsed(answer.body)) {
        last = event.id || last;
        yield event;
      }
    } catch (failure) {
      if (signal.aborted) return;
      if (failure instanceof Problem) throw failure;
    }
  }
}

async function* parsed(body) {
  let rest = '';
  for await (const text of chunks(body)) {
    const blocks = (rest + text).split('\n\n');
    rest = blocks.pop();
    for (const block of blocks) {
      const fields = Object.fromEntries(block.split('\n').map(line => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon), line.slice(colon + 1).trim()];
      }));
      if (fields.data) yield {id: fields.id, name: fields.event, data: JSON.parse(fields.data)};
    }
  }
}

/** Not every browser can iterate over a stream. */
async function* chunks(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
  } finally {
    reader.cancel().catch(() => {});
  }
}

function pause(signal) {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, PAUSE);
    signal.addEventListener('abort', () => { clearTimeout(timer); resolve(); }, {once: true});
  });
}
