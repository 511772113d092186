-- The relay's bell is rung by whatever appends, without a statement of its own; it is heard at the commit.
create or replace function journal_appended() returns trigger language plpgsql as $$
begin
    insert into journal_backlog (position) select position from appended;
    perform pg_notify('journal', '');
    return null;
end $$;
