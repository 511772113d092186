-- Who wanted a rebuild, and how it goes: the last mark, and the marks at which its steps began.
alter table rebuild add trigger text not null default 'REQUEST' check (trigger in ('REQUEST', 'SELF_CHECK'));
alter table rebuild add progress text;
alter table rebuild add steps text not null default '[]';
alter table rebuild drop column done, drop column total;
