-- Drops a month that lies in a file with as many entries, and whose ends in the archive are those of its entries and signed:
-- whoever changes a month before it goes, or what is kept of its ends, is stopped by what was signed.
create or replace function audit_drop_month(wanted date) returns bigint
    language plpgsql security definer
    set search_path = audit, pg_temp set timezone = 'UTC' set lock_timeout = '5s' as $$
declare
    name text := 'audit_entry_' || to_char(wanted, 'YYYY_MM');
    archived bigint;
    counted bigint;
    unsigned uuid;
begin
    if wanted is distinct from date_trunc('month', wanted)::date or wanted >= date_trunc('month', now())::date then
        raise exception '% is not the first day of a month that is over', wanted;
    end if;
    select entries into archived from audit_archive where month = wanted;
    if archived is null then
        raise exception 'the month % is in no archive', wanted;
    end if;
    if to_regclass(name) is not null then
        -- Recording waits, reading goes on.
        lock table only audit_entry in exclusive mode;
        execute format('select count(*) from %I', name) into counted;
        if counted <> archived then
            raise exception 'the month % has % entries, its archive %', wanted, counted, archived;
        end if;
        execute format('select chain_id from
                (select distinct on (chain_id) chain_id, sequence, hash from %I order by chain_id, sequence desc) as its_end
            where not exists (select from audit_archived_chain as archived
                    where archived.month = $1 and archived.chain_id = its_end.chain_id
                        and archived.sequence = its_end.sequence and archived.hash = its_end.hash)
                or not exists (select from audit_digest as digest
                    where digest.chain_id = its_end.chain_id
                        and digest.sequence = its_end.sequence and digest.hash = its_end.hash)
            limit 1', name) into unsigned using wanted;
        if unsigned is not null then
            raise exception 'the month % ends the chain % where no archive and no signed digest says', wanted, unsigned;
        end if;
        execute format('drop table %I', name);
    end if;
    update audit_archive set dropped_at = coalesce(dropped_at, now()) where month = wanted;
    return archived;
end
$$;
