import {h} from './dom.js';
import {t} from './text.js';

/** Best first. */
export const GRADES = ['EXCELLENT', 'GOOD', 'QUALIFIED', 'NOT_QUALIFIED', 'NOT_RATED'];

export function gradeLabel(grade) {
  return h('span', {class: `grade ${grade}`}, t(grade));
}

export function demoBadge(demo) {
  return demo ? h('span', {class: 'badge demo'}, t('demo')) : null;
}

export function incompleteBadge(incomplete) {
  return incomplete ? h('span', {class: 'badge warn', title: t('incompleteHint')}, `⚠ ${t('incomplete')}`) : null;
}

export function standing(score) {
  return score.provisional
    ? h('span', {class: 'badge'}, t('provisional'))
    : h('span', {class: 'badge official', title: t('edition', score.edition)}, t('official'), score.edition > 1 ? ` · ${t('edition', score.edition)}` : '');
}
