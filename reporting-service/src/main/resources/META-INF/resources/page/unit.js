import {get} from './api.js';
import {changes, plain} from './changes.js';
import {bar, h, show, table} from './dom.js';
import {eventTable, place} from './events.js';
import {demoBadge, gradeLabel, incompleteBadge, standing} from './grade.js';
import {history} from './history.js';
import {name, t} from './text.js';

export async function unit(year, code) {
  const score = await get(`scores/${year}/${code}`);
  const explanation = await get(`scores/${year}/${code}/explanation`);
  show(
    h('p', {class: 'back'}, h('a', {href: `#/${year}/${score.level}`}, `← ${t('back')}`)),
    score.demo ? h('p', {class: 'note'}, t('demoNote')) : null,
    summary(year, score),
    steps(explanation),
    h('section', {class: 'panel'}, h('h2', {}, t('applied')), applied(score, explanation)),
    h('section', {class: 'panel'}, h('h2', {}, t('indicators')), indicators(score, explanation)),
    changes(year, score),
    history(year, code),
    basis(score));
}

function summary(year, score) {
  return h('section', {class: 'panel summary'},
    h('div', {class: 'headline'},
      h('h1', {}, score.unit.name, ' ', h('small', {}, score.unit.code)),
      h('p', {}, `${year} · ${cityOf(score)} `, standing(score), ' ', demoBadge(score.demo), ' ', incompleteBadge(score.incomplete)),
      h('p', {class: 'result'}, h('strong', {}, score.total ?? '–'), gradeLabel(score.grade),
        h('span', {class: 'quiet'}, score.rank ? t('rankOf', score.rank) : t('noRank'))),
      score.problem ? h('p', {class: 'warn'}, name(score.problem)) : null,
      score.incompleteReasons.map(missing => h('p', {class: 'warn'}, name(missing), ' ', h('code', {}, place(missing))))),
    h('div', {},
      h('h2', {}, t('composition')),
      h('dl', {class: 'sum'},
        part(t('base'), score.base), part(`+ ${t('bonus')}`, score.bonus), part(`− ${t('deduction')}`, score.deduction),
        part(`= ${t('total')}`, score.total, 'total'),
        part(t('credibility'), score.credibility, 'aside'), part(t('weightApplied'), score.applicableWeight, 'aside'))));
}

/** The whole sum in words. */
function steps(explanation) {
  return h('details', {class: 'panel', open: true}, h('summary', {}, t('steps')),
    h('ol', {}, explanation.sentences.map(sentence => h('li', {}, name(sentence)))),
    explanation.trust.length ? h('details', {}, h('summary', {}, t('trust')),
      h('ul', {}, explanation.trust.map(line => h('li', {}, h('code', {}, line.indicator), ' ', name(line.sentence))))) : null);
}

function cityOf(score) {
  return score.city ? score.city.name : t(score.level);
}

function part(label, value, kind) {
  return h('div', {class: kind}, h('dt', {}, label), h('dd', {}, kind === 'total' ? value ?? '–' : plain(value)));
}

/** Vetoes with the grade before and after; bonuses and deductions with what was found. */
function applied(score, explanation) {
  const rules = Map.groupBy(explanation.findings, finding => finding.rule);
  if (rules.size === 0) return h('p', {class: 'quiet'}, t('noRules'));
  return table(t('applied'),
    [h('th', {scope: 'col'}, t('rule')), h('th', {scope: 'col', class: 'number'}, t('count')), h('th', {scope: 'col'}, t('effect'))],
    [...rules].map(([rule, findings]) => h('tr', {},
      h('th', {scope: 'row'}, h('code', {}, rule), ' ', name(findings[0].name), found(findings)),
      h('td', {class: 'number'}, String(findings.length)),
      h('td', {}, effect(rule, score.applied.find(veto => veto.rule === rule))))));
}

function found(findings) {
  const events = findings.flatMap(finding => finding.events);
  return h('details', {}, h('summary', {}, t('details')), eventTable(events));
}

function effect(rule, veto) {
  if (!veto) return rule.startsWith('B') ? t('bonus') : t('deduction');
  return veto.from === veto.to
    ? [gradeLabel(veto.to), ` ${t('unchanged')}`]
    : [gradeLabel(veto.from), h('span', {'aria-label': '→'}, ' → '), gradeLabel(veto.to)];
}

