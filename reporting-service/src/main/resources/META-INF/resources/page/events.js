import {h, table} from './dom.js';
import {name, t} from './text.js';

/** Facts of the log, each with its place. */
export function eventTable(events) {
  return table(t('events'),
    ['event', 'time', 'place', 'actor'].map(key => h('th', {scope: 'col'}, t(key))),
    events.map(event => h('tr', {},
      h('td', {}, h('span', {title: `${event.type} ${event.id}`}, eventName(event.type)),
        event.value === undefined || event.value === null ? '' : ` = ${event.value}`,
        event.reason ? h('span', {class: 'quiet'}, ` ${name(event.reason)}`) : ''),
      h('td', {}, moment(event.time)),
      h('td', {}, h('code', {title: `${event.stream}@${event.version}`}, place(event))),
      h('td', {}, event.actor ? h('code', {title: event.actor}, event.actor.slice(0, 8)) : '–'))));
}

/** chuyi.assessment.indicator-verified.v1 is shown by its words where the page has some, else by its name. */
function eventName(type) {
  return t(type.replace(/^chuyi\.[a-z]+\.(.*)\.v\d+$/, '$1'));
}

export function place(position) {
  return `${position.topic}/${position.partition}@${position.offset}`;
}

function moment(time) {
  return time ? new Date(time).toLocaleString('zh-CN', {timeZone: 'Asia/Shanghai', hour12: false}) : '–';
}
