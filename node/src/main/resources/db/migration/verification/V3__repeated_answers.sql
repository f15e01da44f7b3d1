-- An answer whose reply was lost and that is posted again, the same to the letter, is known by its digest and gets the
-- reply of before; nothing is judged or taken a second time. Both leave with the row.
alter table verification.presentations
    add column answer_hash bytea,
    add column response_code_sealed bytea,
    add constraint reply_to_an_answer check ((answer_hash is null) = (response_code_sealed is null));
