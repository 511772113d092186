import {get, post, remove} from './api.js';
import {moment, refusal} from './changes.js';
import {bar, h, show, table} from './dom.js';
import {may} from './session.js';
import {events} from './stream.js';
import {t} from './text.js';

const PHASES = ['READING', 'DERIVING', 'COPYING', 'INDEXING', 'CATCHING_UP', 'COMPARING', 'SWAPPING'];

let watching = new AbortController();
addEventListener('hashchange', () => watching.abort());

export function mayWatch() {
  return may('admin', 'province-office', 'auditor');
}

function mayStart() {
  return may('admin', 'province-office');
}

/** All scores derived once more from the log: started, watched, compared; without an id the last one. */
export async function rebuild(id) {
  watching.abort();
  watching = new AbortController();
  if (!mayWatch()) return show(h('h1', {}, t('rebuild')), h('p', {}, t('rebuildNotAllowed')));
  const runs = await get('rebuilds');
  const run = id ? runs.find(one => one.id === id) ?? await get(`rebuilds/${id}`) : runs[0];
  const refused = h('div', {role: 'status'});
  show(
    h('h1', {}, t('rebuild')),
    h('p', {class: 'quiet'}, t('rebuildHint')),
    mayStart() ? start(runs.some(one => one.state === 'RUNNING'), refused) : null, refused,
    run ? run.state === 'RUNNING' ? going(run, refused) : report(run) : h('p', {class: 'quiet'}, t('noRebuilds')),
    runs.length ? earlier(runs, run) : null);
}

function start(busy, refused) {
  const begin = dryRun => async () => {
    if (!dryRun && !confirm(t('swapSure'))) return;
    try {
      const run = await post(`rebuilds?dryRun=${dryRun}`);
      location.hash = `#/rebuild/${run.id}`;
    } catch (problem) {
      refused.replaceChildren(refusal(problem));
    }
  };
  return h('div', {class: 'filters'},
    h('button', {class: 'main', disabled: busy, onclick: begin(true)}, t('compareOnly')),
    h('button', {disabled: busy, onclick: begin(false)}, t('rebuildAndSwap')));
}

/** The run under way; it is drawn anew with each event, and the whole page with the last. */
function going(run, refused) {
  const now = h('div', {'aria-live': 'off'});
  const said = h('p', {class: 'unseen', role: 'status'});
  const draw = mark => {
    now.replaceChildren(...course(run, mark));
    if (said.textContent !== t(mark.phase)) said.textContent = t(mark.phase);
  };
  if (run.progress) draw(run.progress);
  follow(run, draw).catch(problem => refused.replaceChildren(refusal(problem)));
  const cancel = h('button', {onclick: async () => {
    cancel.disabled = true;
    await remove(`rebuilds/${run.id}`).catch(problem => refused.replaceChildren(refusal(problem)));
  }}, t('cancelRebuild'));
  return h('section', {class: 'panel'}, title(run), now, said, mayStart() ? h('p', {}, cancel) : null);
}

async function follow(run, draw) {
  for await (const event of events(`rebuilds/${run.id}/events`, watching.signal)) {
    if (event.name === 'report') return rebuild(run.id);
    draw(event.data);
  }
}

function course(run, mark) {
  const phases = PHASES.filter(phase => !run.dryRun || phase !== 'SWAPPING');
  const at = phases.indexOf(mark.phase);
  const share = mark.total ? mark.done / mark.total : 0;
  return [
    h('ol', {class: 'steps'}, phases.map((phase, index) =>
      h('li', {class: index < at ? 'done' : null, 'aria-current': index === at ? 'step' : null}, t(phase)))),
    h('p', {}, t('recordsRead', count(mark.done), mark.total ? count(mark.total) : '…'), ' ', h('b', {}, `${Math.floor(share * 100)}%`), bar(share)),
    facts([
      ['factsFound', count(mark.facts)], ['unitsScored', count(mark.units)], ['elapsed', span(mark.elapsedMillis)],
      ['remaining', mark.remainingMillis === undefined ? '–' : t('about', span(mark.remainingMillis))]])];
}