function indicators(score, explanation) {
  const heads = [
    h('th', {scope: 'col'}, t('indicator')), h('th', {scope: 'col', class: 'far'}, t('state')), h('th', {scope: 'col', class: 'number'}, t('value')),
    h('th', {scope: 'col', class: 'far'}, t('share')), h('th', {scope: 'col', class: 'number'}, t('points')), h('th', {scope: 'col', class: 'number far'}, t('weight'))];
  const groups = Map.groupBy(score.items, item => item.group);
  const branches = new Map(explanation.items.map(branch => [branch.indicator, branch]));
  return table(t('indicators'), heads,
    [...groups].flatMap(([group, items]) => [groupRow(group, items), ...items.flatMap(item => indicatorRows(item, branches.get(item.indicator)))]),
    {class: 'indicators'});
}

function groupRow(group, items) {
  const points = items.reduce((sum, item) => sum + Number(item.points ?? 0), 0);
  const weight = items.filter(item => item.state !== 'NOT_APPLICABLE').reduce((sum, item) => sum + Number(item.weight), 0);
  const label = name(items[0].groupName) || group;
  return h('tr', {class: 'group'},
    h('th', {scope: 'rowgroup'}, items[0].groupName ? `${group} ${label}` : label),
    h('td', {class: 'far'}), h('td', {}),
    h('td', {class: 'far'}, bar(weight ? points / weight : 0)),
    h('td', {class: 'number'}, plain(points.toFixed(2))), h('td', {class: 'number far'}, String(weight)));
}

function indicatorRows(item, branch) {
  const id = `basis-${item.indicator}`;
  const details = h('tr', {class: 'basis', id, hidden: true}, h('td', {colspan: 6}, basisOf(branch)));
  const toggle = h('button', {class: 'disclose', 'aria-expanded': 'false', 'aria-controls': id, onclick: click => {
    const open = details.hidden;
    details.hidden = !open;
    click.currentTarget.setAttribute('aria-expanded', String(open));
  }}, h('code', {}, item.indicator), ' ', name(item.name));
  return [
    h('tr', {class: item.state},
      h('th', {scope: 'row'}, toggle, h('span', {class: 'near'}, stateBadge(item))),
      h('td', {class: 'far'}, stateBadge(item)),
      h('td', {class: 'number'}, t(plain(item.value))),
      h('td', {class: 'far'}, item.share === null || item.share === undefined ? '–' : [bar(item.share), h('span', {class: 'quiet'}, `${(Number(item.share) * 100).toFixed(1)}%`)]),
      h('td', {class: 'number'}, plain(item.points)),
      h('td', {class: 'number far'}, plain(item.weight))),
    details];
}

function stateBadge(item) {
  return h('span', {class: `badge state ${item.state}`}, t(item.state));
}

function basisOf(branch) {
  if (!branch) return h('p', {class: 'quiet'}, t('noEvents'));
  const evidence = [...new Set([...branch.evidence, ...branch.events.flatMap(event => event.evidence)])];
  return [
    h('p', {}, name(branch.reason), ' ', name(branch.arithmetic), h('span', {class: 'quiet'}, ` ${t('ruleText')} `, h('code', {}, ruleText(branch.rule)))),
    branch.counties.length ? counties(branch.counties) : null,
    branch.events.length === 0 ? h('p', {class: 'quiet'}, t('noEvents')) : eventTable(branch.events),
    evidence.length ? [h('p', {class: 'quiet'}, t('evidence')), h('ul', {class: 'hashes'}, evidence.map(hash => h('li', {}, h('code', {}, hash))))] : null];
}

function ruleText({kind, ...parameters}) {
  return `${kind} ${JSON.stringify(parameters)}`.replaceAll('"', '');
}

function counties(list) {
  return h('p', {class: 'quiet'}, list.map(county => [h('code', {}, `${county.unit} ${county.share === null || county.share === undefined ? t(county.state) : plain(county.share)}`), ' ']));
}

function basis(score) {
  if (score.basis.length === 0) return null;
  return h('details', {class: 'proof quiet'}, h('summary', {}, t('asOf')),
    h('p', {}, score.basis.map(position => [h('code', {}, place(position)), ' '])),
    score.digest ? h('p', {}, 'SHA-256 ', h('code', {}, score.digest)) : null);
}
