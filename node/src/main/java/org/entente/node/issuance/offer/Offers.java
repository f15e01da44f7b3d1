package org.entente.node.issuance.offer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.kernel.PersonId;
import org.entente.node.registers.RecordId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The offers, kept until the tokens that redeemed them have ended. */
@Repository
public class Offers {
    /** How often a wrong transaction code may be given before the code is worthless. */
    static final int MAX_TRIES = 5;

    private static final Duration KEPT_AFTER_EXPIRY = Duration.ofHours(1);

    private final JdbcClient database;

    Offers(JdbcClient database) {
        this.database = database;
    }

    void add(Offer offer, byte[] check) {
        database.sql("""
                        insert into issuance.offers
                            (organisation, id, configurations, register, number, person, check_value, expires_at)
                        values (:organisation, :id, :configurations, :register, :number, :person, :check, :expiresAt)
                        """)
                .param("organisation", offer.id().organisation())
                .param("id", offer.id().value())
                .param("configurations", offer.configurations().toArray(String[]::new))
                .param("register", offer.record().register())
                .param("number", offer.record().number())
                .param("person", offer.person().map(PersonId::value).orElse(null))
                .param("check", check)
                .param("expiresAt", offer.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The offer, also after it expired, as long as it is kept. */
    public Optional<Offer> find(OfferId id) {
        return database.sql("select * from issuance.offers where organisation = :organisation and id = :id")
                .param("organisation", id.organisation())
                .param("id", id.value())
                .query(Offers::offer)
                .optional();
    }

    /** As {@link #find}; until the transaction ends, the offer can't be {@linkplain #end ended}. */
    public Optional<Offer> hold(OfferId id) {
        return database.sql(
                        "select * from issuance.offers where organisation = :organisation and id = :id for key share")
                .param("organisation", id.organisation())
                .param("id", id.value())
                .query(Offers::offer)
                .optional();
    }

    /** Ends all offers for a record, redeemed or not: neither their codes nor their tokens are good for anything then. */
    public void end(RecordId record) {
        database.sql("delete from issuance.offers where register = :register and number = :number")
                .param("register", record.register())
                .param("number", record.number())
                .update();
    }

    /** As {@link #end(RecordId)}, of the offers that a person's account made; those that a client made stay. */
    void endOf(PersonId person) {
        database.sql("delete from issuance.offers where person = :person")
                .param("person", person.value())
                .update();
    }

    /** As {@link #end(RecordId)}, of the offers that one type is part of. */
    public void end(RecordId record, String configuration) {
        database.sql("""
                        delete from issuance.offers
                        where register = :register and number = :number and :configuration = any(configurations)
                        """)
                .param("register", record.register())
                .param("number", record.number())
                .param("configuration", configuration)
                .update();
    }

    /**
     * Redeems the offer if the transaction code fits, and counts the try otherwise: one statement, so one winner and not
     * one try too many.
     */
    RedeemOutcome redeem(OfferId id, byte[] check, Instant now) {
        return database.sql("""
                        update issuance.offers set
                            state = case when check_value = :check then 'redeemed' else state end,
                            failed_tries = case when check_value = :check then failed_tries else failed_tries + 1 end
                        where organisation = :organisation and id = :id
                          and state = 'offered' and expires_at > :now and failed_tries < :maxTries
                        returning *
                        """)
                .param("check", check)
                .param("organisation", id.organisation())
                .param("id", id.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("maxTries", MAX_TRIES)
                .query(Offers::offer)
                .optional()
                .<RedeemOutcome>map(offer ->
                        offer.redeemed() ? new RedeemOutcome.Redeemed(offer) : new RedeemOutcome.WrongTransactionCode())
                .orElseGet(RedeemOutcome.NotRedeemable::new);
    }

    /** Closes an offer that was taken up in another way than by its code, which redeems nothing from now on. */
    public void take(OfferId id) {
        database.sql("""
                        update issuance.offers set state = 'redeemed'
                        where organisation = :organisation and id = :id and state = 'offered'
                        """)
                .param("organisation", id.organisation())
                .param("id", id.value())
                .update();
    }

    /** Removes what expired long ago. */
    public void forget(Instant now) {
        database.sql("delete from issuance.offers where expires_at < :before")
                .param("before", now.minus(KEPT_AFTER_EXPIRY).atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Offer offer(ResultSet row, int number) throws SQLException {
        return new Offer(
                new OfferId(row.getString("organisation"), row.getObject("id", UUID.class)),
                List.of((String[]) row.getArray("configurations").getArray()),
                new RecordId(row.getString("register"), row.getString("number")),
                Optional.ofNullable(row.getObject("person", UUID.class)).map(PersonId::new),
                row.getString("state").equals("redeemed"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }
}
