-- The answer as it leaves, so that what was sent and not heard of is asked after with the same answer, and never followed by
-- another. Only its verifier can read it; sealed all the same. Gone when nothing is left to ask.
alter table wallet.requests drop constraint requests_state_check;
alter table wallet.requests
    add constraint requests_state_check
        check (state in ('open', 'answering', 'answered', 'declined', 'failed', 'uncertain')),
    add column sealed_answer bytea;
