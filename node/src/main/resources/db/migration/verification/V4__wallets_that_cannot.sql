-- A wallet that cannot answer says why; what it says stands with the proof.
alter table verification.presentations drop constraint presentations_state_check;
alter table verification.presentations
    add constraint presentations_state_check
        check (state in ('asked', 'accepted', 'collected', 'refused', 'declined', 'unable'));

alter table verification.proofs drop constraint proofs_state_check;
alter table verification.proofs
    add constraint proofs_state_check check (state in ('asked', 'accepted', 'refused', 'declined', 'unable')),
    add column error text;
