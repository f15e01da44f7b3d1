create index offers_by_record on issuance.offers (register, number);
