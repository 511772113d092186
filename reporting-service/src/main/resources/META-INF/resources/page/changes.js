import {get} from './api.js';
import {h, table} from './dom.js';
import {eventTable} from './events.js';
import {gradeLabel} from './grade.js';
import {user} from './session.js';
import {name, t} from './text.js';

/** What was published, what a corrected register would change, and what moved between two instants. */
export function changes(year, score) {
  const code = score.unit.code;
  const editions = h('div', {});
  const proposals = h('div', {});
  list(editions, year, code).catch(() => {});
  if (user()) propose(proposals, year, code).catch(() => {});
  return h('section', {class: 'panel'}, h('h2', {}, t('changes')), proposals, editions, compare(year, code));
}

async function list(place, year, code) {
  const editions = await get(`scores/${year}/${code}/editions`);
  if (editions.length === 0) return place.append(h('p', {class: 'quiet'}, t('noEditions')));
  place.append(h('ul', {class: 'editions'}, editions.map(edition => h('li', {},
    h('strong', {}, t('edition', edition.edition)), ' ', edition.total ?? '–', ' ', gradeLabel(edition.grade), ' ',
    h('span', {class: 'quiet'}, moment(edition.sealed)), edition.reason ? h('p', {}, `${t('reason')} ${edition.reason}`) : null,
    lazy(t(edition.edition === 1 ? 'firstDiff' : 'editionDiff'), async () => {
      const change = await get(`scores/${year}/${code}/editions/${edition.edition}/diff`);
      return [
        change.sentence ? h('p', {}, name(change.sentence)) : null,
        edition.edition === 1 ? null : moved(change.items),
        ranks(change.ranksMoved) ?? h('p', {class: 'quiet'}, t('noRanksMoved'))];
    })))));
}

async function propose(place, year, code) {
  const page = await get(`restatement-proposals?year=${year}&unit=${code}`);
  place.append(...page.items.map(proposal => h('div', {class: 'note'},
    h('p', {}, h('strong', {}, t('proposal')), ' ', t('proposalHint')),
    h('p', {}, arrow(proposal.published, proposal.proposed, 'rankPublished')),
    h('ul', {}, proposal.corrections.map(correction => h('li', {},
      h('code', {}, correction.indicator), ' ', name(correction.name), ' ',
      h('strong', {}, `${plain(correction.publishedValue)} → ${correction.value ? plain(correction.value) : t(correction.state)}`),
      correction.contribution ? ` · ${t('contribution')} ${signed(Number(correction.contribution).toFixed(2))}` : '',
      h('details', {}, h('summary', {}, t('events')), eventTable(correction.events))))))));
}

function compare(year, code) {
  const answer = h('div', {role: 'status'});
  const from = h('input', {type: 'datetime-local', required: true, value: local(Date.now() - 7 * 86_400_000)});
  const to = h('input', {type: 'datetime-local', required: true, value: local(Date.now())});
  const draw = async event => {
    event.preventDefault();
    answer.replaceChildren(h('p', {class: 'quiet'}, t('loading')));
    try {
      const query = new URLSearchParams({from: `${from.value}:00+08:00`, to: `${to.value}:59+08:00`});
      answer.replaceChildren(...difference(await get(`scores/${year}/${code}/diff?${query}`)));
    } catch (problem) {
      answer.replaceChildren(refusal(problem));
    }
  };
  return h('details', {}, h('summary', {}, t('compare')),
    h('form', {class: 'filters', onsubmit: draw},
      h('label', {class: 'field'}, h('span', {}, t('from')), from),
      h('label', {class: 'field'}, h('span', {}, t('to')), to),
      h('button', {}, t('compareNow'))),
    answer);
}

function difference(diff) {
  return [
    h('p', {}, arrow(diff.before, diff.after)),
    h('p', {}, name(diff.sentence)),
    moved(diff.items),
    diff.findings.length ? h('details', {}, h('summary', {}, t('applied')), eventTable(diff.findings)) : ''].filter(Boolean);
}

function arrow(before, after, rank = 'rankOf') {
  return [before.total ?? '–', ' ', gradeLabel(before.grade), before.rank ? ` ${t(rank, before.rank)}` : '', ' → ',
    h('strong', {}, after.total ?? '–'), ' ', gradeLabel(after.grade), after.rank ? ` ${t(rank, after.rank)}` : ''];
}

function moved(items) {
  if (items.length === 0) return h('p', {class: 'quiet'}, t('nothingMoved'));
  return table(t('changes'),
    [h('th', {scope: 'col'}, t('indicator')), h('th', {scope: 'col', class: 'number'}, t('contribution'))],
    items.map(item => h('tr', {},
      h('th', {scope: 'row'}, h('code', {}, item.indicator), ' ', name(item.sentence),
        item.events.length ? h('details', {}, h('summary', {}, t('events')), eventTable(item.events)) : null),
      h('td', {class: 'number'}, signed(item.contribution)))));
}

function ranks(list) {
  if (list.length === 0) return null;
  return h('details', {}, h('summary', {}, t('ranksMoved', list.length)),
    h('ul', {class: 'cities'}, list.map(rank => h('li', {}, `${rank.unit.name} ${rank.before ?? '–'} → ${rank.after ?? '–'}`))));
}

/** Reads only when it is opened, and once. */
export function lazy(label, read) {
  const body = h('div', {});
  return h('details', {ontoggle: async event => {
    if (!event.target.open || body.childElementCount) return;
    body.replaceChildren(h('p', {class: 'quiet'}, t('loading')));
    body.replaceChildren(...(await read().catch(problem => [refusal(problem)])).filter(Boolean));
  }}, h('summary', {}, label), body);
}

export function refusal(problem) {
  return h('p', {class: 'warn'}, problem.message, ' ', problem.remedy ?? '');
}

export function signed(value) {
  if (value === null || value === undefined) return '–';
  return Number(value) < 0 ? plain(value).replace('-', '−') : `+${plain(value)}`;
}

/** A decimal without the zeros that say nothing. */
export function plain(value) {
  if (value === null || value === undefined) return '–';
  return /\./.test(value) ? String(value).replace(/\.?0+$/, '') : String(value);
}

export function moment(time) {
  return new Date(time).toLocaleString('zh-CN', {timeZone: 'Asia/Shanghai', hour12: false});
}

/** An instant as the clock in Hunan shows it, to the minute. */
function local(instant) {
  return new Date(instant + 8 * 3_600_000).toISOString().slice(0, 16);
}
