-- A request that cannot be answered waits for its holder, who may let its verifier know; once it was, nothing of it is left.
alter table wallet.requests drop constraint requests_state_check;
alter table wallet.requests
    add constraint requests_state_check
        check (state in ('open', 'answering', 'answered', 'declined', 'failed', 'uncertain', 'faulty', 'telling', 'told'));