function facts(pairs) {
  return h('dl', {class: 'facts'}, pairs.map(([key, value]) => h('div', {}, h('dt', {}, t(key)), h('dd', {}, value))));
}

function title(run) {
  return h('h2', {}, t(run.dryRun ? 'compareOnly' : 'rebuildAndSwap'), ' ', state(run), ' ',
    h('small', {class: 'quiet'}, moment(run.startedAt), ' ', h('code', {}, run.id)));
}

function state(run) {
  const kind = run.state === 'DONE' ? run.differences.length ? 'warn' : 'official' : run.state === 'FAILED' ? 'warn' : '';
  return h('span', {class: `badge ${kind}`}, run.state === 'DONE'
    ? run.differences.length ? t('differ', run.differences.length) : t('equal') : t(`run${run.state}`));
}

function report(run) {
  const last = run.progress ?? {done: 0, facts: 0};
  return h('section', {class: 'panel'}, title(run),
    facts([
      ['recordsDone', count(last.done)], ['factsFound', count(last.facts)], ['unitsCompared', count(run.units)], ['elapsed', lasting(run)],
      ['wantedBy', t(run.trigger)]]),
    run.failure ? h('p', {class: 'warn'}, run.failure === 'interrupted' ? t('interrupted') : run.failure) : null,
    run.state === 'CANCELLED' ? h('p', {}, t('cancelledHint')) : null,
    run.state === 'DONE' ? run.differences.length ? differences(run) : h('p', {}, t('equalHint')) : null,
    run.roots.length ? h('details', {class: 'proof'}, h('summary', {}, t('roots')), run.roots.map(root =>
      h('div', {}, h('strong', {}, root.cycle), pair(root.live, root.rebuilt)))) : null);
}

function differences(run) {
  return [
    h('p', {class: 'warn'}, t(run.dryRun ? 'differHint' : 'differSwapped')),
    h('ul', {class: 'editions'}, run.differences.map(difference => h('li', {},
      h('a', {href: `#/${difference.cycle.split('-').at(-1)}/unit/${difference.unit}`}, difference.unit), ' ',
      h('span', {class: 'quiet'}, difference.cycle), ' ', difference.edition ? h('span', {class: 'badge'}, t('edition', difference.edition)) : null,
      pair(difference.live, difference.rebuilt))))];
}

/** Two digests, one below the other, so that eyes can compare them. */
function pair(live, rebuilt) {
  return h('dl', {class: 'pair'},
    h('dt', {}, t('liveDigest')), h('dd', {}, h('code', {}, live ?? '–')),
    h('dt', {}, t('rebuiltDigest')), h('dd', {}, h('code', {}, rebuilt ?? '–')));
}

function earlier(runs, shown) {
  return h('section', {class: 'panel'}, h('h2', {}, t('earlierRuns')), table(t('earlierRuns'),
    [h('th', {scope: 'col'}, t('startedAt')), h('th', {scope: 'col'}, t('state')), h('th', {scope: 'col', class: 'far'}, t('wantedBy')),
      h('th', {scope: 'col', class: 'number far'}, t('recordsDone')), h('th', {scope: 'col', class: 'number far'}, t('elapsed'))],
    runs.map(run => h('tr', {},
      h('th', {scope: 'row'}, h('a', {href: `#/rebuild/${run.id}`, 'aria-current': run.id === shown?.id ? 'true' : null}, moment(run.startedAt)),
        h('div', {class: 'quiet'}, t(run.dryRun ? 'compareOnly' : 'rebuildAndSwap'))),
      h('td', {}, state(run)),
      h('td', {class: 'far'}, t(run.trigger)),
      h('td', {class: 'number far'}, count(run.progress?.done ?? 0)),
      h('td', {class: 'number far'}, lasting(run))))));
}

function lasting(run) {
  return run.finishedAt ? span(Date.parse(run.finishedAt) - Date.parse(run.startedAt)) : '–';
}

function span(millis) {
  if (millis < 60_000) return t('seconds', (millis / 1000).toFixed(millis < 10_000 ? 1 : 0));
  return t('minutes', Math.floor(millis / 60_000), Math.round(millis % 60_000 / 1000));
}

function count(number) {
  return number.toLocaleString('en');
}
