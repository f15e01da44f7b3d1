package org.entente.node.frontier.outbox;

import java.net.URI;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.frontier.message.Message;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where messages wait, a lane for each recipient. Who holds a lane delivers its messages, one after the other. */
@Component
public class Outbox {
    private final JdbcClient sql;

    Outbox(JdbcClient sql) {
        this.sql = sql;
    }

    /** A lane that is held, by the name under which it was taken. */
    record Lane(URI recipient, UUID holder) {}

    /** A recipient's receipt, and the number of the message that it is for. */
    public record KeptReceipt(long id, String receipt) {}

    /** The message that is next in a lane. */
    record Outgoing(long id, UUID jti, String type, String message, Instant expiresAt, int attempts) {}

    void add(Message message, String signed, Instant now) {
        sql.sql("""
                        insert into frontier.lanes (recipient, not_before) values (:recipient, :now)
                        on conflict (recipient) do nothing""")
                .param("recipient", message.recipient().toString())
                .param("now", Timestamp.from(now))
                .update();
        sql.sql("""
                        insert into frontier.outbox (recipient, jti, type, message, expires_at)
                        values (:recipient, :jti, :type, :message, :expires)""")
                .param("recipient", message.recipient().toString())
                .param("jti", message.id())
                .param("type", message.type())
                .param("message", signed)
                .param("expires", Timestamp.from(message.expiresAt()))
                .update();
    }

    /** Takes lanes in which something waits and that nobody holds. */
    List<Lane> takeLanes(UUID holder, Instant now, Instant until, int limit) {
        return sql.sql("""
                        update frontier.lanes set holder = :holder, not_before = :until
                        where recipient in (
                            select l.recipient from frontier.lanes l
                            where l.not_before <= :now and exists (
                                select from frontier.outbox o
                                where o.recipient = l.recipient and o.state = 'waiting')
                            order by l.not_before limit :limit for update skip locked)
                        returning recipient""")
                .param("holder", holder)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(until))
                .param("limit", limit)
                .query((row, number) -> new Lane(URI.create(row.getString("recipient")), holder))
                .list();
    }

    /** Holds a lane for longer; false when somebody else has it by now. */
    boolean hold(Lane lane, Instant until) {
        return sql.sql("""
                        update frontier.lanes set not_before = :until
                        where recipient = :recipient and holder = :holder""")
                        .param("until", Timestamp.from(until))
                        .param("recipient", lane.recipient().toString())
                        .param("holder", lane.holder())
                        .update()
                == 1;
    }

    /** Takes out the next message of a lane for an attempt, and counts the attempt. */
    Optional<Outgoing> next(Lane lane) {
        return sql.sql("""
                        update frontier.outbox set attempts = attempts + 1
                        where id = (select min(id) from frontier.outbox
                                    where recipient = :recipient and state = 'waiting')
                          and state = 'waiting'
                        returning id, jti, type, message, expires_at, attempts""")
                .param("recipient", lane.recipient().toString())
                .query((row, number) -> new Outgoing(
                        row.getLong("id"),
                        row.getObject("jti", UUID.class),
                        row.getString("type"),
                        row.getString("message"),
                        row.getTimestamp("expires_at").toInstant(),
                        row.getInt("attempts")))
                .optional();
    }

    /**
     * Puts the same message in its place under another name and signature. Empty when another process, which held the lane
     * meanwhile, has settled it or has put another there: what left is then recorded by that one.
     */
    Optional<Outgoing> replace(Outgoing before, UUID jti, String message) {
        int replaced = sql.sql("""
                        update frontier.outbox set jti = :jti, message = :message
                        where id = :id and jti = :before and state = 'waiting'""")
                .param("jti", jti)
                .param("message", message)
                .param("id", before.id())
                .param("before", before.jti())
                .update();
        return replaced == 1
                ? Optional.of(
                        new Outgoing(before.id(), jti, before.type(), message, before.expiresAt(), before.attempts()))
                : Optional.empty();
    }

    /** The recipient took it. */
    void delivered(Outgoing message, String receipt) {
        end(message, "delivered", receipt, "");
    }

    /** The recipient will not take it; false when another process had settled it. */
    boolean refused(Outgoing message, String refusal) {
        return end(message, "refused", "", refusal);
    }

    /** It grew too old; false when another process had settled it. */
    boolean expired(Outgoing message) {
        return end(message, "expired", "", "");
    }

    /** The receipts of recipients, in the order in which the messages were posted, after the message of that number. */
    public List<KeptReceipt> receipts(long after, Instant since, int limit) {
        return sql.sql("""
                        select id, receipt from frontier.outbox
                        where id > :after and receipt is not null and expires_at >= :since order by id limit :limit""")
                .param("after", after)
                .param("since", Timestamp.from(since))
                .param("limit", limit)
                .query((row, number) -> new KeptReceipt(row.getLong("id"), row.getString("receipt")))
                .list();
    }

    private boolean end(Outgoing message, String state, String receipt, String refusal) {
        return sql.sql("""
                        update frontier.outbox
                        set state = :state, receipt = nullif(:receipt, ''), refusal = nullif(:refusal, '')
                        where id = :id and jti = :jti and state = 'waiting'""")
                        .param("jti", message.jti())
                        .param("state", state)
                        .param("receipt", receipt)
                        .param("refusal", refusal)
                        .param("id", message.id())
                        .update()
                == 1;
    }

    /** Gives a lane back after everything in it was delivered. */
    void release(Lane lane, Instant now) {
        sql.sql("""
                        update frontier.lanes set holder = null, failures = 0, not_before = :now
                        where recipient = :recipient and holder = :holder""")
                .param("now", Timestamp.from(now))
                .param("recipient", lane.recipient().toString())
                .param("holder", lane.holder())
                .update();
    }

    /** Gives a lane back after a failure: the pause doubles each time, from one second to a minute, or lasts as asked. */
    void pause(Lane lane, Duration atLeast, Instant now) {
        sql.sql("""
                        update frontier.lanes
                        set holder = null, failures = failures + 1,
                            not_before = cast(:now as timestamptz)
                                + greatest(:seconds, least(60, power(2, least(failures, 6)))) * interval '1 second'
                        where recipient = :recipient and holder = :holder""")
                .param("seconds", atLeast.toSeconds())
                .param("now", Timestamp.from(now))
                .param("recipient", lane.recipient().toString())
                .param("holder", lane.holder())
                .update();
    }
}
