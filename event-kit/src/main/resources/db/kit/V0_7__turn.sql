-- Whose turn it is to number the next links: the relay's that was elected last. Whoever begins a batch moves the number on,
-- so no two begin with the same, and who was elected before begins no more.
create table relay_turn (
    single boolean primary key default true check (single),
    term   bigint not null default 0,
    number bigint not null default 1
);

insert into relay_turn default values;

-- What is begun in the transaction of its row never waits, and nobody has to be told of it.
create or replace function journal_appended() returns trigger language plpgsql as $$
begin
    if current_setting('chuyi.begun', true) = 'on' then
        return null;
    end if;
    insert into journal_backlog (position) select position from appended;
    perform pg_notify('journal', '');
    return null;
end $$;
